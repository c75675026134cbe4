// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/request_writer.h"

#include <utility>

#include "session/request_desk.h"

namespace vitalwall::session {

RequestWriter::RequestWriter(std::shared_ptr<RequestDesk> desk) : m_desk(std::move(desk)) {}

void RequestWriter::watch(PatientId patient) const {
  m_desk->watch(patient);
}

void RequestWriter::unwatch(PatientId patient) const {
  m_desk->unwatch(patient);
}

CommandId RequestWriter::acknowledge(AlertId alert, std::string note) const {
  return m_desk->issue(Acknowledge{alert, std::move(note)});
}

CommandId RequestWriter::send(CommandBody command) const {
  return m_desk->issue(std::move(command));
}

void RequestWriter::setView(SetView view) const {
  m_desk->setView(std::move(view));
}

}  // namespace vitalwall::session
