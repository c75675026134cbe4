// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock.h"
#include "domain/metric.h"

namespace vitalwall::models {

/// How far a shown value may be trusted, by its age alone.
enum class Freshness : std::uint8_t {
  Fresh,    ///< shown as it is
  Aged,     ///< shown as it is, with its age
  Dimmed,   ///< shown dimmed, with its age
  Expired,  ///< shown as dashes, with the time of the last value
};

/// The ages at which a value changes its look. The product's rule: no value may pass for a current
/// one; a value too old to treat a patient by is not shown at all.
struct FreshnessRule {
  milliseconds showAge{3000};
  milliseconds dim{3000};
  milliseconds expire{10000};

  Freshness judge(milliseconds age) const;
  bool operator==(const FreshnessRule&) const = default;
};

/// A server with the extension sends every second: 3 s of silence is news, 10 s is a fault.
FreshnessRule extendedServerRule();

/// A server with only the base contract may lawfully be silent for 15 s. So the age is shown from
/// 3 s on, but the value is dimmed only when that silence is over (16 s) and taken away when two
/// pushes in a row are missing (30 s).
FreshnessRule plainServerRule();

/// A cuff measures every few minutes: its value always carries its age, is dimmed after a quarter
/// of an hour (the usual interval of automatic measurements) and goes after an hour.
FreshnessRule intermittentRule();

/// Whether the parameter is measured now and then (cuff pressures) and not continuously.
bool isIntermittent(MdcCode code);

}  // namespace vitalwall::models
