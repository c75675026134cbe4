// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "domain/clock.h"
#include "sound/sound_state.h"

namespace vitalwall::sound {

/// Judges the way to the loudspeaker by the one thing that counts: whether the device goes on
/// taking samples. Knows no clock. One thread.
class OutputWatch {
 public:
  /// A device that has taken nothing for so long is stalled; with the time between two looks
  /// this is told within 2 s.
  static constexpr milliseconds kLimit{1500};

  /// So many samples after its opening prove that a device plays: half a second at 48 kHz, where
  /// buffers that fill without being played take a fifth.
  static constexpr std::uint64_t kProof = 24000;

  /// The device was opened, or opened anew, when `consumed` samples had been taken. What is known
  /// of it stays until it has proved better.
  void restart(std::uint64_t consumed, SteadyTime now);

  /// `reported`: what the output itself says; `consumed`: samples taken so far.
  OutputHealth judge(OutputHealth reported, std::uint64_t consumed, SteadyTime now);

  /// Nothing was taken for kLimit, as of the last judge(). A device that has begun, however late,
  /// must be left to prove itself.
  bool isIdle(SteadyTime now) const { return now - m_lastGrowth >= kLimit; }

 private:
  OutputHealth m_health = OutputHealth::Opening;
  std::uint64_t m_atRestart = 0;
  std::uint64_t m_consumed = 0;
  SteadyTime m_lastGrowth{};
};

}  // namespace vitalwall::sound
