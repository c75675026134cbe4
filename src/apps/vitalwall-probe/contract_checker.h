// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <absl/status/status.h>

#include "apps/vitalwall-probe/extended_rules.h"
#include "apps/vitalwall-probe/plain_rules.h"

namespace vitalwall::probe {

/// Watches one MonitorPatients stream from the client's side and notes whatever breaks the wire
/// contract: plain_rules.h and extended_rules.h say what is checked. Knows no clock and no stream,
/// so every rule can be tested with invented moments. Not thread-safe; must stay where it is.
class ContractChecker {
 public:
  explicit ContractChecker(protocol::JsonStyle style = protocol::JsonStyle::Camel)
      : m_plain(style, m_log, m_deadlines), m_extended(m_log, m_deadlines) {}
  ContractChecker(const ContractChecker&) = delete;
  ContractChecker& operator=(const ContractChecker&) = delete;

  /// The rules for this stream's dialect; feed only those that were negotiated.
  PlainRules& plain() { return m_plain; }
  ExtendedRules& extended() { return m_extended; }

  /// Bytes that are no PatientStatusResponse at all.
  void onUnreadable() { m_log.add("A message is no PatientStatusResponse."); }

  /// Reports promises whose time is over. Call after everything that arrived before `now`.
  void onTime(SteadyTime now) { m_deadlines.onTime(now); }

  /// From half-close on nothing but the end is promised: OK, within 5 s.
  void onHalfClosed(SteadyTime now);

  /// The stream's end. Anything but OK after a half-close breaks the contract.
  void onEnded(const absl::Status& status, SteadyTime now);

  std::uint64_t gaps() const { return m_extended.gaps(); }
  const ViolationLog& violations() const { return m_log; }

 private:
  ViolationLog m_log;
  Deadlines m_deadlines{m_log};
  PlainRules m_plain;
  ExtendedRules m_extended;
};

}  // namespace vitalwall::probe
