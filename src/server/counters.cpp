// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/counters.h"

#include <array>

namespace vitalwall::server {
namespace {

using Counters = ServerCounters;

constexpr std::array kKnown = {
    CounterInfo{"streams", "streams_total", "Streams that stations have opened.",
                &Counters::streams},
    CounterInfo{"messages", "messages_total", "Messages that the stations' connections took.",
                &Counters::messages},
    CounterInfo{"empty requests", "empty_requests_total",
                "Requests without an action that this program knows.", &Counters::emptyRequests},
    CounterInfo{"malformed ids", "malformed_ids_total",
                "Requests that name something by a text that is no GUID.", &Counters::malformedIds},
    CounterInfo{"malformed commands", "malformed_commands_total",
                "Commands that no server can carry out.", &Counters::malformedCommands},
    CounterInfo{"undecodable requests", "undecodable_requests_total",
                "Messages that are no request at all.", &Counters::undecodable},
    CounterInfo{"unknown patients", "unknown_patients_total",
                "Subscriptions of patients that are not in the directory.",
                &Counters::unknownPatients},
    CounterInfo{"unknown alerts", "unknown_alerts_total",
                "Acknowledgements of alarms that are not open.", &Counters::unknownAlerts},
    CounterInfo{"refused subscribes", "refused_subscribes_total",
                "Subscriptions beyond the patients of one stream.", &Counters::refusedSubscribes},
    CounterInfo{"conflated vitals", "conflated_vitals_total",
                "Vitals that newer ones replaced before a slow station took them.",
                &Counters::conflatedVitals},
    CounterInfo{"dropped wave ticks", "dropped_wave_ticks_total",
                "Ticks of waves that were too old before a slow station took them.",
                &Counters::droppedWaveTicks},
    CounterInfo{"slow streams", "slow_streams_total",
                "Streams that were ended because the station did not read.",
                &Counters::slowStreams},
    CounterInfo{"refused tasks", "refused_tasks_total",
                "Tasks for which the ward's queue had no room.", &Counters::refusedTasks},
    CounterInfo{"skipped ticks", "skipped_ticks_total", "Ticks for which the ward was late.",
                &Counters::skippedTicks},
};

}  // namespace

std::span<const CounterInfo> knownCounters() {
  return kKnown;
}

std::string describe(const ServerCounters& counters) {
  std::string text;
  for (const auto& known : kKnown) {
    const std::uint64_t count = counters.*known.count;
    if (count == 0) continue;
    if (!text.empty()) text += ", ";
    text.append(known.words).append(" ").append(std::to_string(count));
  }
  return text.empty() ? "nothing happened" : text;
}

}  // namespace vitalwall::server
