// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "server/fanout_gate.h"
#include "server/station_session.h"

namespace vitalwall::server {

/// The sessions that are alive, so that they can be ticked, and ended together. Thread-safe except
/// where said.
class SessionRegistry {
 public:
  /// Keeps `session` until it is done; ends it at once when the server is shutting down.
  void add(const std::shared_ptr<StationSession>& session);

  /// Ends every session, and from now on every new one, with `status`.
  void finishAll(const absl::Status& status);

  /// Ticks the sessions and lets go of those that are done. Ward executor only.
  void endTick();

  /// Closed while sessions are ticked. Any thread.
  FanoutGate& fanoutGate() { return m_fanoutGate; }

  /// Lets go of all. When the ward executor and the transport are stopped.
  void clear();

  std::size_t size() const;

 private:
  using Sessions = std::vector<std::shared_ptr<StationSession>>;

  Sessions sessions() const;

  FanoutGate m_fanoutGate;
  mutable std::mutex m_mutex;
  Sessions m_sessions;
  std::optional<absl::Status> m_closed;
};

}  // namespace vitalwall::server
