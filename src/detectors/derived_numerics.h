// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "detectors/wave_monitor.h"
#include "domain/vitals.h"
#include "domain/wave.h"

namespace vitalwall::detectors {

class HeartRateMonitor;

/// All numerics that can be derived from a patient's waves: HR from every ECG lead together, sys,
/// dia and mean from ABP and PAP, RR from respiration, PR from pleth. Waves sampled too slowly for
/// their detector give nothing. Not thread-safe.
class DerivedNumerics {
 public:
  explicit DerivedNumerics(const std::vector<WaveChannel>& channels);

  /// The codes that take() gives, in its order.
  std::vector<MdcCode> codes();

  /// The next samples of channel number `channel`; kNoSample means not measured.
  void push(std::size_t channel, std::span<const std::int16_t> samples);

  /// `samples` samples of the channel were not recorded at all.
  void skip(std::size_t channel, std::uint64_t samples);

  /// The numerics as of `now`, always the same codes; to be called once a second.
  std::vector<Numeric> take(WallTime now);

 private:
  struct Listener {
    WaveChannel channel;
    WaveMonitor* monitor = nullptr;  // owned by m_derivers; none for most waves
  };

  HeartRateMonitor& heartRate();
  WaveMonitor* makeMonitor(const WaveChannel& channel);
  template <typename Monitor, typename... Args>
  WaveMonitor* add(Args&&... args);

  std::vector<std::unique_ptr<NumericDeriver>> m_derivers;
  HeartRateMonitor* m_heartRate = nullptr;  // owned by m_derivers
  std::vector<MdcCode> m_served;            // waves that have their monitor
  std::vector<Listener> m_listeners;
};

}  // namespace vitalwall::detectors
