// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "simulation/virtual_link.h"
#include "stream/transport.h"

namespace vitalwall::simulation {

/// One station's network: its streams to whatever server there is, and its question for the
/// directory.
class VirtualNetwork final : public stream::Transport {
 public:
  /// The references must outlive the network.
  VirtualNetwork(std::string person, const Weather& weather, const Clock& clock, Dice& dice)
      : m_person(std::move(person)), m_weather(weather), m_clock(clock), m_dice(dice) {}

  std::shared_ptr<stream::MonitorStream> openStream(const std::string& method,
                                                    const stream::Metadata& metadata) override;
  void callUnary(const std::string& method, std::string request, milliseconds deadline,
                 std::function<void(absl::StatusOr<std::string>)> done) override;

  void work(VirtualServer* server);
  void breakOff();
  void loseServer();

  /// What the server's halves of all streams did against their contract.
  const std::vector<std::string>& breaches() const { return m_breaches; }

 private:
  struct Question {
    SteadyTime dueAt{};
    SteadyTime deadline{};
    std::function<void(absl::StatusOr<std::string>)> done;
  };

  void answer(VirtualServer* server);
  void forgetEnded();

  const std::string m_person;
  const Weather& m_weather;
  const Clock& m_clock;
  Dice& m_dice;
  std::vector<std::shared_ptr<VirtualLink>> m_links;
  std::deque<Question> m_questions;
  std::vector<std::string> m_breaches;
};

}  // namespace vitalwall::simulation
