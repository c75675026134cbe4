// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/bench_fanout_shape.h"

namespace vitalwall::bench {

// Each role is a process of its own, so that its CPU time can be told apart. It says "ready ..." on
// standard output, answers every line of standard input with what it has counted, and ends with the
// end of its input. Each returns the exit code.

/// The real server over a FanoutWard. "ready PORT"; counts conflated updates.
int serveMonitor(const Shape& shape);

/// The same server with nobody to tell, ticking without a pause: what source and alarms cost.
/// "ready PORT"; counts ticks.
int serveNobody(const Shape& shape);

/// The least that fan-out can cost: at every tick one writev of the same entries to each TCP
/// connection. "ready PORT BYTES", BYTES of a mean entry.
int serveTcp(const Shape& shape);

/// Stations, each on its own connection as in a ward. "ready" when all are told whole ticks, so
/// that subscriptions are not measured; counts updates.
int readMonitor(int port, const Shape& shape);

/// Readers of serveTcp(). "ready" as soon as all have heard something; counts bytes.
int readTcp(int port, const Shape& shape);

}  // namespace vitalwall::bench
