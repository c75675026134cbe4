// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace vitalwall::server {

/// What happened since the server started. Every member counts up; any thread.
struct ServerCounters {
  std::atomic<std::uint64_t> streams{0};
  std::atomic<std::uint64_t> messages{0};           ///< taken by the stations' connections
  std::atomic<std::uint64_t> emptyRequests{0};      ///< no action that this program knows
  std::atomic<std::uint64_t> malformedIds{0};       ///< a text that is no GUID
  std::atomic<std::uint64_t> malformedCommands{0};  ///< what no server can carry out
  std::atomic<std::uint64_t> undecodable{0};        ///< bytes that are no request
  std::atomic<std::uint64_t> unknownPatients{0};    ///< subscribed, but not in the directory
  std::atomic<std::uint64_t> unknownAlerts{0};      ///< acknowledged, but not open
  std::atomic<std::uint64_t> refusedSubscribes{0};  ///< beyond the patients of one stream
  std::atomic<std::uint64_t> conflatedVitals{0};    ///< replaced by newer ones before the write
  std::atomic<std::uint64_t> droppedWaveTicks{0};   ///< too old before the write: a gap
  std::atomic<std::uint64_t> slowStreams{0};        ///< ended because they did not read
  std::atomic<std::uint64_t> refusedTasks{0};       ///< the ward's queue was full
  std::atomic<std::uint64_t> skippedTicks{0};       ///< the ward was late
};

/// One line with every counter that is not zero, for the log.
std::string describe(const ServerCounters& counters);

}  // namespace vitalwall::server
