// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "domain/alert.h"

namespace vitalwall::sound {

/// What the station can sound: a burst per priority, and the short tone that reminds of a silence
/// somebody has ordered (IEC 60601-1-8: reminder signal).
enum class Signal : std::uint8_t { High, Medium, Low, Reminder };

inline constexpr std::array kSignals = {Signal::High, Signal::Medium, Signal::Low,
                                        Signal::Reminder};

/// The signal of an alarm condition of this priority.
Signal signalOf(AlertPriority priority);

/// One partial tone above the fundamental.
struct Harmonic {
  int order;       ///< 2 is the octave
  double levelDb;  ///< against the fundamental

  bool operator==(const Harmonic&) const = default;
};

/// One burst as IEC 60601-1-8 describes it. Duration and gaps are measured where the envelope
/// passes 90 % of its height, the rise from 10 % to 90 %; the fall takes as long as the rise.
struct BurstSpec {
  AlertPriority priority = AlertPriority::Low;
  milliseconds pulse{};            ///< t_d
  std::vector<milliseconds> gaps;  ///< between the pulses, one fewer than there are pulses
  milliseconds rise{};
  double fundamentalHz = 0;
  std::vector<Harmonic> harmonics;
  double levelDb = 0;  ///< of the peak, against the loudest that the device can play

  std::size_t pulses() const { return gaps.size() + 1; }
  /// From the first pulse's begin to the last one's end.
  milliseconds duration() const;
  /// After how long the burst may be cut off when its reason has gone: in the long gap in the
  /// middle of ten pulses, else at its end.
  milliseconds leastDuration() const;
  bool operator==(const BurstSpec&) const = default;
};

/// The station's own bursts; tests hold them against the standard (burst_rules.h).
const BurstSpec& burstOf(Signal signal);

/// The burst as samples of one channel, -1 to 1, `sampleRate` in Hz.
std::vector<float> synthesize(const BurstSpec& spec, double sampleRate);

}  // namespace vitalwall::sound
