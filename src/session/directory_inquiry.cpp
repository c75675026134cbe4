// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/directory_inquiry.h"

#include "protocol/directory_codec.h"
#include "protocol/metadata.h"

namespace vitalwall::session {

namespace {
absl::StatusOr<std::vector<Patient>> decode(const absl::StatusOr<std::string>& bytes) {
  if (!bytes.ok()) return bytes.status();
  return protocol::decodeDirectory(*bytes);
}
}  // namespace

void DirectoryInquiry::askIfDue(stream::Transport& transport,
                                const std::shared_ptr<ThreadGate>& gate, LinkSink& sink,
                                SteadyTime now) {
  if (m_isAsking || m_isSettled || now < m_nextAt) return;
  m_isAsking = true;
  // An empty request has no bytes.
  transport.callUnary(std::string(protocol::kListPatientsPath), {}, m_times.directoryDeadline,
                      [gate, &sink, asker = std::weak_ptr(m_alive)](const auto& bytes) {
                        gate->post([&sink, asker, answer = decode(bytes)] {
                          if (!asker.expired()) sink.onDirectory(answer);
                        });
                      });
}

void DirectoryInquiry::noteAnswer(const absl::Status& status, SteadyTime now) {
  m_isAsking = false;
  m_isAnswered = true;
  m_isSettled = status.ok() || absl::IsUnimplemented(status);
  m_nextAt = now + m_times.directoryRetry;
}

}  // namespace vitalwall::session
