// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace vitalwall::server {

/// Runs tasks one after the other, in the order in which they came, so that what they touch needs
/// no lock.
class Executor {
 public:
  using Task = std::function<void()>;

  Executor() = default;
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;
  virtual ~Executor() = default;

  /// Runs `task` soon, never from within this call. False when too many wait already: the task was
  /// not taken. Thread-safe.
  [[nodiscard]] virtual bool post(Task task) = 0;
};

}  // namespace vitalwall::server
