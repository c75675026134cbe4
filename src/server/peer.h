// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "server/publication.h"

namespace vitalwall::server {

/// Who is at the other end of a stream.
struct Peer {
  Dialect dialect = Dialect::PlainCamel;
  std::string person;   ///< who acknowledges, for other people to read; never empty
  std::string address;  ///< "127.0.0.1:50123", for the log
};

/// Reads a call's request metadata (ASCII keys and values, see protocol/metadata.h). `address` is
/// gRPC's form of the peer, "ipv4:127.0.0.1:50123". A name that is no clean UTF-8 text of at most
/// 64 bytes is not used.
Peer identifyPeer(const std::multimap<std::string, std::string>& metadata,
                  const std::string& address);

}  // namespace vitalwall::server
