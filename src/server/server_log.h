// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "domain/clock.h"

namespace vitalwall::server {

/// Where log lines go: one line without its end, from any thread.
using LogSink = std::function<void(std::string_view line)>;

/// The server's log. Lines that a peer can cause at will are limited per topic, so that a hostile
/// stream cannot fill a disk; what was left out is said. Thread-safe.
class ServerLog {
 public:
  /// Limited lines of one topic within one window.
  static constexpr int kLinesPerWindow = 5;
  static constexpr std::chrono::seconds kWindow{10};

  /// `clock` must outlive the log. An empty sink writes nothing.
  ServerLog(LogSink sink, const Clock& clock);

  void write(std::string_view line);

  /// Writes `line` unless `topic` has had its lines of this window.
  void writeLimited(std::string_view topic, std::string_view line);

 private:
  struct Window {
    SteadyTime startedAt{};
    int written = 0;
    std::uint64_t leftOut = 0;
  };

  const LogSink m_sink;
  const Clock& m_clock;
  std::mutex m_mutex;
  std::map<std::string, Window, std::less<>> m_windows;
};

}  // namespace vitalwall::server
