// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <chrono>
#include <optional>

#include "domain/link_figures.h"
#include "models/freshness.h"

namespace vitalwall::models {

/// How the link to the server is, for people.
enum class LinkPhase { Down, Connecting, Syncing, Live, Stale, Waiting };

/// The link as the windows show it. Value.
struct LinkStatus {
  LinkPhase phase = LinkPhase::Down;
  QString server;                       ///< HOST:PORT of the one that is asked now, or next
  QStringList servers;                  ///< all of the installation
  QString sentence;                     ///< what happened and what it means for monitoring
  int attempt = 0;                      ///< reconnection attempts since the link was lost
  std::optional<milliseconds> retryIn;  ///< until the next attempt, from when this was told
  bool permanent = false;               ///< refused: not tried again by itself
  bool extended = false;                ///< waves, confirmations and history are to be had

  /// Whether a server is at the other end, even if it says nothing just now.
  bool isConnected() const {
    return phase == LinkPhase::Live || phase == LinkPhase::Syncing || phase == LinkPhase::Stale;
  }
  bool operator==(const LinkStatus&) const = default;
};

/// The link's state and what follows from it for the data. GUI thread.
class ConnectionModel : public QObject {
  Q_OBJECT

 public:
  explicit ConnectionModel(const Clock& clock, QObject* parent = nullptr);

  void setStatus(const LinkStatus& status);
  const LinkStatus& status() const { return m_status; }

  /// How good the link is; told about once a second.
  void setFigures(const LinkFigures& figures);
  const LinkFigures& figures() const { return m_figures; }

  /// Time until the next attempt; nullopt when none is waited for.
  std::optional<milliseconds> retryIn() const;

  /// The ages that the data may reach: a plain server's silence is lawful only while it is there.
  FreshnessRule freshnessRule() const;

 Q_SIGNALS:
  void changed();
  void measured();

 private:
  const Clock& m_clock;
  LinkStatus m_status;
  LinkFigures m_figures;
  SteadyTime m_toldAt{};
};

/// "connected", "reconnecting" ...: the phase in a word or two.
QString phaseName(LinkPhase phase);

}  // namespace vitalwall::models
