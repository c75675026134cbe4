// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/burst.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace vitalwall::sound {
namespace {

using namespace std::chrono_literals;
using Seconds = std::chrono::duration<double>;

/// A straight ramp passes from 10 % to 90 % in 8 tenths of its length.
constexpr double kRampPart = 0.8;
constexpr double kRampBeyondThreshold = 0.9;  ///< of the ramp lies before the 90 % point

/// C5 with four partials above it, each within 15 dB: the ear tells where such a tone comes from.
constexpr double kFundamentalHz = 523.25;
const std::vector<Harmonic> kHarmonics = {{2, -3}, {3, -5}, {4, -7}, {5, -9}};

double gain(double levelDb) {
  return std::pow(10.0, levelDb / 20.0);
}

/// The steady tone at `phase` (1 is a period of the fundamental), not yet scaled.
double toneAt(const BurstSpec& spec, double phase) {
  const double angle = 2 * std::numbers::pi * phase;
  double sum = std::sin(angle);
  for (const auto& harmonic : spec.harmonics)
    sum += gain(harmonic.levelDb) * std::sin(harmonic.order * angle);
  return sum;
}

/// The tone's largest value within a period.
double tonePeak(const BurstSpec& spec) {
  constexpr int kSteps = 4096;
  double peak = 0;
  for (int step = 0; step < kSteps; ++step)
    peak = std::max(peak, std::abs(toneAt(spec, static_cast<double>(step) / kSteps)));
  return peak;
}

/// A pulse's shape: 0 to 1, `time` since its 90 % point, rising.
double envelopeAt(Seconds time, const BurstSpec& spec) {
  const double ramp = Seconds(spec.rise).count() / kRampPart;
  const double rising = time.count() / ramp + kRampBeyondThreshold;
  const double falling = (Seconds(spec.pulse) - time).count() / ramp + kRampBeyondThreshold;
  return std::clamp(std::min(rising, falling), 0.0, 1.0);
}

/// Adds the pulse whose 90 % point is `begin` after the first sample.
void addPulse(std::vector<float>& samples, const BurstSpec& spec, double scale, Seconds begin,
              double rate) {
  const Seconds ramp = Seconds(spec.rise) / kRampPart;
  const auto first = static_cast<std::size_t>((begin - kRampBeyondThreshold * ramp).count() * rate);
  const auto last = static_cast<std::size_t>((begin + spec.pulse + ramp).count() * rate);
  for (std::size_t i = first; i < std::min(last, samples.size()); ++i) {
    const Seconds time = Seconds(static_cast<double>(i) / rate) - begin;
    const double tone = toneAt(spec, spec.fundamentalHz * time.count());
    samples[i] = static_cast<float>(scale * envelopeAt(time, spec) * tone);
  }
}

BurstSpec highBurst() {
  return {.priority = AlertPriority::High,
          .pulse = 150ms,
          .gaps = {100ms, 100ms, 350ms, 100ms, 700ms, 100ms, 100ms, 350ms, 100ms},
          .rise = 20ms,
          .fundamentalHz = kFundamentalHz,
          .harmonics = kHarmonics,
          .levelDb = 0};
}

BurstSpec mediumBurst() {
  return {.priority = AlertPriority::Medium,
          .pulse = 180ms,
          .gaps = {200ms, 200ms},
          .rise = 25ms,
          .fundamentalHz = kFundamentalHz,
          .harmonics = kHarmonics,
          .levelDb = -2};
}

BurstSpec lowBurst() {
  auto burst = mediumBurst();
  burst.priority = AlertPriority::Low;
  burst.gaps = {200ms};
  burst.levelDb = -4;
  return burst;
}

BurstSpec reminderBurst() {
  auto burst = lowBurst();
  burst.gaps.clear();
  return burst;
}

}  // namespace

Signal signalOf(AlertPriority priority) {
  switch (priority) {
    case AlertPriority::High:
      return Signal::High;
    case AlertPriority::Medium:
      return Signal::Medium;
    case AlertPriority::Low:
      break;
  }
  return Signal::Low;
}

milliseconds BurstSpec::duration() const {
  return std::accumulate(gaps.begin(), gaps.end(), pulse * static_cast<int>(pulses()));
}

milliseconds BurstSpec::leastDuration() const {
  const auto half = static_cast<std::ptrdiff_t>(pulses() / 2);
  if (pulses() < 10) return duration();
  const auto middle = gaps.begin() + half - 1;
  return std::accumulate(gaps.begin(), middle, pulse * static_cast<int>(half)) + *middle / 2;
}

const BurstSpec& burstOf(Signal signal) {
  static const BurstSpec high = highBurst();
  static const BurstSpec medium = mediumBurst();
  static const BurstSpec low = lowBurst();
  static const BurstSpec reminder = reminderBurst();
  switch (signal) {
    case Signal::High:
      return high;
    case Signal::Medium:
      return medium;
    case Signal::Low:
      return low;
    case Signal::Reminder:
      break;
  }
  return reminder;
}

std::vector<float> synthesize(const BurstSpec& spec, double sampleRate) {
  const Seconds ramp = Seconds(spec.rise) / kRampPart;
  const Seconds total = Seconds(spec.duration()) + 2 * kRampBeyondThreshold * ramp;
  std::vector<float> samples(static_cast<std::size_t>(std::ceil(total.count() * sampleRate)));
  const double scale = gain(spec.levelDb) / tonePeak(spec);
  Seconds begin = kRampBeyondThreshold * ramp;
  for (std::size_t i = 0; i < spec.pulses(); ++i) {
    addPulse(samples, spec, scale, begin, sampleRate);
    if (i < spec.gaps.size()) begin += spec.pulse + spec.gaps[i];
  }
  return samples;
}

}  // namespace vitalwall::sound
