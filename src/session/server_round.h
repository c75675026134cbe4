// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <string>
#include <vector>

namespace vitalwall::session {

/// The servers of one installation in this station's own order, and which of them it asks now. In a
/// round each server is asked once, and at once after the one before it has failed; only after the
/// whole round a station has to wait. A server that refused for good is passed over until renew().
/// Value; not thread-safe.
class ServerRound {
 public:
  /// `servers`: HOST:PORT each, at least one; repetitions are dropped. Shuffled, so that the
  /// stations that lose one server spread over the others.
  ServerRound(std::vector<std::string> servers, std::mt19937_64 generator);

  const std::string& current() const { return m_servers[m_current].address; }
  std::size_t size() const { return m_servers.size(); }
  /// All in their order.
  std::vector<std::string> order() const;

  /// The current server has failed. True if another one of this round is current now, to be asked
  /// at once; false if the round is over and the first of the next one is current, to be asked
  /// after a pause.
  bool advance();

  /// The current server refused for good.
  void refuse() { m_servers[m_current].refused = true; }
  bool isRefusedByAll() const;

  /// A server has served well, or a person asks: whatever failed or refused may be asked again.
  void renew();

 private:
  struct Server {
    std::string address;
    bool asked = false;
    bool refused = false;
  };

  /// Makes the next server after the current one current that may be asked; false if none may.
  bool step();

  std::vector<Server> m_servers;
  std::size_t m_current = 0;
};

/// The name of an installation, whatever the order of its servers and however often one is named:
/// what a station told one of them may be said again to any other. Pure.
std::string installationName(std::vector<std::string> servers);

}  // namespace vitalwall::session
