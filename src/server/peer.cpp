// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/peer.h"

#include <optional>
#include <string_view>

#include "protocol/metadata.h"
#include "protocol/percent_text.h"

namespace vitalwall::server {
namespace {

using Metadata = std::multimap<std::string, std::string>;

constexpr std::size_t kLongestName = 64;

std::string_view valueOf(const Metadata& metadata, std::string_view key) {
  const auto found = metadata.find(std::string(key));
  return found == metadata.end() ? std::string_view() : std::string_view(found->second);
}

Dialect dialectOf(const Metadata& metadata) {
  if (valueOf(metadata, protocol::kExtensionKey) == protocol::kExtensionVersion)
    return Dialect::Extended;
  return valueOf(metadata, protocol::kJsonStyleKey) == protocol::kPascalStyle ? Dialect::PlainPascal
                                                                              : Dialect::PlainCamel;
}

std::optional<std::string> nameOf(const Metadata& metadata, std::string_view key) {
  auto name = protocol::decodePercent(valueOf(metadata, key));
  if (!name || name->empty() || name->size() > kLongestName) return std::nullopt;
  return name;
}

/// "127.0.0.1:50123" of "ipv4:127.0.0.1:50123", and the like; gRPC escapes the brackets of ipv6.
std::string readableAddress(const std::string& address) {
  const auto scheme = address.find(':');
  if (scheme == std::string::npos) return address;
  return protocol::decodePercent(address.substr(scheme + 1)).value_or(address);
}

}  // namespace

Peer identifyPeer(const Metadata& metadata, const std::string& address) {
  Peer peer{dialectOf(metadata), {}, readableAddress(address)};
  if (auto user = nameOf(metadata, protocol::kUserKey)) {
    peer.person = std::move(*user);
  } else if (auto station = nameOf(metadata, protocol::kStationKey)) {
    peer.person = "station " + *station;
  } else {
    peer.person = "station at " + peer.address;
  }
  return peer;
}

}  // namespace vitalwall::server
