// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "detectors/breath_watch.h"
#include "detectors/condition_episode.h"
#include "detectors/rhythm_watch.h"
#include "detectors/wave_feed.h"
#include "domain/device_condition.h"
#include "domain/patient.h"

namespace vitalwall::detectors {

/// The lethal conditions of one patient, found in the waves themselves: asystole, ventricular
/// tachycardia, ventricular fibrillation or flutter (each with HR as its parameter) and apnoea
/// (with RR). Definitions: PhysioNet/CinC challenge 2015; apnoea 20 s. ECG from 100 Hz, pulse waves
/// from 40 Hz, respiration and CO2 from 8 Hz; other waves are ignored. A lead that is off or too
/// noisy says nothing; see ConditionEpisode for how a condition ends. Not thread-safe.
class ConditionDetectors {
 public:
  explicit ConditionDetectors(const Patient& patient);

  /// The next block of any channel of this patient; unknown channels are ignored.
  void push(const WaveBlock& block);

  /// What has begun or gone since the last call, stamped `now`; nothing most of the time. To be
  /// called after the blocks of all channels, once a second or more often.
  std::vector<DeviceCondition> take(WallTime now);

 private:
  WaveMonitor* makeMonitor(const WaveChannel& channel);
  void lookForApnoea();

  PatientId m_patient;
  RhythmWatch m_rhythm;
  std::deque<BreathWatch> m_breaths;
  ConditionEpisode m_apnoea;
  std::vector<std::optional<WaveFeed>> m_feeds;  // by channel; none for waves nobody watches
  std::vector<ConditionChange> m_changes;
};

}  // namespace vitalwall::detectors
