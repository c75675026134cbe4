// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwalld/metrics_http.h"

#include "domain/concat.h"

namespace vitalwall::daemon {
namespace {

constexpr std::string_view kPlain = "text/plain; charset=utf-8";
constexpr std::string_view kPrometheus = "text/plain; version=0.0.4; charset=utf-8";

std::string answer(std::string_view status, std::string_view type, std::string_view body) {
  return concat("HTTP/1.1 ", status, "\r\nContent-Type: ", type,
                "\r\nContent-Length: ", body.size(), "\r\nConnection: close\r\n\r\n", body);
}

/// The first word of `text`, which is cut off it together with the blank behind it.
std::string_view takeWord(std::string_view& text) {
  const auto word = text.substr(0, text.find(' '));
  text.remove_prefix(std::min(word.size() + 1, text.size()));
  return word;
}

}  // namespace

std::optional<std::string> answerTo(std::string_view received, const MetricsText& text) {
  if (received.find("\r\n\r\n") == std::string_view::npos) {
    if (received.size() <= kLongestRequest) return std::nullopt;
    return answer("431 Request Header Fields Too Large", kPlain, "The request is too long.\n");
  }
  auto line = received.substr(0, received.find("\r\n"));
  const auto method = takeWord(line);
  const auto path = takeWord(line);
  if (!line.starts_with("HTTP/1.")) return answer("400 Bad Request", kPlain, "This is not HTTP.\n");
  if (path != "/metrics" && !path.starts_with("/metrics?"))
    return answer("404 Not Found", kPlain, "Only /metrics is served here.\n");
  if (method != "GET" && method != "HEAD")
    return answer("405 Method Not Allowed", kPlain, "Metrics can only be read.\n");
  auto full = answer("200 OK", kPrometheus, text());
  if (method == "HEAD") full.erase(full.find("\r\n\r\n") + 4);
  return full;
}

}  // namespace vitalwall::daemon
