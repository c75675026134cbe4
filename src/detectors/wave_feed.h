// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "detectors/wave_monitor.h"
#include "domain/wave.h"

namespace vitalwall::detectors {

/// Gives the blocks of one channel to its monitor sample by sample, in physical units. A jump in
/// the indices is a gap; samples that were there already are left out; a source that counts anew
/// is a gap too.
class WaveFeed {
 public:
  /// `monitor` must outlive this object.
  WaveFeed(const WaveChannel& channel, WaveMonitor& monitor)
      : m_channel(channel), m_monitor(&monitor) {}

  void push(const WaveBlock& block);

 private:
  void skipTo(std::uint64_t first);

  WaveChannel m_channel;
  WaveMonitor* m_monitor;
  std::optional<std::uint64_t> m_next;  // index of the sample that follows
};

}  // namespace vitalwall::detectors
