// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/vitals.h"

namespace vitalwall::detectors {

/// Takes one wave as it streams in. Not thread-safe.
class WaveMonitor {
 public:
  WaveMonitor() = default;
  WaveMonitor(const WaveMonitor&) = delete;
  WaveMonitor& operator=(const WaveMonitor&) = delete;
  virtual ~WaveMonitor() = default;

  /// The next sample, in the channel's unit.
  virtual void push(double value) = 0;

  /// The next sample was not measured.
  virtual void skip() = 0;
};

/// Gives numerics that it derives from waves; every one that it can give, always, if only to say
/// that there is no value.
class NumericDeriver {
 public:
  NumericDeriver() = default;
  NumericDeriver(const NumericDeriver&) = delete;
  NumericDeriver& operator=(const NumericDeriver&) = delete;
  virtual ~NumericDeriver() = default;

  /// Called once a second; `now` becomes the time of the numerics.
  virtual void appendNumerics(WallTime now, std::vector<Numeric>& numerics) = 0;
};

/// A numeric of `code` in its usual unit: Valid with a value, otherwise `absent`.
Numeric makeNumeric(MdcCode code, std::optional<double> value, WallTime measuredAt,
                    Validity absent = Validity::NotMeasured);

}  // namespace vitalwall::detectors
