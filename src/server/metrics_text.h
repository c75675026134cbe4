// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "server/counters.h"

namespace vitalwall::server {

/// What is true of a server at one moment.
struct ServerGauges {
  std::size_t patients = 0;     ///< in the directory
  std::size_t openStreams = 0;  ///< stations that are connected
  double uptimeSeconds = 0;
};

/// Counters and gauges in Prometheus' text format, version 0.0.4; names begin with "vitalwalld_".
/// Nothing in it names a patient or a person. Pure.
std::string metricsText(const ServerCounters& counters, const ServerGauges& gauges);

}  // namespace vitalwall::server
