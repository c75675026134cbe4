// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "stream/monitor_stream.h"

namespace vitalwall::test {

/// Remembers what happened to a stream and lets a test wait for it. Thread-safe.
class RecordingObserver final : public stream::StreamObserver {
 public:
  static constexpr std::chrono::seconds kPatience{20};

  void onMetadata(const stream::Metadata& metadata) override {
    change([&] {
      if (!m_messages.empty()) m_messageCameFirst = true;
      m_metadata = metadata;
    });
  }
  void onMessage(std::string_view bytes) override {
    change([&] { m_messages.emplace_back(bytes); });
  }
  void onWritten(bool ok) override {
    change([&] { m_written.push_back(ok); });
  }
  void onDone(const absl::Status& status) override {
    change([&] {
      ++m_ends;
      m_status = status;
    });
  }

  /// False when patience ends first.
  bool awaitMessages(std::size_t count) {
    return await([&] { return m_messages.size() >= count; });
  }
  bool awaitWrites(std::size_t count) {
    return await([&] { return m_written.size() >= count; });
  }
  bool awaitMetadata() {
    return await([&] { return m_metadata.has_value(); });
  }
  /// The status of the end, or "DEADLINE_EXCEEDED: the test waited in vain".
  absl::Status awaitDone() {
    if (!await([&] { return m_ends > 0; }))
      return absl::DeadlineExceededError("the test waited in vain");
    const std::scoped_lock lock(m_mutex);
    return *m_status;
  }

  std::vector<std::string> messages() const { return read(m_messages); }
  std::vector<bool> written() const { return read(m_written); }
  std::optional<stream::Metadata> metadata() const { return read(m_metadata); }
  int ends() const { return read(m_ends); }
  bool messageCameFirst() const { return read(m_messageCameFirst); }

 private:
  template <typename Change>
  void change(Change make) {
    const std::scoped_lock lock(m_mutex);
    make();
    m_changed.notify_all();
  }
  template <typename Condition>
  bool await(Condition condition) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, kPatience, condition);
  }
  template <typename T>
  T read(const T& member) const {
    const std::scoped_lock lock(m_mutex);
    return member;
  }

  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  std::optional<stream::Metadata> m_metadata;
  std::vector<std::string> m_messages;
  std::vector<bool> m_written;
  std::optional<absl::Status> m_status;
  int m_ends = 0;
  bool m_messageCameFirst = false;
};

}  // namespace vitalwall::test
