// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "models/bed_state.h"

namespace vitalwall::ui {

/// Parameters that stand on screen as one number: a rate alone, a pressure as "118/76 (90)".
struct VitalGroup {
  QString label;
  MdcCode main;  ///< the systolic one of a pressure
  std::optional<MdcCode> diastolic;
  std::optional<MdcCode> mean;

  bool contains(MdcCode code) const { return code == main || code == diastolic || code == mean; }
  bool operator==(const VitalGroup&) const = default;
};

/// The groups of a bed, the most important first: those that it has sent, and those that its
/// directory entry promises.
std::vector<VitalGroup> groupsOf(const models::BedState& bed);

/// The group's numeric that tells age and validity: the first that the vitals have, or nullptr.
const Numeric* leadingNumeric(const VitalGroup& group, const Vitals& vitals);

/// "134", "118/76", "(90)" when only the mean is known; empty if nothing is.
QString groupValue(const VitalGroup& group, const Vitals& vitals);

}  // namespace vitalwall::ui
