// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

#include "apps/vitalwall-probe/latency.h"
#include "apps/vitalwall-probe/plain_message.h"
#include "apps/vitalwall-probe/violation_log.h"
#include "domain/server_event.h"

namespace vitalwall::probe {

/// Writes one JSON object a line for programs to read: "type", mostly "patient" and "time" (Unix
/// ms), and what the event carries. Not thread-safe.
class EventPrinter {
 public:
  /// `quiet` counts without writing anything but the summary.
  EventPrinter(std::ostream& out, bool quiet) : m_out(out), m_quiet(quiet) {}

  void print(const PlainMessage& message);

  /// `receivedAt` minus the source's time is the latency of vitals in the summary.
  void print(const ServerEvent& event, WallTime receivedAt);

  /// Last line: what was seen, and what was wrong.
  void printSummary(std::uint64_t gaps, const std::vector<std::string>& violations);

 private:
  std::ostream& m_out;
  const bool m_quiet;
  std::uint64_t m_events = 0;
  Latency m_latency;
};

}  // namespace vitalwall::probe
