// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "stream/monitor_stream.h"

namespace vitalwall::test {

/// A stream whose every completion the test holds in its hand, so that a test reads as a script.
/// It remembers the first breach of MonitorStream's contract in misuse(). Thread-safe; the script's
/// own calls come from one thread at a time, as the library orders them too.
class FakeStream final : public stream::MonitorStream {
 public:
  // The side of the code under test.

  void start(std::shared_ptr<stream::StreamObserver> observer) override {
    const std::scoped_lock lock(m_mutex);
    if (m_observer) note("started twice");
    m_observer = std::move(observer);
  }

  void write(std::string bytes) override {
    const std::scoped_lock lock(m_mutex);
    if (m_ended) return;
    if (!m_observer) note("written before start");
    if (m_writing) note("two writes in flight");
    if (m_halfClosed) note("written after the half-close");
    m_writing = true;
    m_writes.push_back(std::move(bytes));
    m_changed.notify_all();
  }

  void halfClose() override {
    const std::scoped_lock lock(m_mutex);
    if (m_ended) return;
    if (m_writing) note("half-closed with a write in flight");
    if (m_halfClosed) note("half-closed twice");
    m_halfClosed = true;
    m_changed.notify_all();
  }

  void cancel() override {
    const std::scoped_lock lock(m_mutex);
    ++m_cancels;
    m_changed.notify_all();
  }

  // The script.

  void greet(const stream::Metadata& metadata) { observer()->onMetadata(metadata); }
  void deliver(std::string_view bytes) { observer()->onMessage(bytes); }

  /// The write in flight is done; false if there is none.
  bool finishWrite(bool ok = true) {
    {
      const std::scoped_lock lock(m_mutex);
      if (!std::exchange(m_writing, false) || m_ended) return false;
    }
    observer()->onWritten(ok);
    return true;
  }

  void finishAllWrites() {
    while (finishWrite()) {
    }
  }

  /// The end: a write in flight fails first, as it does on the wire.
  void end(const absl::Status& status) {
    finishWrite(false);
    std::shared_ptr<stream::StreamObserver> last;
    {
      const std::scoped_lock lock(m_mutex);
      m_ended = true;
      last = m_observer;
    }
    last->onDone(status);
  }

  /// Waits until a write is in flight or the stream is half-closed; true for a write.
  bool awaitWrite() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_writing || m_halfClosed; });
    return m_writing;
  }

  // What happened.

  std::vector<std::string> writes() const { return read(m_writes); }
  bool isWriting() const { return read(m_writing); }
  bool isHalfClosed() const { return read(m_halfClosed); }
  bool isStarted() const { return observer() != nullptr; }
  int cancels() const { return read(m_cancels); }
  std::string misuse() const { return read(m_misuse); }

 private:
  template <typename T>
  T read(const T& member) const {
    const std::scoped_lock lock(m_mutex);
    return member;
  }

  std::shared_ptr<stream::StreamObserver> observer() const { return read(m_observer); }

  void note(const char* breach) {
    if (m_misuse.empty()) m_misuse = breach;
  }

  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  std::shared_ptr<stream::StreamObserver> m_observer;
  std::vector<std::string> m_writes;
  std::string m_misuse;
  bool m_writing = false;
  bool m_halfClosed = false;
  bool m_ended = false;
  int m_cancels = 0;
};

}  // namespace vitalwall::test
