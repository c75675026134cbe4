// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>

#include "apps/vitalwall-probe/alarm_rules.h"
#include "apps/vitalwall-probe/deadlines.h"
#include "apps/vitalwall-probe/wave_continuity.h"
#include "domain/clock.h"
#include "protocol/response_decoder.h"

namespace vitalwall::probe {

/// What the extension promises to a station: messages numbered without a jump in one epoch, a
/// heartbeat a second (3 s here: that is when a station shows red), snapshot_end after a
/// subscription, waves that join, an alarm history that hangs together (alarm_rules.h), an answer
/// to every command. Not thread-safe.
class ExtendedRules {
 public:
  ExtendedRules(ViolationLog& log, Deadlines& deadlines)
      : m_log(log), m_deadlines(deadlines), m_waves(log), m_alarms(log) {}

  /// The call was started; the server must say in its metadata that it speaks the extension.
  void onOpened(Moment at);
  void onMetadata(bool isExtended, Moment at);

  void onSubscribed(PatientId patient, Moment at);
  void onCommandSent(CommandId command, Moment at);
  void onMessage(const protocol::DecodedResponse& message, Moment at);

  /// Jumps in sequence numbers or sample indices.
  std::uint64_t gaps() const { return m_gaps + m_waves.gaps(); }

 private:
  void checkPlace(const protocol::DecodedResponse& message);
  void checkSubscribed(PatientId patient, const char* what);

  void check(const Vitals& vitals, Moment at);
  void check(const WaveBlock& block, Moment at);
  void check(const Alert& alert, Moment at);
  void check(const AlarmSettings& settings, Moment at);
  void check(const Order& order, Moment at);
  void check(const CommandResult& result, Moment at);
  void check(const ServerHeartbeat& heartbeat, Moment at);
  void check(const SnapshotEnd& end, Moment at);
  void check(const Notice& notice, Moment at);

  ViolationLog& m_log;
  Deadlines& m_deadlines;
  WaveContinuity m_waves;
  AlarmRules m_alarms;
  std::set<PatientId> m_subscribed;
  std::set<PatientId> m_withoutSnapshot;  ///< subscribed, snapshot_end not seen
  std::optional<std::uint64_t> m_epoch;
  std::uint64_t m_sequence = 0;
  std::uint64_t m_gaps = 0;
};

}  // namespace vitalwall::probe
