// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/tone_analysis.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace vitalwall::test {
namespace {

/// Long enough to smooth a tone of 500 Hz, short against any rise time.
constexpr double kWindowMs = 4;
constexpr double kSilence = 0.003;  ///< RMS below which nothing is played
constexpr double kLeast = 0.1;      ///< 20 dB

/// RMS around every sample.
std::vector<double> envelopeOf(std::span<const float> samples, double rate) {
  const auto half = static_cast<std::size_t>(kWindowMs / 2000 * rate);
  std::vector<double> sums(samples.size() + 1);
  for (std::size_t i = 0; i < samples.size(); ++i)
    sums[i + 1] = sums[i] + static_cast<double>(samples[i]) * samples[i];
  std::vector<double> envelope(samples.size());
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const auto first = i < half ? 0 : i - half;
    const auto last = std::min(i + half, samples.size());
    envelope[i] = std::sqrt((sums[last] - sums[first]) / static_cast<double>(last - first));
  }
  return envelope;
}

/// A stretch of samples, [first, last).
struct Stretch {
  std::size_t first;
  std::size_t last;
};

std::vector<Stretch> loudStretches(std::span<const double> envelope) {
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < envelope.size(); ++i) {
    if (envelope[i] < kSilence) continue;
    const auto first = i;
    while (i < envelope.size() && envelope[i] >= kSilence) ++i;
    stretches.push_back({first, i});
  }
  return stretches;
}

/// The middle of the values.
double medianOf(std::span<const double> values) {
  std::vector<double> sorted(values.begin(), values.end());
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  return *middle;
}

MeasuredPulse measure(std::span<const double> envelope, Stretch stretch, double rate) {
  const auto loud = envelope.subspan(stretch.first, stretch.last - stretch.first);
  const double level = medianOf(loud.subspan(loud.size() / 4, loud.size() / 2));
  const auto reaches = [level](double part) {
    return [threshold = part * level](double value) { return value >= threshold; };
  };
  const auto millis = [&](auto distance) {
    return (static_cast<double>(stretch.first) + static_cast<double>(distance)) / rate * 1000;
  };
  const double ten = millis(std::find_if(loud.begin(), loud.end(), reaches(0.1)) - loud.begin());
  const double begin = millis(std::find_if(loud.begin(), loud.end(), reaches(0.9)) - loud.begin());
  const double end = millis(loud.rend() - std::find_if(loud.rbegin(), loud.rend(), reaches(0.9)));
  return {.begin = begin, .end = end, .rise = begin - ten, .level = level};
}

/// Amplitude of one frequency in samples that are already windowed.
double amplitudeAt(std::span<const double> samples, double hz, double rate) {
  const double factor = 2 * std::cos(2 * std::numbers::pi * hz / rate);
  double last = 0;
  double beforeLast = 0;
  for (const double sample : samples)
    beforeLast = std::exchange(last, sample + factor * last - beforeLast);
  return std::sqrt(last * last + beforeLast * beforeLast - factor * last * beforeLast);
}

/// The middle four fifths of the pulse, under a Hann window.
std::vector<double> plateauOf(std::span<const float> samples, double rate,
                              const MeasuredPulse& pulse) {
  const auto at = [&](double part) {
    return static_cast<std::size_t>((pulse.begin + part * pulse.duration()) / 1000 * rate);
  };
  const auto middle = samples.subspan(at(0.1), at(0.9) - at(0.1));
  std::vector<double> windowed(middle.begin(), middle.end());
  for (std::size_t i = 0; i < windowed.size(); ++i)
    windowed[i] *= 0.5 - 0.5 * std::cos(2 * std::numbers::pi * static_cast<double>(i) /
                                        static_cast<double>(windowed.size()));
  return windowed;
}

/// The strongest frequency within `stepHz` of `hz`.
MeasuredPartial refine(std::span<const double> plateau, double rate, double hz, double stepHz) {
  constexpr double kFineHz = 0.25;
  MeasuredPartial best{.hz = hz, .level = 0};
  for (double fine = hz - stepHz; fine <= hz + stepHz; fine += kFineHz)
    if (const double level = amplitudeAt(plateau, fine, rate); level > best.level)
      best = {.hz = fine, .level = level};
  return best;
}

}  // namespace

double levelDb(const MeasuredPartial& partial, const MeasuredPartial& reference) {
  return 20 * std::log10(partial.level / reference.level);
}

std::vector<MeasuredPulse> measurePulses(std::span<const float> samples, double rate) {
  const auto envelope = envelopeOf(samples, rate);
  std::vector<MeasuredPulse> pulses;
  for (const auto stretch : loudStretches(envelope))
    pulses.push_back(measure(envelope, stretch, rate));
  return pulses;
}

std::vector<double> gapsOf(std::span<const MeasuredPulse> pulses) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < pulses.size(); ++i)
    gaps.push_back(pulses[i].begin - pulses[i - 1].end);
  return gaps;
}

std::vector<MeasuredPartial> measurePartials(std::span<const float> samples, double rate,
                                             const MeasuredPulse& pulse) {
  constexpr double kFirstHz = 100;
  constexpr double kStepHz = 8;  // a tone is 30 Hz wide under this window
  constexpr int kSteps = 513;
  const auto plateau = plateauOf(samples, rate, pulse);
  std::vector<double> spectrum;
  for (int step = 0; step < kSteps; ++step)
    spectrum.push_back(amplitudeAt(plateau, kFirstHz + step * kStepHz, rate));
  const double floor = *std::max_element(spectrum.begin(), spectrum.end()) * kLeast;
  std::vector<MeasuredPartial> partials;
  for (std::size_t i = 1; i + 1 < spectrum.size(); ++i)
    if (spectrum[i] >= floor && spectrum[i] > spectrum[i - 1] && spectrum[i] >= spectrum[i + 1])
      partials.push_back(
          refine(plateau, rate, kFirstHz + static_cast<double>(i) * kStepHz, kStepHz));
  return partials;
}

}  // namespace vitalwall::test
