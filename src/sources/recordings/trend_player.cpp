// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/trend_player.h"

namespace vitalwall::sources {
namespace {

constexpr std::chrono::minutes kCuffStays{30};

}  // namespace

bool TrendPlayer::isCuff() const {
  const auto code = channel().code;
  return code == mdc::kNibpSystolic || code == mdc::kNibpDiastolic || code == mdc::kNibpMean;
}

std::optional<double> TrendPlayer::valueAt(std::optional<std::uint64_t> sample) const {
  if (!sample) return std::nullopt;
  const auto count = m_signal.counts[*sample];
  const double value = channel().toPhysical(count);
  if (count == kNoSample || value <= 0) return std::nullopt;
  return value;
}

Numeric TrendPlayer::numericAt(std::optional<std::uint64_t> sample, WallTime measuredAt) {
  const auto value = valueAt(sample);
  const Numeric numeric{.code = channel().code,
                        .unit = channel().unit,
                        .value = value,
                        .validity = value ? Validity::Valid : Validity::NotMeasured,
                        .measuredAt = measuredAt};
  if (!isCuff()) return numeric;
  if (value) m_lastCuff = numeric;
  if (m_lastCuff && measuredAt - m_lastCuff->measuredAt > kCuffStays) m_lastCuff.reset();
  return m_lastCuff.value_or(numeric);
}

}  // namespace vitalwall::sources
