// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "domain/patient.h"
#include "domain/wave_ring.h"

namespace vitalwall::models {

/// The newest seconds of every wave of every watched patient, and how much of them never arrived.
/// GUI thread.
class WaveStore {
 public:
  static constexpr double kDefaultSeconds = 30;

  explicit WaveStore(double seconds = kDefaultSeconds) : m_seconds(seconds) {}

  /// Makes a ring for each wave of the patient. True if rings were made anew: pointers taken
  /// before are no longer valid. The same channels again change nothing.
  bool setChannels(const Patient& patient);
  void forget(PatientId patient);

  /// Takes a block, received at `receivedAt`; one of an unknown patient or channel is ignored.
  void append(const WaveBlock& block, SteadyTime receivedAt);

  /// The ring of a channel, or nullptr. Valid until the patient's channels change or he leaves.
  const WaveRing* ring(PatientId patient, std::size_t channel) const;

  /// When the newest block of any of the patient's waves was received; nullopt if none was.
  std::optional<SteadyTime> receivedAt(PatientId patient) const;

  /// Samples of a patient's waves that were jumped over on the way here, since the start.
  std::uint64_t missingSamples(PatientId patient) const;

 private:
  struct Waves {
    std::vector<WaveChannel> channels;
    std::vector<WaveRing> rings;
    std::optional<SteadyTime> receivedAt;
    std::uint64_t missing = 0;
  };
  const double m_seconds;
  std::unordered_map<PatientId, Waves> m_waves;
};

}  // namespace vitalwall::models
