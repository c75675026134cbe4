// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/wave_feed.h"

#include <algorithm>

#include "detectors/running_window.h"

namespace vitalwall::detectors {
namespace {

constexpr double kLongestGap = 120;  // s; a longer one tells the monitors nothing more
constexpr double kLate = 10;         // s; what is older than that is a new count

}  // namespace

void WaveFeed::skipTo(std::uint64_t first) {
  const auto longest = samplesIn(kLongestGap, m_channel.samplesPerSecond);
  for (auto left = std::min<std::uint64_t>(first - *m_next, longest); left > 0; --left)
    m_monitor->skip();
  m_next = first;
}

void WaveFeed::push(const WaveBlock& block) {
  const auto end = block.firstSample + block.samples.size();
  const auto late = samplesIn(kLate, m_channel.samplesPerSecond);
  if (m_next && end + late < *m_next) {
    m_monitor->skip();
    m_next.reset();
  }
  if (!m_next) m_next = block.firstSample;
  if (block.firstSample > *m_next) skipTo(block.firstSample);
  for (auto index = *m_next; index < end; ++index) {
    const auto sample = block.samples[index - block.firstSample];
    if (sample == kNoSample)
      m_monitor->skip();
    else
      m_monitor->push(m_channel.toPhysical(sample));
  }
  m_next = std::max(*m_next, end);
}

}  // namespace vitalwall::detectors
