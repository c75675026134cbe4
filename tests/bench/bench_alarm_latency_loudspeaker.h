// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include "bench/bench_role_process.h"

namespace vitalwall::bench {

/// Where the sound goes, and who listens there (role "ear"). Stations that start later play there.
class Loudspeaker {
 public:
  Loudspeaker() : m_ear(QStringLiteral("ear")) {
    if (isThere()) qputenv("PULSE_SERVER", m_ear.greeting().at(0).toUtf8());
  }

  bool isThere() const { return m_ear.greeting().at(0) != QStringLiteral("none"); }

  /// Waits until it is silent: awaitTone() is about what sounds after that.
  void listen() {
    if (isThere()) m_ear.ask(QStringLiteral("listen"));
  }
  /// The moment at which it sounded; nothing if it cannot.
  std::optional<std::chrono::nanoseconds> awaitTone() {
    if (!isThere()) return std::nullopt;
    return std::chrono::nanoseconds(m_ear.hear().section(u' ', 1, 1).toLongLong());
  }

 private:
  RoleProcess m_ear;
};

}  // namespace vitalwall::bench
