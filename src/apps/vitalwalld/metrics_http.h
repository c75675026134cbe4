// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace vitalwall::daemon {

/// The newest metrics in Prometheus' text format.
using MetricsText = std::function<std::string()>;

/// More than this is no request of a metrics collector.
inline constexpr std::size_t kLongestRequest = 8192;

/// The whole HTTP/1.1 answer to what a client has sent so far, after which the connection is
/// closed; nullopt while the request has no end yet. GET and HEAD of /metrics are served. Pure but
/// for `text`, which is only called when it is asked for.
std::optional<std::string> answerTo(std::string_view received, const MetricsText& text);

}  // namespace vitalwall::daemon
