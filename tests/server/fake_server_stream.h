// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/server_stream.h"

namespace vitalwall::test {

/// A stream that holds every completion until the test reports it, and notes each breach of the
/// ServerStream contract. Thread-safe.
class FakeServerStream final : public server::ServerStream {
 public:
  void read() override {
    const std::lock_guard lock(m_mutex);
    note(m_reading, "a second read is in flight");
    note(m_finished.has_value(), "a read after the end");
    m_reading = true;
  }

  void write(server::Frame frame) override {
    const std::lock_guard lock(m_mutex);
    note(m_writing.has_value(), "a second write is in flight");
    note(m_finished.has_value(), "a write after the end");
    m_writing = frame.head;
    for (const auto& entry : frame.entries) *m_writing += *entry;
    if (frame.batch) *m_writing += *frame.batch;
    m_changed.notify_all();
  }

  void finish(const absl::Status& status) override {
    const std::lock_guard lock(m_mutex);
    note(m_finished.has_value(), "a second end");
    m_finished = status;
    m_changed.notify_all();
  }

  void cancel() override {
    const std::lock_guard lock(m_mutex);
    ++m_cancels;
  }

  /// The message in flight, which is now on its way; nothing if none is. Report it yourself.
  std::optional<std::string> takeWrite() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_writing, std::nullopt);
  }

  /// As takeWrite(), but waits for one; nothing when the stream has ended.
  std::optional<std::string> awaitWrite() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_writing || m_finished; });
    return std::exchange(m_writing, std::nullopt);
  }

  /// True if a read was asked for, which is now answered. Report it yourself.
  bool takeRead() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_reading, false);
  }

  bool isWriting() const {
    const std::lock_guard lock(m_mutex);
    return m_writing.has_value();
  }
  std::optional<absl::Status> finished() const {
    const std::lock_guard lock(m_mutex);
    return m_finished;
  }
  int cancels() const {
    const std::lock_guard lock(m_mutex);
    return m_cancels;
  }
  std::vector<std::string> breaches() const {
    const std::lock_guard lock(m_mutex);
    return m_breaches;
  }

 private:
  void note(bool isBreach, const char* what) {
    if (isBreach) m_breaches.emplace_back(what);
  }

  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  bool m_reading = false;
  std::optional<std::string> m_writing;
  std::optional<absl::Status> m_finished;
  int m_cancels = 0;
  std::vector<std::string> m_breaches;
};

}  // namespace vitalwall::test
