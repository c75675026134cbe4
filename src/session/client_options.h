// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "session/command_journal.h"
#include "stream/transport.h"

namespace vitalwall::session {

/// The client's patience. All are judged by the Clock, at most one tick late.
struct ClientTimes {
  milliseconds tick{50};
  milliseconds connectLimit{3000};   ///< no sign of the server: cancel and move on
  milliseconds syncLimit{5000};      ///< then Live even though some patients stay silent
  milliseconds heartbeat{1000};      ///< to an extended server
  milliseconds figures{1000};        ///< between two reports on the link's quality
  milliseconds figuresLine{60'000};  ///< between two lines of the log on it
  milliseconds staleAfter{3000};     ///< silence of an extended server, which speaks every second
  milliseconds lostAfter{4000};      ///< silence that ends the stream
  milliseconds plainStaleAfter{18'000};  ///< a plain server may be silent for 15 s
  milliseconds plainLostAfter{35'000};
  milliseconds provenAfter{5000};  ///< as long Live, a server counts as one that serves well
  milliseconds directoryDeadline{3000};
  milliseconds directoryRetry{3000};
  milliseconds historyDeadline{5000};  ///< of one page
  milliseconds drainLimit{500};        ///< at shutdown: until cancel; real time
  CommandTimes commands;
};

/// What a station tells its client. Value.
struct ClientOptions {
  /// HOST:PORT each, at least one: all servers of one installation, any of which will do.
  std::vector<std::string> servers{"localhost:50051"};
  std::string station;              ///< name of this workplace, for audit
  std::string user;                 ///< who acknowledges
  std::string software;             ///< program and version
  std::vector<PatientId> patients;  ///< watched from the start
  /// Folder of the commands that no server has answered yet; empty: they end with the program.
  std::string journal;
  /// Watch all that the directory names; by default when no patient is given.
  std::optional<bool> watchAll;
  ClientTimes times;
  /// Of the servers' order and the back-off's jitter; 0 takes one from the system.
  std::uint64_t seed = 0;
  std::function<std::shared_ptr<stream::Transport>(const std::string& server)> transport =
      stream::makeGrpcTransport;

  bool watchesAll() const { return watchAll.value_or(patients.empty()); }
};

}  // namespace vitalwall::session
