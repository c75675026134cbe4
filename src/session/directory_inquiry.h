// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <absl/status/status.h>
#include <memory>

#include "session/client_options.h"
#include "session/stream_listener.h"

namespace vitalwall::session {

/// Asks the ward's directory once per stream, and again after a failure that may pass. In the
/// client's thread; the answer reaches LinkSink::onDirectory, unless the inquiry is gone by then:
/// the next stream may be another server's.
class DirectoryInquiry {
 public:
  explicit DirectoryInquiry(const ClientTimes& times) : m_times(times) {}

  void askIfDue(stream::Transport& transport, const std::shared_ptr<ThreadGate>& gate,
                LinkSink& sink, SteadyTime now);

  /// To be called with every answer.
  void noteAnswer(const absl::Status& status, SteadyTime now);

  /// Whether there was any answer: patients, none to be had, or a failure.
  bool isAnswered() const { return m_isAnswered; }

 private:
  ClientTimes m_times;
  std::shared_ptr<const bool> m_alive = std::make_shared<const bool>(true);
  SteadyTime m_nextAt{};
  bool m_isAsking = false;
  bool m_isAnswered = false;
  bool m_isSettled = false;  ///< patients, or a server without a directory
};

}  // namespace vitalwall::session
