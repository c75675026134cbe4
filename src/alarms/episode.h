// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarms/finding.h"

namespace vitalwall::alarms {

/// One alarm episode from its crossing to its end: the state machine behind an Alert.
///
/// - A worse value replaces the shown one; a better one does not, so the alarm line keeps what the
///   alarm was about.
/// - A higher priority escalates the same episode and removes the acknowledgement: who silenced
///   "HR 125" has not seen "HR 150". It never falls again within the episode, so that a value that
///   dances on the extreme limit does not sound again and again.
/// - A missing value keeps the episode open and says so: no measurement is not a recovery.
class Episode {
 public:
  /// `finding` must be Present.
  Episode(AlertId id, PatientId patient, const Finding& finding, WallTime now);

  /// Takes the newest judgement of this condition. True when the alert changed.
  bool apply(const Finding& finding, WallTime now);

  /// The parameter is not in the newest vitals at all. True when the alert changed.
  bool applyMissing(WallTime now);

  /// Silences the condition. False when somebody already had: the first one stays.
  bool acknowledge(Acknowledgement acknowledgement);

  /// Numbers the current state; to be called after every change.
  void setRevision(std::uint64_t revision) { m_alert.revision = revision; }

  const Alert& alert() const { return m_alert; }

 private:
  bool applyPresent(const Finding& finding);
  bool isWorse(const Finding& finding) const;
  void showValue(const Finding& finding);
  bool setValueMissing(bool missing);

  Alert m_alert;
  std::string m_crossing;  ///< the message without the remark that no value comes
  bool m_valueMissing = false;
};

}  // namespace vitalwall::alarms
