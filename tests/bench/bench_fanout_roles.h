// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace vitalwall::bench {

// Each role is a process of its own, so that its CPU time can be told apart. It says "ready ..." on
// standard output, answers every line of standard input with what it has counted, and ends with the
// end of its input. Each returns the exit code.

/// The real MonitorServer over a FanoutWard. "ready PORT".
int serveMonitor();

/// The least that fan-out can cost: at every tick one writev of the same entries to each TCP
/// connection. "ready PORT BYTES", BYTES of a mean entry.
int serveTcp();

/// `streams` stations, each on its own connection as in a ward. `patients` of the ward are watched
/// by each; with 0 a stream is open but idle. "ready" as soon as all have heard something; counts
/// updates.
int readMonitor(int port, std::size_t streams, std::size_t patients);

/// `connections` readers of serveTcp(). "ready" as soon as all have heard something; counts bytes.
int readTcp(int port, std::size_t connections);

}  // namespace vitalwall::bench
