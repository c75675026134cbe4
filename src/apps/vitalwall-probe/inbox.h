// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <absl/status/status.h>

#include "domain/clock.h"

namespace vitalwall::probe {

/// What can happen to a stream, in the order in which the library told it.
struct Connected {
  bool isExtended = false;
};
struct Received {
  std::string bytes;
};
struct Ended {
  absl::Status status;
};

/// One happening of stream number `stream`, stamped when the library told it.
struct Arrival {
  std::size_t stream = 0;
  Moment at;
  std::variant<Connected, Received, Ended> what;
};

/// Takes happenings from the library's threads to the one thread that checks. Thread-safe.
class Inbox {
 public:
  void put(Arrival arrival) {
    {
      const std::lock_guard lock(m_mutex);
      m_arrivals.push_back(std::move(arrival));
    }
    m_filled.notify_one();
  }

  /// All that arrived, waiting for something until `deadline` at most.
  std::vector<Arrival> take(SteadyTime deadline) {
    std::unique_lock lock(m_mutex);
    m_filled.wait_until(lock, deadline, [this] { return !m_arrivals.empty(); });
    return std::exchange(m_arrivals, {});
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_filled;
  std::vector<Arrival> m_arrivals;
};

}  // namespace vitalwall::probe
