// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/event_printer.h"

#include <nlohmann/json.hpp>

#include "apps/vitalwall-probe/event_json.h"

namespace vitalwall::probe {

void EventPrinter::print(const PlainMessage& message) {
  ++m_events;
  if (!m_quiet) m_out << toJson(message) << std::endl;
}

void EventPrinter::print(const ServerEvent& event, WallTime receivedAt) {
  ++m_events;
  if (const auto* vitals = std::get_if<Vitals>(&event))
    m_latency.add(receivedAt - vitals->sourceTime);
  if (!m_quiet) m_out << toJson(event) << std::endl;
}

void EventPrinter::printSummary(std::uint64_t gaps, const std::vector<std::string>& violations) {
  nlohmann::ordered_json summary = {{"events", m_events}, {"gaps", gaps}};
  const auto median = m_latency.percentile(0.5);
  const auto worst = m_latency.percentile(0.99);
  if (median && worst)
    summary["vitals_latency_ms"] = {{"p50", median->count()}, {"p99", worst->count()}};
  summary["violations"] = violations;
  m_out << summary.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
}

}  // namespace vitalwall::probe
