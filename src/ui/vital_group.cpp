// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vital_group.h"

#include <algorithm>

#include "ui/texts.h"

namespace vitalwall::ui {
namespace {

// In the order in which a nurse looks for them.
const std::vector<VitalGroup>& knownGroups() {
  static const std::vector<VitalGroup> groups = {
      {labelOf(mdc::kHeartRate), mdc::kHeartRate, {}, {}},
      {labelOf(mdc::kSpO2), mdc::kSpO2, {}, {}},
      {QStringLiteral("ABP"), mdc::kArterialSystolic, mdc::kArterialDiastolic, mdc::kArterialMean},
      {QStringLiteral("NIBP"), mdc::kNibpSystolic, mdc::kNibpDiastolic, mdc::kNibpMean},
      {labelOf(mdc::kRespiratoryRate), mdc::kRespiratoryRate, {}, {}},
      {labelOf(mdc::kTemperature), mdc::kTemperature, {}, {}},
      {labelOf(mdc::kEtCo2), mdc::kEtCo2, {}, {}},
      {QStringLiteral("PAP"), mdc::kPulmonarySystolic, mdc::kPulmonaryDiastolic,
       mdc::kPulmonaryMean},
      {labelOf(mdc::kPulseRate), mdc::kPulseRate, {}, {}},
  };
  return groups;
}

std::vector<MdcCode> codesOf(const models::BedState& bed) {
  auto codes = bed.patient.numerics;
  if (!bed.vitals) return codes;
  for (const auto& numeric : bed.vitals->numerics)
    if (std::find(codes.begin(), codes.end(), numeric.code) == codes.end())
      codes.push_back(numeric.code);
  return codes;
}

QString valueOf(std::optional<MdcCode> code, const Vitals& vitals) {
  const auto* numeric = code ? vitals.find(*code) : nullptr;
  return numeric && numeric->value ? valueText(*numeric) : QString();
}

}  // namespace

std::vector<VitalGroup> groupsOf(const models::BedState& bed) {
  auto codes = codesOf(bed);
  std::vector<VitalGroup> groups;
  for (const auto& group : knownGroups()) {
    const auto own = std::erase_if(codes, [&](MdcCode code) { return group.contains(code); });
    if (own > 0) groups.push_back(group);
  }
  for (const auto code : codes) groups.push_back({labelOf(code), code, {}, {}});
  return groups;
}

const Numeric* leadingNumeric(const VitalGroup& group, const Vitals& vitals) {
  if (const auto* main = vitals.find(group.main)) return main;
  if (const auto* mean = group.mean ? vitals.find(*group.mean) : nullptr) return mean;
  return group.diastolic ? vitals.find(*group.diastolic) : nullptr;
}

QString groupValue(const VitalGroup& group, const Vitals& vitals) {
  auto main = valueOf(group.main, vitals);
  const auto diastolic = valueOf(group.diastolic, vitals);
  const auto mean = valueOf(group.mean, vitals);
  if (main.isEmpty() && diastolic.isEmpty())
    return mean.isEmpty() ? QString() : QStringLiteral("(%1)").arg(mean);
  if (!group.diastolic) return main;
  return QStringLiteral("%1/%2").arg(main.isEmpty() ? kNoValue : main,
                                     diastolic.isEmpty() ? kNoValue : diastolic);
}

}  // namespace vitalwall::ui
