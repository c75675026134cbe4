// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "domain/clock.h"
#include "domain/ids.h"
#include "domain/metric.h"

namespace vitalwall {

/// A sample that was not measured (lead off, dropout in a recording): drawn as a gap.
inline constexpr std::int16_t kNoSample = std::numeric_limits<std::int16_t>::min();

/// One wave of a patient; constant while the patient is monitored.
struct WaveChannel {
  MdcCode code;
  std::string label;  ///< as the source names it: "MLII", "ABP"
  Unit unit = Unit::None;
  double samplesPerSecond = 0;
  double unitsPerCount = 1;  ///< physical = zero + count * unitsPerCount
  double zero = 0;           ///< physical value of count 0
  double displayLow = 0;     ///< bottom of the usual display range, in `unit`
  double displayHigh = 1;    ///< top of the usual display range, in `unit`

  double toPhysical(std::int16_t count) const { return zero + count * unitsPerCount; }
  bool operator==(const WaveChannel&) const = default;
};

/// Consecutive samples of one channel. Blocks of a channel whose indices do not join leave a gap.
struct WaveBlock {
  PatientId patient;
  std::uint32_t channel = 0;      ///< index into Patient::waves
  std::uint64_t firstSample = 0;  ///< index since the source's epoch; time = index / rate
  WallTime sourceTime{};          ///< of the first sample
  std::vector<std::int16_t> samples;

  bool operator==(const WaveBlock&) const = default;
};

}  // namespace vitalwall
