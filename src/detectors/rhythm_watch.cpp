// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/rhythm_watch.h"

#include <algorithm>

namespace vitalwall::detectors {
namespace {

constexpr double kAsystoleSettles = 0;      // s; three beats were needed to see that it has gone
constexpr double kTachycardiaSettles = 3;   // s
constexpr double kFibrillationSettles = 3;  // s

/// What would begin does not where the pulse proves the contrary; what has begun goes on.
Sighting unlessDisproved(Sighting sighting, bool isPresent, bool isDisproved) {
  const bool begins = sighting == Sighting::Present && !isPresent;
  return begins && isDisproved ? Sighting::Absent : sighting;
}

}  // namespace

RhythmWatch::RhythmWatch()
    : m_asystole({mdc::kEventAsystole, mdc::kHeartRate}, kAsystoleSettles),
      m_tachycardia({mdc::kEventVentricularTachycardia, mdc::kHeartRate}, kTachycardiaSettles),
      m_fibrillation({mdc::kEventVentricularFibrillation, mdc::kHeartRate}, kFibrillationSettles) {}

WaveMonitor& RhythmWatch::addLead(double samplesPerSecond) {
  return m_leads.emplace_back(samplesPerSecond);
}

WaveMonitor& RhythmWatch::addPulse(double samplesPerSecond, double smallestRise) {
  return m_pulses.emplace_back(samplesPerSecond, smallestRise);
}

void RhythmWatch::appendChanges(std::vector<ConditionChange>& changes) {
  const double now = seconds();
  m_asystole.look(asystole(), now, changes);
  m_tachycardia.look(tachycardia(), now, changes);
  m_fibrillation.look(fibrillation(), now, changes);
}

double RhythmWatch::seconds() const {
  double newest = 0;
  for (const auto& lead : m_leads) newest = std::max(newest, lead.seconds());
  return newest;
}

bool RhythmWatch::isBeating() const {
  return std::any_of(m_pulses.begin(), m_pulses.end(),
                     [](const PulseWitness& pulse) { return pulse.isBeating(); });
}

Sighting RhythmWatch::asystole() const {
  auto seen = Sighting::Unseen;
  for (const auto& lead : m_leads) seen = lifeOutweighs(seen, lead.asystole());
  return unlessDisproved(seen, m_asystole.isPresent(), isBeating());
}

Sighting RhythmWatch::tachycardiaIn(const RhythmLead& lead) const {
  const auto seen = lead.tachycardia();
  const double rate = lead.tachycardiaRate();
  const bool isContradicted =
      seen == Sighting::Present &&
      (std::any_of(
           m_leads.begin(), m_leads.end(),
           [rate](const RhythmLead& other) { return other.contradictsTachycardia(rate); }) ||
       (!m_tachycardia.isPresent() &&
        std::any_of(m_pulses.begin(), m_pulses.end(),
                    [rate](const PulseWitness& pulse) { return pulse.isUndisturbedBy(rate); })));
  return isContradicted ? Sighting::Absent : seen;
}

Sighting RhythmWatch::tachycardia() const {
  auto seen = Sighting::Unseen;
  for (const auto& lead : m_leads) seen = dangerOutweighs(seen, tachycardiaIn(lead));
  return seen;
}

Sighting RhythmWatch::fibrillation() const {
  auto seen = Sighting::Unseen;
  for (const auto& lead : m_leads) seen = dangerOutweighs(seen, lead.fibrillation());
  return unlessDisproved(seen, m_fibrillation.isPresent(), isBeating());
}

}  // namespace vitalwall::detectors
