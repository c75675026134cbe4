// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>
#include <vector>

#include "sound/annunciator.h"
#include "support/manual_clock.h"

namespace vitalwall::test {

inline const auto kBed1 = PatientId::fromName("bed 1");
inline const auto kBed2 = PatientId::fromName("bed 2");

/// An annunciator whose time passes only when a test says so. What it wants is written down with
/// the milliseconds since the start: "0 H, 1750 stop, 6000 M"; R is the reminder.
class AnnunciatorBench {
 public:
  sound::Annunciator& annunciator() { return m_annunciator; }
  ManualClock& clock() { return m_clock; }
  const std::vector<sound::AudibleAlarm>& alarms() const { return m_alarms; }

  /// An alarm begins now, or one that is there gets another priority.
  void raise(const char* name, AlertPriority priority, PatientId patient = kBed1);
  void acknowledge(const char* name);
  void setAlarms(std::vector<sound::AudibleAlarm> alarms);

  /// The station's or a patient's audio pause begins now; 0 ends it.
  void pauseStation(milliseconds length);
  void pausePatient(PatientId patient, milliseconds length);

  /// Lives through `duration` with every moment that the annunciator asks for.
  void pass(milliseconds duration);
  /// Lets it decide now.
  void act();

  /// What happened since the last call.
  QString heard();

 private:
  std::optional<TimedPause> pauseFor(milliseconds length) const;

  ManualClock m_clock;
  const SteadyTime m_start = m_clock.steadyNow();
  sound::Annunciator m_annunciator;
  std::vector<sound::AudibleAlarm> m_alarms;
  sound::PatientPauses m_pauses;
  QStringList m_heard;
};

}  // namespace vitalwall::test
