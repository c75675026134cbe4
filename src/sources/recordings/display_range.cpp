// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/display_range.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace vitalwall::sources {
namespace {

// Physical values of up to about 100,000 samples spread over the whole signal; enough for a
// percentile.
std::vector<double> sampled(const WaveChannel& channel, std::span<const std::int16_t> counts) {
  const auto stride = std::max<std::size_t>(1, counts.size() / 100'000);
  std::vector<double> chosen;
  for (std::size_t i = 0; i < counts.size(); i += stride)
    if (counts[i] != kNoSample) chosen.push_back(channel.toPhysical(counts[i]));
  return chosen;
}

double percentile(std::vector<double>& values, double fraction) {
  const auto last = static_cast<double>(values.size() - 1);
  const auto nth = values.begin() + static_cast<std::ptrdiff_t>(last * fraction);
  std::nth_element(values.begin(), nth, values.end());
  return *nth;
}

DisplayRange ecgRange(std::vector<double> values) {
  const double baseline = percentile(values, 0.5);
  const double below = baseline - percentile(values, 0.005);
  const double above = percentile(values, 0.995) - baseline;
  double scale = 0.25;
  while (scale < 64 && (below > scale || above > 2 * scale)) scale *= 2;
  return {baseline - scale, baseline + 2 * scale};
}

DisplayRange ownRange(std::vector<double> values) {
  const double low = percentile(values, 0.01);
  const double high = percentile(values, 0.99);
  if (high <= low) return {low - 1, low + 1};
  const double margin = 0.1 * (high - low);
  return {low - margin, high + margin};
}

}  // namespace

DisplayRange displayRange(const WaveChannel& channel, std::span<const std::int16_t> counts) {
  if (channel.code == mdc::kArterialPressure) return {0, 180};
  if (channel.code == mdc::kPulmonaryPressure) return {0, 60};
  if (channel.code == mdc::kCentralVenousPressure) return {0, 30};
  if (channel.code == mdc::kCo2) return {0, 50};
  auto values = sampled(channel, counts);
  if (values.empty()) return {};
  return isEcg(channel.code) ? ecgRange(std::move(values)) : ownRange(std::move(values));
}

}  // namespace vitalwall::sources
