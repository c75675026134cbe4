// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>

namespace vitalwall::sources {

/// Time since a source was started.
using Elapsed = std::chrono::nanoseconds;

/// Maps the endless sample index of a replayed signal to the recording, which is played again and
/// again. Between two passes at least a second is missing, so that the end is never joined to the
/// start. All signals of a recording start each pass at the same moment.
class PlayLoop {
 public:
  struct Position {
    std::optional<std::uint64_t> sample;  ///< in the recording; none between two passes
    std::uint64_t left = 0;               ///< samples until this stretch ends
  };

  PlayLoop(double framesPerSecond, std::uint64_t frames)
      : m_framesPerSecond(framesPerSecond),
        m_frames(frames),
        m_pauseFrames(static_cast<std::uint64_t>(std::ceil(framesPerSecond))) {}

  /// How many samples of a signal lie before `elapsed`.
  std::uint64_t samplesBefore(Elapsed elapsed, std::uint32_t samplesPerFrame) const {
    constexpr double kRounding = 1e-6;  // of a sample: 10 s at 250 Hz is sample 2500, not 2499
    return static_cast<std::uint64_t>(std::chrono::duration<double>(elapsed).count() *
                                          m_framesPerSecond * samplesPerFrame +
                                      kRounding);
  }

  /// When sample number `index` is measured.
  Elapsed timeOf(std::uint64_t index, std::uint32_t samplesPerFrame) const {
    return std::chrono::duration_cast<Elapsed>(std::chrono::duration<double>(
        static_cast<double>(index) / (m_framesPerSecond * samplesPerFrame)));
  }

  Position locate(std::uint64_t index, std::uint32_t samplesPerFrame) const {
    const auto recorded = m_frames * samplesPerFrame;
    const auto pass = recorded + m_pauseFrames * samplesPerFrame;
    const auto offset = index % pass;
    if (offset < recorded) return {.sample = offset, .left = recorded - offset};
    return {.sample = std::nullopt, .left = pass - offset};
  }

 private:
  double m_framesPerSecond;
  std::uint64_t m_frames;
  std::uint64_t m_pauseFrames;
};

}  // namespace vitalwall::sources
