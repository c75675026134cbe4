// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mark_presenter.h"

#include <QCoreApplication>
#include <algorithm>

#include "models/deviation.h"
#include "ui/texts.h"

namespace vitalwall::ui {
namespace {

using models::Deviation;
using models::DeviationKind;

struct MarkText {
  Q_DECLARE_TR_FUNCTIONS(MarkText)
};

constexpr std::size_t kNamedParameters = 2;

std::optional<TileMark> scoreMark(const models::Ward& ward, PatientId patient) {
  const auto reading = ward.news2().of(patient);
  if (!reading) return std::nullopt;
  const bool isUrgent = reading->score.risk() >= News2Risk::Medium;
  const auto missing = models::missingText(reading->score);
  const auto text = models::news2Text(*reading);
  return TileMark{
      .text = text,
      .warning = isUrgent,
      .meaning = missing.isEmpty() ? text : MarkText::tr("%1, missing %2").arg(text, missing)};
}

/// "HR", "HR SpO2", "3".
QString parameterNames(const std::vector<Deviation>& deviations, DeviationKind kind) {
  QStringList names;
  for (const auto& deviation : deviations)
    if (deviation.kind == kind) names << labelOf(*deviation.parameter);
  return names.size() > qsizetype(kNamedParameters) ? QString::number(names.size())
                                                    : names.join(QLatin1Char(' '));
}

TileMark offMark(const std::vector<Deviation>& deviations) {
  const auto names = parameterNames(deviations, DeviationKind::AlarmOff);
  return {.text = names,
          .warning = true,
          .symbol = AlarmSymbol::AlarmOff,
          .meaning = MarkText::tr("alarm off: %1").arg(names)};
}

TileMark pauseMark(const Deviation& pause, WallTime now) {
  const bool isSound = pause.kind == DeviationKind::AudioPaused;
  const auto left = countdownText(*pause.until - now);
  const auto meaning =
      isSound ? MarkText::tr("sound paused, %1 left") : MarkText::tr("alarms paused, %1 left");
  return {.text = left,
          .warning = true,
          .symbol = isSound ? AlarmSymbol::AudioPaused : AlarmSymbol::AlarmPaused,
          .meaning = meaning.arg(left)};
}

TileMark limitsMark() {
  return {.text = MarkText::tr("Limits"),
          .warning = true,
          .symbol = AlarmSymbol::LimitsChanged,
          .meaning = MarkText::tr("limits are not the unit's")};
}

/// One mark per kind of deviation, in the order of the kinds.
void addDeviations(std::vector<TileMark>& marks, const AlarmSettings& settings, WallTime now) {
  const auto deviations = models::deviationsOf(settings, now);
  std::optional<DeviationKind> last;
  for (const auto& deviation : deviations) {
    if (deviation.kind == last) continue;
    last = deviation.kind;
    if (deviation.kind == DeviationKind::AlarmOff)
      marks.push_back(offMark(deviations));
    else if (deviation.kind == DeviationKind::LimitsDiffer)
      marks.push_back(limitsMark());
    else
      marks.push_back(pauseMark(deviation, now));
  }
}

bool isUnrecorded(const models::Ward& ward, PatientId patient) {
  const auto* settings = ward.settings().find(patient);
  const auto alarms = ward.alarms().alarmsOf(patient);
  return (settings && !settings->recorded) ||
         std::any_of(alarms.begin(), alarms.end(),
                     [](const auto* row) { return !row->alert.recorded; });
}

}  // namespace

std::vector<TileMark> presentMarks(const models::Ward& ward, const models::BedState& bed) {
  std::vector<TileMark> marks;
  if (const auto score = scoreMark(ward, bed.id())) marks.push_back(*score);
  if (const auto* settings = ward.settings().find(bed.id()))
    addDeviations(marks, *settings, ward.clock().wallNow());
  if (isUnrecorded(ward, bed.id()))
    marks.push_back({.text = MarkText::tr("Not recorded"),
                     .warning = true,
                     .symbol = AlarmSymbol::NotRecorded,
                     .meaning = MarkText::tr("alarms are not recorded")});
  return marks;
}

QString countdownText(milliseconds left) {
  const auto seconds =
      std::max<long long>(0, std::chrono::ceil<std::chrono::seconds>(left).count());
  return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

}  // namespace vitalwall::ui
