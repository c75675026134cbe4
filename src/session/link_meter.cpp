// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/link_meter.h"

#include <algorithm>

namespace vitalwall::session {

namespace {
/// An answer that took longer than so many heartbeats is not waited for.
constexpr std::size_t kMostBeats = 16;
}  // namespace

LinkMeter::LinkMeter(std::shared_ptr<const Clock> clock) : m_clock(std::move(clock)) {}

void LinkMeter::noteStream() {
  const std::scoped_lock lock(m_mutex);
  ++m_counts.connections;
  m_beats.clear();
  m_newest.clear();
  m_serverClock.reset();
}

void LinkMeter::noteBeat(CommandId id) {
  const std::scoped_lock lock(m_mutex);
  m_beats.push_back({id, m_clock->steadyNow()});
  if (m_beats.size() > kMostBeats) m_beats.pop_front();
}

bool LinkMeter::noteAnswer(const CommandResult& result, SteadyTime receivedAt) {
  const std::scoped_lock lock(m_mutex);
  const auto beat = std::ranges::find(m_beats, result.id, &Beat::id);
  if (beat == m_beats.end()) return false;
  measure(m_roundTrip, receivedAt - beat->sentAt, receivedAt);
  // A server that answers without its time can still be measured, only not its clock.
  if (result.at != WallTime{}) m_serverClock.observe(beat->sentAt, receivedAt, result.at);
  m_beats.erase(m_beats.begin(), std::next(beat));
  return true;
}

void LinkMeter::noteHeartbeat(const ServerHeartbeat& heartbeat, SteadyTime receivedAt) {
  const std::scoped_lock lock(m_mutex);
  if (const auto age = m_serverClock.since(heartbeat.serverTime, receivedAt))
    measure(m_serverToStation, *age, receivedAt);
}

/// What a new stream begins with, and what a server says again, may be of any age.
void LinkMeter::noteVitals(const Vitals& vitals, SteadyTime receivedAt) {
  const std::scoped_lock lock(m_mutex);
  m_vitalsAt = receivedAt;
  const auto [newest, isFirst] = m_newest.try_emplace(vitals.patient, vitals.sourceTime);
  if (isFirst || vitals.sourceTime <= newest->second) return;
  newest->second = vitals.sourceTime;
  if (const auto age = m_serverClock.since(vitals.sourceTime, receivedAt))
    measure(m_sourceToStation, *age, receivedAt);
}

std::optional<SteadyTime> LinkMeter::earliest(WallTime serverTime, SteadyTime receivedAt) {
  const std::scoped_lock lock(m_mutex);
  return m_serverClock.earliest(serverTime, receivedAt);
}

void LinkMeter::noteLoss(std::uint64_t messages) {
  const std::scoped_lock lock(m_mutex);
  m_counts.lostMessages += messages;
}

void LinkMeter::noteMail(const Mail& mail, std::optional<SteadyTime> drawnAt) {
  const std::scoped_lock lock(m_mutex);
  m_counts.conflatedVitals += mail.conflatedVitals;
  m_counts.discardedBlocks += mail.discardedBlocks;
  if (!drawnAt) return;
  for (const auto& received : mail.vitals)
    measure(m_stationToFrame, *drawnAt - received.receivedAt, *drawnAt);
  for (const auto& received : mail.waves)
    measure(m_stationToFrame, *drawnAt - received.receivedAt, *drawnAt);
}

LinkFigures LinkMeter::figures() {
  const std::scoped_lock lock(m_mutex);
  const auto now = m_clock->now();
  auto figures = m_counts;
  if (m_vitalsAt) figures.sinceVitals = std::chrono::floor<milliseconds>(now.steady - *m_vitalsAt);
  figures.roundTrip = m_roundTrip.figures(now.steady);
  figures.serverToStation = m_serverToStation.figures(now.steady);
  figures.sourceToStation = m_sourceToStation.figures(now.steady);
  figures.stationToFrame = m_stationToFrame.figures(now.steady);
  figures.serverClock = m_serverClock.offset(now.steady, now.wall);
  return figures;
}

void LinkMeter::measure(RecentDelays& delays, SteadyTime::duration delay, SteadyTime now) {
  delays.add(std::chrono::floor<microseconds>(delay), now);
}

}  // namespace vitalwall::session
