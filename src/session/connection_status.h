// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <chrono>
#include <optional>

namespace vitalwall::session {

/// States of the link to the server.
enum class LinkState {
  Disconnected,  ///< not wanted, or refused for good
  Connecting,
  Syncing,  ///< connected, snapshot not complete
  Live,
  Stale,   ///< connected, but nothing was heard for 3 s
  Backoff  ///< waiting to try again
};

/// The state's name for the log.
const char* nameOf(LinkState state);

/// The link as people should see it. Value; carried by a queued signal.
struct ConnectionStatus {
  LinkState state = LinkState::Disconnected;
  QString server;       ///< HOST:PORT of the one that is asked now, or next
  QStringList servers;  ///< all of the installation, in the order in which they are asked
  QString sentence;     ///< what happened and what it means
  int attempt = 0;      ///< reconnection attempts since the link was lost
  std::optional<std::chrono::milliseconds> retryIn;
  bool permanent = false;  ///< refused by all: not tried again until the user changes something
  bool extended = false;   ///< the server speaks the extension
  bool hasDirectory = false;

  bool operator==(const ConnectionStatus&) const = default;
};

}  // namespace vitalwall::session
