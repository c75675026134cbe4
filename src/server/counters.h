// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace vitalwall::server {

/// What happened since the server started. Every member counts up; any thread.
struct ServerCounters {
  using Count = std::atomic<std::uint64_t>;

  Count streams{0};
  Count messages{0};           ///< taken by the stations' connections
  Count emptyRequests{0};      ///< no action that this program knows
  Count malformedIds{0};       ///< a text that is no GUID
  Count malformedCommands{0};  ///< what no server can carry out
  Count undecodable{0};        ///< bytes that are no request
  Count unknownPatients{0};    ///< subscribed, but not in the directory
  Count unknownAlerts{0};      ///< acknowledged, but not open
  Count refusedSubscribes{0};  ///< beyond the patients of one stream
  Count conflatedVitals{0};    ///< replaced by newer ones before the write
  Count droppedWaveTicks{0};   ///< too old before the write: a gap
  Count slowStreams{0};        ///< ended because they did not read
  Count refusedTasks{0};       ///< the ward's queue was full
  Count skippedTicks{0};       ///< the ward was late
};

/// One of the counters, for people and for machines.
struct CounterInfo {
  std::string_view words;   ///< "malformed ids"
  std::string_view metric;  ///< Prometheus name without the program's prefix: "malformed_ids_total"
  std::string_view help;    ///< what is counted, in one line
  ServerCounters::Count ServerCounters::*count;
};

/// All of them, in the order of the members.
std::span<const CounterInfo> knownCounters();

/// One line with every counter that is not zero, for the log.
std::string describe(const ServerCounters& counters);

}  // namespace vitalwall::server
