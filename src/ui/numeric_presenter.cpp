// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numeric_presenter.h"

#include <QCoreApplication>

#include "domain/alarm_limits.h"
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

/// "50–120"; a missing side is left open. Only our own server is known to alarm by these limits.
QString limitsText(const models::Ward& ward, const models::BedState& bed, MdcCode code) {
  if (!ward.link().status().extended) return {};
  const auto& limits = defaultLimits(bed.patient.ageGroup);
  const auto found = limits.find(code);
  if (found == limits.end()) return {};
  const auto& [low, high] = std::pair(found->second.low, found->second.high);
  if (low && high) return valueText(code, *low) + QStringLiteral("\u2013") + valueText(code, *high);
  if (low) return QStringLiteral("> ") + valueText(code, *low);
  return high ? QStringLiteral("< ") + valueText(code, *high) : QString();
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
    if (row->alert.needsAttention() && group.contains(row->alert.parameter))
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
  shown.limits = limitsText(ward, bed, group.main);
  shown.alarm = alarmOf(ward, bed, group);
  if (const auto* metric = findMetric(group.main)) shown.unit = unitText(metric->unit);
  const auto* numeric = bed.vitals ? leadingNumeric(group, *bed.vitals) : nullptr;
  if (numeric) addMeasured(shown, ward, bed, group, *numeric);
  return shown;
}

}  // namespace vitalwall::ui
