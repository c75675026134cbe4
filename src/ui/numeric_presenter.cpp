// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numeric_presenter.h"

#include <QCoreApplication>

#include "models/deviation.h"
#include "ui/texts.h"

namespace vitalwall::ui {
namespace {

struct NumericText {
  Q_DECLARE_TR_FUNCTIONS(NumericText)
};

Freshness shownAs(models::Freshness freshness) {
  switch (freshness) {
    case models::Freshness::Fresh:
    case models::Freshness::Aged:
      return Freshness::Fresh;
    case models::Freshness::Dimmed:
      return Freshness::Dimmed;
    case models::Freshness::Expired:
      break;
  }
  return Freshness::Lost;
}

/// How the parameter alarms, as the server told; nullptr if it did not.
const ParameterAlarms* alarmsOf(const models::Ward& ward, PatientId patient, MdcCode code) {
  const auto* settings = ward.settings().find(patient);
  return settings ? settings->find(code) : nullptr;
}

QString limitsText(const ParameterAlarms* alarms) {
  if (!alarms || (!alarms->limits.low && !alarms->limits.high)) return {};
  return models::limitText(alarms->parameter, alarms->limits.low, alarms->limits.high);
}

/// What stands in place of the limits because the value is not simply good.
QString validityText(Validity validity) {
  switch (validity) {
    case Validity::LeadOff:
      return NumericText::tr("lead off");
    case Validity::Questionable:
      return NumericText::tr("check");
    case Validity::Valid:
    case Validity::NotMeasured:
      break;
  }
  return {};
}

std::optional<AlertPriority> alarmOf(const models::Ward& ward, const models::BedState& bed,
                                     const VitalGroup& group) {
  for (const auto* row : ward.alarms().alarmsOf(bed.id()))
    if (row->alert.isActive() && !row->alert.acknowledged && group.contains(row->alert.parameter))
      return row->alert.priority;
  return std::nullopt;
}

/// Fills in what the measured numeric tells about value, validity and age.
void addMeasured(TileNumeric& shown, const models::Ward& ward, const models::BedState& bed,
                 const VitalGroup& group, const Numeric& numeric) {
  const auto now = ward.clock().steadyNow();
  const auto freshness = bed.freshnessOf(numeric, ward.link().freshnessRule(), now);
  const auto age = bed.ageOf(numeric, now);
  const auto takenAt = shortTimeText(ward.clock().wallNow() - age);
  const bool isCuff = models::isIntermittent(numeric.code);
  const auto valid = validityText(numeric.validity);

  shown.value = groupValue(group, *bed.vitals);
  if (numeric.validity == Validity::Questionable) shown.value += QLatin1Char('?');
  shown.freshness = shownAs(freshness);
  shown.ageText = freshness == models::Freshness::Expired || isCuff ? takenAt : ageText(age);
  if (!valid.isEmpty())
    shown.limits = valid;
  else if (freshness == models::Freshness::Aged)
    shown.limits = shown.ageText;
}

}  // namespace

TileNumeric presentNumeric(const models::Ward& ward, const models::BedState& bed,
                           const VitalGroup& group) {
  TileNumeric shown;
  shown.label = group.label;
  shown.role = roleOf(group.main);
  const auto* alarms = alarmsOf(ward, bed.id(), group.main);
  shown.limits = limitsText(alarms);
  shown.alarmOff = alarms && alarms->off;
  shown.alarm = alarmOf(ward, bed, group);
  if (const auto* metric = findMetric(group.main)) shown.unit = unitText(metric->unit);
  const auto* numeric = bed.vitals ? leadingNumeric(group, *bed.vitals) : nullptr;
  if (numeric) addMeasured(shown, ward, bed, group, *numeric);
  return shown;
}

}  // namespace vitalwall::ui
