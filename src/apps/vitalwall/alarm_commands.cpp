// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall/alarm_commands.h"

namespace vitalwall::station {

AlarmCommands::AlarmCommands(models::Ward& ward, session::RequestWriter writer, QString user)
    : m_ward(ward), m_writer(std::move(writer)), m_user(std::move(user)) {}

void AlarmCommands::run(const CommandBody& command) {
  const auto* acknowledge = std::get_if<Acknowledge>(&command);
  const bool isOwn = acknowledge && m_ward.acknowledgeOwn(acknowledge->alert, m_user);
  if (!isOwn) m_writer.send(command);
}

void AlarmCommands::setAudioPaused(bool paused) {
  if (paused)
    m_ward.pauseAudio(m_user);
  else
    m_ward.resumeAudio();
}

}  // namespace vitalwall::station
