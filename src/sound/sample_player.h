// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace vitalwall::sound {

/// An endless stream of samples: a burst, silence before and after it. A burst that is cut off
/// fades within `fade` samples, so that it does not click. One thread.
class SamplePlayer {
 public:
  /// 10 ms at 48 kHz: short enough to be called an end, long enough not to click.
  static constexpr std::size_t kFade = 480;

  explicit SamplePlayer(std::size_t fade) : m_fade(fade) {}

  /// Begins a burst with the next sample, instead of the one that still plays.
  void begin(std::vector<float> burst);
  /// Silence, after the fade.
  void stop() { begin({}); }

  /// The next samples.
  void fill(std::span<float> samples);

 private:
  /// Samples and how many of them have been played.
  struct Track {
    std::vector<float> samples;
    std::size_t position = 0;

    float next() { return position < samples.size() ? samples[position++] : 0.0F; }
  };
  std::vector<float> fadingRest() const;

  std::size_t m_fade;
  Track m_burst;
  Track m_tail;  ///< the end of the burst that was cut off
};

}  // namespace vitalwall::sound
