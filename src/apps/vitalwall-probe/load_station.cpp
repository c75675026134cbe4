// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/load_station.h"

#include <algorithm>
#include <utility>

namespace vitalwall::probe {

void LoadFigures::merge(const LoadFigures& other) {
  age.merge(other.age);
  vitals += other.vitals;
  samples += other.samples;
  missingSamples += other.missingSamples;
  lostMessages += other.lostMessages;
  outages += other.outages;
  slowestStart = std::max(slowestStart, other.slowestStart);
  longestOutage = std::max(longestOutage, other.longestOutage);
}

LoadStation::LoadStation(session::ClientOptions options, std::shared_ptr<const Clock> clock)
    : m_clock(std::move(clock)), m_client(std::move(options), m_clock) {
  connect(&m_client, &session::MonitorClient::statusChanged, this,
          [this](const session::ConnectionStatus& status) { follow(status); });
  connect(&m_client, &session::MonitorClient::linkMeasured, this,
          [this](const LinkFigures& link) { m_figures.lostMessages = link.lostMessages; });
}

void LoadStation::start() {
  m_lostAt = m_clock->steadyNow();
  m_client.start();
}

void LoadStation::drain() {
  const auto now = m_clock->now();
  const auto mail = m_client.mailbox()->take();
  for (const auto& [vitals, receivedAt, asOf] : mail.vitals) {
    const auto sinceArrival = std::chrono::duration_cast<microseconds>(now.steady - receivedAt);
    m_figures.age.add(now.wall - vitals.sourceTime - sinceArrival);
  }
  m_figures.vitals += mail.vitals.size() + mail.conflatedVitals;
  for (const auto& received : mail.waves) follow(received.block);
}

void LoadStation::follow(const session::ConnectionStatus& status) {
  const auto now = m_clock->steadyNow();
  m_status = status;
  if (status.state == session::LinkState::Connecting) m_nextSample.clear();
  if (isLive() && m_lostAt) {
    const auto away =
        std::chrono::duration_cast<milliseconds>(now - *std::exchange(m_lostAt, std::nullopt));
    auto& worst = m_wasLive ? m_figures.longestOutage : m_figures.slowestStart;
    worst = std::max(worst, away);
    m_wasLive = true;
  } else if (!isLive() && !m_lostAt) {
    m_lostAt = now;
    ++m_figures.outages;
  }
}

void LoadStation::follow(const WaveBlock& block) {
  m_figures.samples += block.samples.size();
  const auto [next, isFirst] = m_nextSample.try_emplace({block.patient, block.channel});
  if (!isFirst && block.firstSample > next->second)
    m_figures.missingSamples += block.firstSample - next->second;
  next->second = block.firstSample + block.samples.size();
}

}  // namespace vitalwall::probe
