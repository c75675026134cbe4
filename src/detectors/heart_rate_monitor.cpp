// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/heart_rate_monitor.h"

#include <algorithm>

namespace vitalwall::detectors {
namespace {

constexpr double kClearlyBetter = 0.15;  // of quality: leads of equal worth must not alternate

constexpr double kDoubtful = 0.45;  // quality below which a rate is Questionable

// A lead without a rate is worth nothing, however clean.
double worthOf(const EcgLeadMonitor& lead) {
  return lead.rate() ? lead.quality() : -1;
}

}  // namespace

WaveMonitor& HeartRateMonitor::addLead(double samplesPerSecond) {
  return m_leads.emplace_back(samplesPerSecond);
}

void HeartRateMonitor::chooseLead() {
  for (std::size_t i = 0; i < m_leads.size(); ++i)
    if (worthOf(m_leads[i]) > worthOf(m_leads[m_chosen]) + kClearlyBetter) m_chosen = i;
}

void HeartRateMonitor::appendNumerics(WallTime now, std::vector<Numeric>& numerics) {
  if (m_leads.empty()) return;
  chooseLead();
  const auto& lead = m_leads[m_chosen];
  auto numeric = lead.rate() ? makeNumeric(mdc::kHeartRate, lead.rate(), now) : withoutBeats(now);
  if (lead.rate() && lead.quality() < kDoubtful) numeric.validity = Validity::Questionable;
  numerics.push_back(numeric);
}

Numeric HeartRateMonitor::withoutBeats(WallTime now) const {
  const auto isAsystole = [](const EcgLeadMonitor& lead) { return lead.isAsystole(); };
  const auto isOff = [](const EcgLeadMonitor& lead) { return lead.isOff(); };
  if (std::any_of(m_leads.begin(), m_leads.end(), isAsystole))
    return makeNumeric(mdc::kHeartRate, 0, now);
  const bool allOff = std::all_of(m_leads.begin(), m_leads.end(), isOff);
  return makeNumeric(mdc::kHeartRate, std::nullopt, now,
                     allOff ? Validity::LeadOff : Validity::NotMeasured);
}

}  // namespace vitalwall::detectors
