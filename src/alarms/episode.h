// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarms/finding.h"

namespace vitalwall::alarms {

/// One alarm episode from its crossing to its end: the state machine behind an Alert.
///
/// - A worse value replaces the shown one; a better one does not, so the alarm line keeps what the
///   alarm was about.
/// - A higher priority or a farther limit (extreme, a higher band of a score) removes the
///   acknowledgement: who silenced "HR 125" has not seen "HR 150". The priority never falls again
///   within the episode, so that a value that dances on the extreme limit does not sound again and
///   again.
/// - A missing value keeps the episode open and says so: no measurement is not a recovery.
/// - When the condition has gone, a latching alarm that nobody has seen stays, latched.
///
/// Every function that returns bool says whether the alert changed; publishAs() then numbers it.
class Episode {
 public:
  /// A new episode. `finding` must be Present.
  Episode(AlertId id, PatientId patient, const Finding& finding, Moment now);

  /// Goes on with an open alert of an earlier run.
  Episode(Alert alert, Moment now);

  /// Takes the newest judgement of this condition. `latching`: see latches().
  bool apply(const Finding& finding, bool latching, WallTime now);

  /// Takes the judgement after `by` has changed what the condition is judged by (limits, profile,
  /// observations): shown as judged now, or over.
  bool judgeAnew(const Finding& finding, const std::string& by, WallTime now);

  /// A person's word: silences an active alarm, ends a latched one and one without a condition that
  /// could go (the damaged record). False when somebody has silenced it already.
  bool acknowledge(Acknowledgement acknowledgement);

  /// Another person had been first.
  bool replaceAcknowledgement(const Acknowledgement& first, WallTime now);

  /// Over, whatever the condition is.
  void end(AlertCause cause, const std::string& by, WallTime now);

  /// To high priority, when it is a medium alarm of the body that nobody has answered since
  /// `after`. 0 never.
  bool escalate(std::chrono::seconds after, Moment now);

  /// It is on disk now.
  void markRecorded(WallTime now);

  /// Numbers the current state; to be called after every change.
  void publishAs(std::uint64_t revision) { m_alert.revision = revision; }

  const Alert& alert() const { return m_alert; }

 private:
  void change(AlertCause cause, const std::string& by, WallTime now);
  bool applyPresent(const Finding& finding, WallTime now);
  bool applyAbsent(bool latching, WallTime now);
  bool setValueMissing(bool missing, WallTime now);
  bool isFarther(std::optional<double> a, std::optional<double> b) const;
  bool isWorse(const Finding& finding) const;
  void show(const Finding& finding);
  bool isValueMissing() const;

  Alert m_alert;
  SteadyTime m_raisedAt;
};

}  // namespace vitalwall::alarms
