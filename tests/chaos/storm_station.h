// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "domain/alert.h"
#include "domain/command.h"
#include "server/raw_client.h"

namespace vitalwall::test {

/// What a station was told over many lives of its server, to be compared with the record.
struct StormTestimony {
  std::set<std::pair<AlertId, std::uint64_t>> recorded;  ///< revisions published as recorded
  std::map<AlertId, std::string> acknowledged;           ///< confirmed to this person
  int unconfirmed = 0;                                   ///< acknowledges without an answer
};

/// A station that watches the storm and acknowledges every fourth alarm, in one life of the server.
class StormStation {
 public:
  StormStation(const std::string& address, std::string person, StormTestimony& testimony);

  /// Subscribes to `beds` beds. False when the stream is over.
  bool watch(int beds);

  /// Takes the next message and answers it. False when the stream is over.
  bool step();

  bool hasVitals() const { return m_hasVitals; }

 private:
  void note(const Alert& alert);
  void note(const CommandResult& result);
  bool sendAcknowledges();

  const std::string m_person;
  StormTestimony& m_testimony;
  RawClient m_client;
  std::map<CommandId, AlertId> m_underWay;
  std::deque<AlertId> m_wanted;
  int m_seen = 0;
  bool m_hasVitals = false;
};

}  // namespace vitalwall::test
