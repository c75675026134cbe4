// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics_text.h"

#include <absl/strings/str_format.h>

namespace vitalwall::server {
namespace {

void append(std::string& text, std::string_view metric, std::string_view type,
            std::string_view help, double value) {
  absl::StrAppendFormat(&text, "# HELP vitalwalld_%s %s\n# TYPE vitalwalld_%s %s\n", metric, help,
                        metric, type);
  absl::StrAppendFormat(&text, "vitalwalld_%s %.15g\n", metric, value);
}

}  // namespace

std::string metricsText(const ServerCounters& counters, const ServerGauges& gauges) {
  std::string text;
  append(text, "patients", "gauge", "Patients in the directory.",
         static_cast<double>(gauges.patients));
  append(text, "open_streams", "gauge", "Stations that are connected.",
         static_cast<double>(gauges.openStreams));
  append(text, "uptime_seconds", "gauge", "Seconds since the server began to serve.",
         gauges.uptimeSeconds);
  for (const auto& known : knownCounters())
    append(text, known.metric, "counter", known.help,
           static_cast<double>((counters.*known.count).load()));
  return text;
}

}  // namespace vitalwall::server
