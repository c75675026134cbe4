// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/clock.h"
#include "domain/ids.h"
#include "domain/metric.h"

namespace vitalwall {

/// Why a numeric has no value. A missing value is never 0 and never the last one.
enum class Validity : std::uint8_t {
  Valid,
  NotMeasured,  ///< the source has the parameter but gave nothing now
  LeadOff,      ///< sensor or lead not attached
  Questionable  ///< a value is given, but artefact or an implausible pair makes it doubtful
};

/// One measured parameter at one moment.
struct Numeric {
  MdcCode code;
  Unit unit = Unit::None;
  std::optional<double> value;  ///< in `unit`; empty unless Valid or Questionable
  Validity validity = Validity::Valid;
  WallTime measuredAt{};  ///< when the source measured it (a cuff value stays old)

  bool operator==(const Numeric&) const = default;
};

/// All current numerics of a patient as a source gave them at once; replaces the previous ones.
struct Vitals {
  PatientId patient;
  WallTime sourceTime{};
  std::vector<Numeric> numerics;

  /// The numeric with `code`, or nullptr.
  const Numeric* find(MdcCode code) const {
    for (const auto& numeric : numerics)
      if (numeric.code == code) return &numeric;
    return nullptr;
  }
  bool operator==(const Vitals&) const = default;
};

}  // namespace vitalwall
