// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <vector>

#include "detectors/condition_episode.h"
#include "detectors/pulse_witness.h"
#include "detectors/rhythm_lead.h"

namespace vitalwall::detectors {

/// The lethal rhythms of a patient from all ECG leads and pulse waves together.
/// Asystole: a lead shows it, and none shows beats. Ventricular tachycardia: a lead shows it, and
/// no other contradicts. Fibrillation: a lead shows it, and none shows usual beats. None of them
/// begins while a pulse wave proves the contrary; a pulse does not end one that has begun, since
/// chest compressions make pulses too.
class RhythmWatch {
 public:
  RhythmWatch();

  /// Adds a wave; the reference stays valid as long as this object.
  WaveMonitor& addLead(double samplesPerSecond);
  WaveMonitor& addPulse(double samplesPerSecond, double smallestRise);

  /// Appends what has begun or gone since the last call; to be called once a second or more often.
  void appendChanges(std::vector<ConditionChange>& changes);

 private:
  double seconds() const;
  bool isBeating() const;
  Sighting asystole() const;
  Sighting tachycardia() const;
  Sighting tachycardiaIn(const RhythmLead& lead) const;
  Sighting fibrillation() const;

  std::deque<RhythmLead> m_leads;
  std::deque<PulseWitness> m_pulses;
  ConditionEpisode m_asystole;
  ConditionEpisode m_tachycardia;
  ConditionEpisode m_fibrillation;
};

}  // namespace vitalwall::detectors
