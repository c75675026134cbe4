// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "apps/vitalwall-probe/violation_log.h"
#include "domain/wave.h"

namespace vitalwall::probe {

/// Whether the blocks of every wave join. A jump forward is legal on a slow line, where a station
/// draws it as a gap, but not to a client that reads as fast as it can; a step back never is.
class WaveContinuity {
 public:
  explicit WaveContinuity(ViolationLog& log) : m_log(log) {}

  void onBlock(const WaveBlock& block);

  /// Jumps forward so far.
  std::uint64_t gaps() const { return m_gaps; }

 private:
  ViolationLog& m_log;
  std::map<std::pair<PatientId, std::uint32_t>, std::uint64_t> m_next;
  std::uint64_t m_gaps = 0;
};

}  // namespace vitalwall::probe
