// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <mutex>
#include <utility>

namespace vitalwall::session {

/// The way from the library's threads into the thread of one QObject. The object closes its gate
/// before it dies; what comes later is dropped. Thread-safe, never blocks.
class ThreadGate {
 public:
  explicit ThreadGate(QObject* target) : m_target(target) {}

  /// Runs `function` in the target's thread, after all that was posted before.
  template <typename Function>
  void post(Function function) {
    const std::scoped_lock lock(m_mutex);
    if (m_target) QMetaObject::invokeMethod(m_target, std::move(function), Qt::QueuedConnection);
  }

  /// From the target's destructor.
  void close();

 private:
  std::mutex m_mutex;
  QObject* m_target;
};

}  // namespace vitalwall::session
