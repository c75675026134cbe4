// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/counters.h"

#include <array>
#include <string_view>
#include <utility>

namespace vitalwall::server {

std::string describe(const ServerCounters& counters) {
  const std::array<std::pair<std::string_view, std::uint64_t>, 14> all = {{
      {"streams", counters.streams},
      {"messages", counters.messages},
      {"empty requests", counters.emptyRequests},
      {"malformed ids", counters.malformedIds},
      {"malformed commands", counters.malformedCommands},
      {"undecodable requests", counters.undecodable},
      {"unknown patients", counters.unknownPatients},
      {"unknown alerts", counters.unknownAlerts},
      {"refused subscribes", counters.refusedSubscribes},
      {"conflated vitals", counters.conflatedVitals},
      {"dropped wave ticks", counters.droppedWaveTicks},
      {"slow streams", counters.slowStreams},
      {"refused tasks", counters.refusedTasks},
      {"skipped ticks", counters.skippedTicks},
  }};
  std::string text;
  for (const auto& [name, count] : all) {
    if (count == 0) continue;
    if (!text.empty()) text += ", ";
    text.append(name).append(" ").append(std::to_string(count));
  }
  return text.empty() ? "nothing happened" : text;
}

}  // namespace vitalwall::server
