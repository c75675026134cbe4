// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include "stream/transport.h"
#include "support/fake_stream.h"

namespace vitalwall::test {

/// A transport that opens FakeStreams and leaves every unary call to the test. Thread-safe.
class FakeTransport final : public stream::Transport {
 public:
  std::shared_ptr<stream::MonitorStream> openStream(const std::string& method,
                                                    const stream::Metadata& metadata) override {
    const std::scoped_lock lock(m_mutex);
    m_method = method;
    m_metadata = metadata;
    m_streams.push_back(std::make_shared<FakeStream>());
    return m_streams.back();
  }

  void callUnary(const std::string& method, std::string request, std::chrono::milliseconds,
                 std::function<void(absl::StatusOr<std::string>)> done) override {
    const std::scoped_lock lock(m_mutex);
    m_questions.push_back({method, std::move(request), std::move(done)});
  }

  /// Answers the oldest unary call; false if there is none.
  bool answer(absl::StatusOr<std::string> bytes) {
    std::function<void(absl::StatusOr<std::string>)> done;
    {
      const std::scoped_lock lock(m_mutex);
      if (m_questions.empty()) return false;
      done = std::move(m_questions.front().done);
      m_questions.pop_front();
    }
    done(std::move(bytes));
    return true;
  }

  /// Method and bytes of the oldest unary call, or empty texts if there is none.
  std::pair<std::string, std::string> question() const {
    const std::scoped_lock lock(m_mutex);
    if (m_questions.empty()) return {};
    return {m_questions.front().method, m_questions.front().request};
  }

  std::shared_ptr<FakeStream> stream(std::size_t index) const {
    const std::scoped_lock lock(m_mutex);
    return index < m_streams.size() ? m_streams[index] : nullptr;
  }
  std::size_t opened() const {
    const std::scoped_lock lock(m_mutex);
    return m_streams.size();
  }
  std::string method() const {
    const std::scoped_lock lock(m_mutex);
    return m_method;
  }
  stream::Metadata metadata() const {
    const std::scoped_lock lock(m_mutex);
    return m_metadata;
  }

 private:
  struct Question {
    std::string method;
    std::string request;
    std::function<void(absl::StatusOr<std::string>)> done;
  };

  mutable std::mutex m_mutex;
  std::vector<std::shared_ptr<FakeStream>> m_streams;
  std::deque<Question> m_questions;
  std::string m_method;
  stream::Metadata m_metadata;
};

}  // namespace vitalwall::test
