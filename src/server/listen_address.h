// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <absl/status/statusor.h>

namespace vitalwall::server {

/// Where a server listens.
struct ListenAddress {
  std::string host;  ///< with brackets for IPv6
  int port = 0;      ///< 0: the system chooses

  std::string toString() const { return host + ':' + std::to_string(port); }
};

/// Parses HOST:PORT. Only loopback hosts (localhost, 127.x.x.x, [::1]) are taken: the stream is
/// plain text, so until there are certificates nobody on the network may reach it.
absl::StatusOr<ListenAddress> parseListenAddress(std::string_view text);

}  // namespace vitalwall::server
