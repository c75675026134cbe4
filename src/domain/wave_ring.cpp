// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/wave_ring.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace vitalwall {
namespace {

std::uint64_t cellsFor(double samplesPerSecond, double seconds) {
  const double samples = std::ceil(std::max(samplesPerSecond * seconds, 2.0));
  return std::bit_ceil(static_cast<std::uint64_t>(samples));
}

bool wouldOverflow(const WaveBlock& block) {
  return block.samples.size() > std::numeric_limits<std::uint64_t>::max() - block.firstSample;
}

}  // namespace

WaveRing::WaveRing(double samplesPerSecond, double seconds)
    : m_samplesPerSecond(samplesPerSecond),
      m_mask(cellsFor(samplesPerSecond, seconds) - 1),
      m_cells(m_mask + 1, kNoSample) {}

void WaveRing::clear() {
  std::fill(m_cells.begin(), m_cells.end(), kNoSample);
  m_begin = m_end = 0;
  ++m_generation;
}

void WaveRing::append(const WaveBlock& block) {
  if (block.samples.empty() || wouldOverflow(block)) return;
  const std::uint64_t blockEnd = block.firstSample + block.samples.size();
  if (isEmpty() || isOtherEpoch(blockEnd)) startEpoch(block);

  const std::uint64_t knownEnd = m_end;
  extendTo(blockEnd);
  const std::uint64_t oldest = m_end > capacity() ? m_end - capacity() : 0;
  const std::uint64_t first = std::max(block.firstSample, oldest);
  m_begin = std::max(std::min(m_begin, first), oldest);
  if (store(first, std::span(block.samples).subspan(first - block.firstSample)) < knownEnd)
    ++m_generation;
}

std::span<const std::int16_t> WaveRing::contiguous(std::uint64_t index) const {
  if (index < m_begin || index >= m_end) return {};
  const std::uint64_t start = index & m_mask;
  return std::span(m_cells).subspan(start, std::min(m_end - index, capacity() - start));
}

bool WaveRing::isOtherEpoch(std::uint64_t blockEnd) const {
  return m_end > capacity() && blockEnd <= m_end - capacity();
}

void WaveRing::startEpoch(const WaveBlock& block) {
  clear();
  m_begin = m_end = block.firstSample;
  m_originSeconds = static_cast<double>(toUnixMillis(block.sourceTime)) / 1000.0 -
                    static_cast<double>(block.firstSample) / m_samplesPerSecond;
}

/// Moves end() forward; what lies between is missing until it is stored.
void WaveRing::extendTo(std::uint64_t end) {
  if (end <= m_end) return;
  const std::uint64_t fresh = std::min(end - m_end, capacity());
  for (std::uint64_t index = end - fresh; index < end; ++index) m_cells[index & m_mask] = kNoSample;
  m_end = end;
}

/// Returns the lowest index whose sample changed, or one past all if none did.
std::uint64_t WaveRing::store(std::uint64_t first, std::span<const std::int16_t> samples) {
  std::uint64_t lowestChanged = m_end;
  for (std::uint64_t i = samples.size(); i-- > 0;) {
    std::int16_t& target = m_cells[(first + i) & m_mask];
    if (samples[i] == kNoSample || samples[i] == target) continue;
    target = samples[i];
    lowestChanged = first + i;
  }
  return lowestChanged;
}

}  // namespace vitalwall
