// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server_log.h"

#include <utility>

namespace vitalwall::server {

ServerLog::ServerLog(LogSink sink, const Clock& clock)
    : m_sink(sink ? std::move(sink) : [](std::string_view) {}), m_clock(clock) {}

void ServerLog::write(std::string_view line) {
  const std::lock_guard lock(m_mutex);
  m_sink(line);
}

void ServerLog::writeLimited(std::string_view topic, std::string_view line) {
  const SteadyTime now = m_clock.steadyNow();
  const std::lock_guard lock(m_mutex);
  auto found = m_windows.find(topic);
  if (found == m_windows.end()) found = m_windows.emplace(topic, Window{now, 0, 0}).first;
  Window& window = found->second;
  if (now - window.startedAt >= kWindow) {
    if (window.leftOut > 0)
      m_sink(std::to_string(window.leftOut) +
             " more lines like this were left out: " + found->first);
    window = {now, 0, 0};
  }
  if (window.written == kLinesPerWindow) {
    ++window.leftOut;
    return;
  }
  ++window.written;
  m_sink(line);
}

}  // namespace vitalwall::server
