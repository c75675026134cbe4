// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connection_model.h"

#include <algorithm>

namespace vitalwall::models {

using namespace std::chrono_literals;

ConnectionModel::ConnectionModel(const Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock) {}

void ConnectionModel::setStatus(const LinkStatus& status) {
  m_toldAt = m_clock.steadyNow();
  if (status == m_status) return;
  m_status = status;
  Q_EMIT changed();
}

void ConnectionModel::setFigures(const LinkFigures& figures) {
  m_figures = figures;
  Q_EMIT measured();
}

std::optional<milliseconds> ConnectionModel::retryIn() const {
  if (!m_status.retryIn) return std::nullopt;
  const auto passed = std::chrono::floor<milliseconds>(m_clock.steadyNow() - m_toldAt);
  return std::max(0ms, *m_status.retryIn - passed);
}

FreshnessRule ConnectionModel::freshnessRule() const {
  // While the link is being made nobody knows yet what the server speaks.
  const bool isMade = m_status.phase == LinkPhase::Live || m_status.phase == LinkPhase::Stale;
  const bool isPlainServer = isMade && !m_status.extended;
  return isPlainServer ? plainServerRule() : extendedServerRule();
}

QString phaseName(LinkPhase phase) {
  switch (phase) {
    case LinkPhase::Down:
      return ConnectionModel::tr("not connected");
    case LinkPhase::Connecting:
      return ConnectionModel::tr("connecting");
    case LinkPhase::Syncing:
      return ConnectionModel::tr("loading the ward");
    case LinkPhase::Live:
      return ConnectionModel::tr("live");
    case LinkPhase::Stale:
      return ConnectionModel::tr("server silent");
    case LinkPhase::Waiting:
      break;
  }
  return ConnectionModel::tr("connection lost");
}

}  // namespace vitalwall::models
