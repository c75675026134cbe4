// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "domain/command.h"

namespace vitalwall::session {

class RequestDesk;

/// The thread-safe handle that the user interface holds: the only way to send. Copyable; all copies
/// feed the one outbox of the client, so a stream has exactly one writer.
class RequestWriter {
 public:
  explicit RequestWriter(std::shared_ptr<RequestDesk> desk);

  /// Watches or stops watching a patient, now and after every reconnection. Any thread.
  void watch(PatientId patient) const;
  void unwatch(PatientId patient) const;

  /// Queues an acknowledge and returns its command id; CommandProgress signals tell the rest. It is
  /// sent again after a reconnection until the server answered. Any thread.
  CommandId acknowledge(AlertId alert, std::string note = {}) const;

  /// As acknowledge(), for anything that awaits an answer: an Acknowledge, or one of the commands
  /// that set a patient's alarms. Those fail at once at a server without alarm settings. Any
  /// thread.
  CommandId send(CommandBody command) const;

  /// Tells an extended server what is on screen; remembered over reconnections. Any thread.
  void setView(SetView view) const;

 private:
  std::shared_ptr<RequestDesk> m_desk;
};

}  // namespace vitalwall::session
