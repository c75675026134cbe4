// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall/alarm_commands.h"

#include <type_traits>

namespace vitalwall::station {

AlarmCommands::AlarmCommands(models::Ward& ward, session::RequestWriter writer, QString user)
    : m_ward(ward), m_writer(std::move(writer)), m_user(std::move(user)) {}

void AlarmCommands::run(const CommandBody& command) {
  std::visit(
      [this](const auto& wish) {
        using Wish = std::decay_t<decltype(wish)>;
        if constexpr (std::is_same_v<Wish, Acknowledge>)
          acknowledge(wish);
        else if constexpr (std::is_constructible_v<session::AlarmCommand, Wish>)
          m_writer.send(wish);
      },
      command);
}

void AlarmCommands::setAudioPaused(bool paused) {
  if (paused)
    m_ward.pauseAudio(m_user);
  else
    m_ward.resumeAudio();
}

void AlarmCommands::acknowledge(const Acknowledge& wish) {
  if (!m_ward.acknowledgeOwn(wish.alert, m_user)) m_writer.acknowledge(wish.alert, wish.note);
}

}  // namespace vitalwall::station
