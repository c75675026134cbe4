// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

#include "stream/monitor_stream.h"

namespace vitalwall::stream {

/// The only way to write to a MonitorStream: any thread pushes, one write is in flight, order is
/// kept. Outlives the streams it serves: attach() a new one after every reconnection. Thread-safe.
class Outbox {
 public:
  /// `capacity` bounds the messages that wait, not the one in flight.
  explicit Outbox(std::size_t capacity = 4096);

  /// Serves `stream`, which is started, from now on; the one before it must have ended. What waited
  /// for an earlier stream is forgotten: the owner sends again what is still unresolved, in its own
  /// order.
  void attach(std::shared_ptr<MonitorStream> stream);

  /// Stops serving; nothing is sent until the next attach().
  void detach();

  /// Puts `bytes` behind all that waits. False when nothing is attached, the stream is closing or
  /// failed, or the capacity is reached: the message was not taken.
  [[nodiscard]] bool push(std::string bytes);

  /// Sends what waits, then half-closes. push() is refused from now on.
  void drainAndClose();

  /// To be called from StreamObserver::onWritten of the attached stream.
  void onWritten(bool ok);

  std::size_t waiting() const;

  /// True when all that was pushed since attach() is on the wire.
  bool hasWrittenAll() const;

 private:
  enum class State { Detached, Active, Draining, Closed, Failed };

  /// Does the one thing that is due: the next write, or the half-close after the last. Unlocks.
  void pump(std::unique_lock<std::mutex>& lock);
  void writeNext(std::unique_lock<std::mutex>& lock);

  const std::size_t m_capacity;
  mutable std::mutex m_mutex;
  std::shared_ptr<MonitorStream> m_stream;
  std::deque<std::string> m_waiting;
  bool m_writing = false;
  State m_state = State::Detached;
};

}  // namespace vitalwall::stream
