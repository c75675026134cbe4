// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "domain/wave.h"

namespace vitalwall {

/// The newest seconds of one wave, addressed by absolute sample index. What did not arrive is
/// kNoSample. Not thread-safe; one owner appends, on the thread that reads.
class WaveRing {
 public:
  /// Keeps at least `seconds` of a wave of `samplesPerSecond` (both > 0).
  WaveRing(double samplesPerSecond, double seconds);

  /// Takes a block in any order. A jump forward leaves a gap; a late block fills one; a measured
  /// sample replaces an older one of its index, a missing sample never does. A block that ends
  /// before all that the ring could hold means that the source counts anew: the ring starts again
  /// with it. A block whose indices would overflow is ignored.
  void append(const WaveBlock& block);

  /// Forgets all samples, as before the first block.
  void clear();

  /// The samples held are those of begin() <= index < end().
  std::uint64_t begin() const { return m_begin; }
  std::uint64_t end() const { return m_end; }
  bool isEmpty() const { return m_begin == m_end; }

  /// How many samples fit; a power of two.
  std::uint64_t capacity() const { return m_cells.size(); }

  /// The sample at `index`, kNoSample outside [begin, end).
  std::int16_t at(std::uint64_t index) const {
    return index >= m_begin && index < m_end ? cell(index) : kNoSample;
  }

  /// The samples from `index` on that lie in memory in one piece; ends at end() or at the ring's
  /// seam. Empty outside [begin, end). Valid until the next append() or clear().
  std::span<const std::int16_t> contiguous(std::uint64_t index) const;

  double samplesPerSecond() const { return m_samplesPerSecond; }

  /// Source time of sample 0 in Unix seconds, fixed by the first block of an epoch: later jitter
  /// of the stamps does not move the samples.
  double originSeconds() const { return m_originSeconds; }

  /// Changes whenever samples before end() changed or the epoch did: who drew them, draws again.
  std::uint64_t generation() const { return m_generation; }

 private:
  std::int16_t cell(std::uint64_t index) const { return m_cells[index & m_mask]; }
  bool isOtherEpoch(std::uint64_t blockEnd) const;
  void startEpoch(const WaveBlock& block);
  void extendTo(std::uint64_t end);
  std::uint64_t store(std::uint64_t first, std::span<const std::int16_t> samples);

  double m_samplesPerSecond;
  double m_originSeconds = 0;
  std::uint64_t m_begin = 0;
  std::uint64_t m_end = 0;
  std::uint64_t m_generation = 0;
  std::uint64_t m_mask;
  std::vector<std::int16_t> m_cells;  ///< kNoSample wherever nothing is held
};

}  // namespace vitalwall
