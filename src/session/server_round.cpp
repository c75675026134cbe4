// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/server_round.h"

#include <algorithm>
#include <utility>

namespace vitalwall::session {

namespace {
std::vector<std::string> sortedOnce(std::vector<std::string> servers) {
  std::ranges::sort(servers);
  servers.erase(std::unique(servers.begin(), servers.end()), servers.end());
  return servers;
}
}  // namespace

ServerRound::ServerRound(std::vector<std::string> servers, std::mt19937_64 generator) {
  for (auto& address : sortedOnce(std::move(servers))) m_servers.push_back({std::move(address)});
  std::ranges::shuffle(m_servers, generator);
}

std::vector<std::string> ServerRound::order() const {
  std::vector<std::string> addresses;
  for (const auto& server : m_servers) addresses.push_back(server.address);
  return addresses;
}

bool ServerRound::advance() {
  m_servers[m_current].asked = true;
  if (step()) return true;
  for (auto& server : m_servers) server.asked = false;
  step();
  return false;
}

bool ServerRound::step() {
  for (std::size_t ahead = 1; ahead <= m_servers.size(); ++ahead) {
    const auto next = (m_current + ahead) % m_servers.size();
    if (m_servers[next].asked || m_servers[next].refused) continue;
    m_current = next;
    return true;
  }
  return false;
}

bool ServerRound::isRefusedByAll() const {
  return std::ranges::all_of(m_servers, &Server::refused);
}

void ServerRound::renew() {
  for (auto& server : m_servers) server.asked = server.refused = false;
}

std::string installationName(std::vector<std::string> servers) {
  std::string name;
  for (const auto& address : sortedOnce(std::move(servers)))
    name += name.empty() ? address : ',' + address;
  return name;
}

}  // namespace vitalwall::session
