// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/sample_player.h"

#include <algorithm>
#include <utility>

namespace vitalwall::sound {

void SamplePlayer::begin(std::vector<float> burst) {
  m_tail = {.samples = fadingRest()};
  m_burst = {.samples = std::move(burst)};
}

void SamplePlayer::fill(std::span<float> samples) {
  for (float& sample : samples) sample = std::clamp(m_burst.next() + m_tail.next(), -1.0F, 1.0F);
}

std::vector<float> SamplePlayer::fadingRest() const {
  const auto begin = m_burst.samples.begin() + static_cast<std::ptrdiff_t>(m_burst.position);
  const auto left = m_burst.samples.size() - m_burst.position;
  const auto length = std::min(left, m_fade);
  std::vector<float> rest(begin, begin + static_cast<std::ptrdiff_t>(length));
  for (std::size_t i = 0; i < length; ++i)
    rest[i] *= 1.0F - static_cast<float>(i) / static_cast<float>(m_fade);
  return rest;
}

}  // namespace vitalwall::sound
