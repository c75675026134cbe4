// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listen_address.h"

#include <arpa/inet.h>

#include <charconv>
#include <optional>

#include "domain/concat.h"

namespace vitalwall::server {
namespace {

constexpr int kHighestPort = 65'535;

std::optional<int> parsePort(std::string_view text) {
  int port = -1;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), port);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size()) return std::nullopt;
  if (port < 0 || port > kHighestPort) return std::nullopt;
  return port;
}

bool isLoopback(const std::string& host) {
  if (host == "localhost" || host == "[::1]") return true;
  in_addr address{};
  if (inet_pton(AF_INET, host.c_str(), &address) != 1) return false;
  return ntohl(address.s_addr) >> 24 == 127;
}

}  // namespace

absl::StatusOr<ListenAddress> parseListenAddress(std::string_view text) {
  const auto colon = text.rfind(':');
  const auto port =
      colon == std::string_view::npos ? std::nullopt : parsePort(text.substr(colon + 1));
  if (!port || colon == 0)
    return absl::InvalidArgumentError(
        concat("\"", text, "\" is no listen address; write HOST:PORT, such as 127.0.0.1:50051"));
  ListenAddress address{std::string(text.substr(0, colon)), *port};
  if (!isLoopback(address.host))
    return absl::InvalidArgumentError(concat(
        "refusing to listen on ", text,
        ": patient data would cross the network in plain text. Listen on 127.0.0.1, [::1] or "
        "localhost; other addresses need certificates, which this version does not have"));
  return address;
}

}  // namespace vitalwall::server
