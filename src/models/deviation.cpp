// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deviation.h"

#include <QCoreApplication>
#include <QLocale>

#include "models/metric_text.h"

namespace vitalwall::models {
namespace {

/// Translation context of these lines.
struct Limits {
  Q_DECLARE_TR_FUNCTIONS(Limits)
};

Deviation ofPause(DeviationKind kind, const TimedPause& pause) {
  Deviation deviation;
  deviation.kind = kind;
  deviation.by = pause.by;
  deviation.since = pause.at;
  deviation.until = pause.until;
  return deviation;
}

Deviation ofOff(const ParameterAlarms& alarms) {
  Deviation deviation;
  deviation.kind = DeviationKind::AlarmOff;
  deviation.parameter = alarms.parameter;
  deviation.by = alarms.off->by;
  deviation.reason = alarms.off->reason;
  deviation.since = alarms.off->at;
  return deviation;
}

Deviation ofLimits(const ParameterAlarms& alarms) {
  Deviation deviation;
  deviation.parameter = alarms.parameter;
  deviation.limits = alarms.limits;
  deviation.unitDefault = alarms.unitDefault;
  return deviation;
}

}  // namespace

bool holds(const std::optional<TimedPause>& pause, WallTime now) {
  return pause && now < pause->until;
}

std::vector<Deviation> deviationsOf(const AlarmSettings& settings, WallTime now) {
  std::vector<Deviation> found;
  for (const auto& alarms : settings.parameters)
    if (alarms.off) found.push_back(ofOff(alarms));
  if (holds(settings.alarmsPaused, now))
    found.push_back(ofPause(DeviationKind::AlarmsPaused, *settings.alarmsPaused));
  if (holds(settings.audioPaused, now))
    found.push_back(ofPause(DeviationKind::AudioPaused, *settings.audioPaused));
  for (const auto& alarms : settings.parameters)
    if (alarms.limits != alarms.unitDefault) found.push_back(ofLimits(alarms));
  return found;
}

QString limitText(MdcCode parameter, std::optional<double> low, std::optional<double> high) {
  if (low && high)
    return valueText(parameter, *low) + QStringLiteral("\u2013") + valueText(parameter, *high);
  if (low) return QStringLiteral("> ") + valueText(parameter, *low);
  return high ? QStringLiteral("< ") + valueText(parameter, *high) : QStringLiteral("\u2013");
}

QString limitsText(MdcCode parameter, const LimitPair& limits) {
  auto usual = limitText(parameter, limits.low, limits.high);
  if (!limits.extremeLow && !limits.extremeHigh) return usual;
  return Limits::tr("%1, extreme %2")
      .arg(usual, limitText(parameter, limits.extremeLow, limits.extremeHigh));
}

QString deviationText(const Deviation& deviation) {
  const auto parameter = deviation.parameter.value_or(MdcCode{});
  switch (deviation.kind) {
    case DeviationKind::AlarmOff:
      return Limits::tr("%1 alarm off").arg(labelOf(parameter));
    case DeviationKind::AlarmsPaused:
      return Limits::tr("Alarms paused");
    case DeviationKind::AudioPaused:
      return Limits::tr("Sound paused");
    case DeviationKind::LimitsDiffer:
      break;
  }
  return Limits::tr("%1 limits %2 (unit: %3)")
      .arg(labelOf(parameter), limitsText(parameter, deviation.limits),
           limitsText(parameter, deviation.unitDefault));
}

}  // namespace vitalwall::models
