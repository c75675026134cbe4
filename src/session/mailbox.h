// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "domain/clock.h"
#include "domain/vitals.h"
#include "domain/wave.h"

namespace vitalwall::session {

/// Vitals with the moment they reached this program, from which their age is told.
struct ReceivedVitals {
  Vitals vitals;
  SteadyTime receivedAt{};
  /// When they were true by the server's clock, rather too early than too late; nullopt if the
  /// server does not tell its time.
  std::optional<SteadyTime> asOf{};
};

/// A wave block with the moment it reached this program.
struct ReceivedWave {
  WaveBlock block;
  SteadyTime receivedAt{};
};

/// Everything that arrived since the last take().
struct Mail {
  std::vector<ReceivedVitals> vitals;  ///< newest per patient
  std::vector<ReceivedWave> waves;     ///< in order of arrival
  std::uint64_t discardedBlocks = 0;   ///< wave blocks that did not fit; shown as gaps
  std::uint64_t conflatedVitals = 0;   ///< vitals that newer ones replaced
};

/// Hands waves and vitals from the library's threads to the frame clock without an event each.
/// Vitals: the newest per patient wins. Waves: appended up to a cap, then the oldest go and are
/// counted. Alarms never pass here. Thread-safe.
class Mailbox {
 public:
  /// `waveCapacity` blocks wait at most; at least 1.
  explicit Mailbox(std::size_t waveCapacity = 65536);

  void post(ReceivedVitals received);
  void post(WaveBlock block, SteadyTime receivedAt);

  /// Takes all, leaving the box empty. Called once a frame by the GUI thread.
  Mail take();

 private:
  const std::size_t m_waveCapacity;
  std::mutex m_mutex;
  Mail m_mail;
  std::size_t m_oldestWave = 0;  ///< once full, the waves are a ring that begins here
  std::unordered_map<PatientId, std::size_t> m_vitalsIndex;
};

}  // namespace vitalwall::session
