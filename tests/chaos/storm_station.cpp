// SPDX-License-Identifier: GPL-3.0-or-later
#include "chaos/storm_station.h"

#include "chaos/storm_ward.h"
#include "protocol/request_codec.h"
#include "protocol/response_decoder.h"

namespace vitalwall::test {

StormStation::StormStation(const std::string& address, std::string person,
                           StormTestimony& testimony)
    : m_person(std::move(person)),
      m_testimony(testimony),
      m_client(address, {{"vitalwall-extension", "1"}, {"vitalwall-user", m_person}}) {}

bool StormStation::watch(int beds) {
  for (int i = 0; i < beds; ++i) {
    const Command command{CommandId::random(), Subscribe{StormWard::patientNumber(i).id, {}}};
    if (!m_client.write(protocol::encodeRequest(command))) return false;
  }
  return true;
}

bool StormStation::step() {
  const auto bytes = m_client.read();
  if (!bytes) {
    m_testimony.unconfirmed += static_cast<int>(m_underWay.size());
    return false;
  }
  const auto decoded = protocol::decodeResponse(*bytes, {});
  if (!decoded.ok()) return false;
  for (const auto& event : decoded->events) {
    if (const auto* alert = std::get_if<Alert>(&event)) note(*alert);
    if (const auto* result = std::get_if<CommandResult>(&event)) note(*result);
    m_hasVitals = m_hasVitals || std::holds_alternative<Vitals>(event);
  }
  return sendAcknowledges();
}

void StormStation::note(const Alert& alert) {
  if (alert.recorded) m_testimony.recorded.emplace(alert.id, alert.revision);
  if (alert.needsAttention() && ++m_seen % 4 == 0) m_wanted.push_back(alert.id);
}

void StormStation::note(const CommandResult& result) {
  const auto known = m_underWay.find(result.id);
  if (known == m_underWay.end()) return;
  if (result.outcome == CommandOutcome::Ok)
    m_testimony.acknowledged.emplace(known->second, m_person);
  m_underWay.erase(known);
}

bool StormStation::sendAcknowledges() {
  for (; !m_wanted.empty(); m_wanted.pop_front()) {
    const Command command{CommandId::random(), Acknowledge{m_wanted.front(), {}}};
    m_underWay.emplace(command.id, m_wanted.front());
    if (!m_client.write(protocol::encodeRequest(command))) return false;
  }
  return true;
}

}  // namespace vitalwall::test
