// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/virtual_network.h"

#include <utility>

namespace vitalwall::simulation {

std::shared_ptr<stream::MonitorStream> VirtualNetwork::openStream(const std::string&,
                                                                  const stream::Metadata&) {
  m_links.push_back(std::make_shared<VirtualLink>(m_person, m_weather, m_clock, m_dice));
  return m_links.back();
}

void VirtualNetwork::callUnary(const std::string&, std::string, milliseconds deadline,
                               std::function<void(absl::StatusOr<std::string>)> done) {
  const auto now = m_clock.steadyNow();
  const auto delay = m_dice.between(m_weather.leastDelayMs, m_weather.mostDelayMs);
  m_questions.push_back({now + delay, now + deadline, std::move(done)});
}

void VirtualNetwork::work(VirtualServer* server) {
  answer(server);
  const auto links = m_links;  // an end may open the next
  for (const auto& link : links) link->work(server);
  forgetEnded();
}

void VirtualNetwork::breakOff() {
  for (const auto& link : std::exchange(m_links, {})) link->breakOff("connection reset");
}

void VirtualNetwork::loseServer() {
  for (const auto& link : std::exchange(m_links, {})) link->loseServer();
}

void VirtualNetwork::answer(VirtualServer* server) {
  const auto now = m_clock.steadyNow();
  for (auto& question : std::exchange(m_questions, {})) {
    const bool isThrough = m_weather.isUpOpen() && m_weather.isDownOpen() && now >= question.dueAt;
    if (!server)
      question.done(absl::UnavailableError("connection refused"));
    else if (isThrough)
      question.done(server->directory());
    else if (now >= question.deadline)
      question.done(absl::DeadlineExceededError("no answer"));
    else
      m_questions.push_back(std::move(question));
  }
}

void VirtualNetwork::forgetEnded() {
  std::erase_if(m_links, [this](const auto& link) {
    const auto breaches = link->breaches();
    m_breaches.insert(m_breaches.end(), breaches.begin(), breaches.end());
    return link->isOver();
  });
}

}  // namespace vitalwall::simulation
