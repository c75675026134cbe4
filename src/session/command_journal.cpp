// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/command_journal.h"

#include <algorithm>
#include <utility>

#include "session/command_words.h"

namespace vitalwall::session {

namespace {
CommandProgress lastStep(const Command& command, const CommandResult& result) {
  return {command, stageOf(result.outcome), result, resultWords(command.body, result)};
}

bool acknowledges(const Command& command, AlertId alert) {
  const auto* acknowledge = std::get_if<Acknowledge>(&command.body);
  return acknowledge && acknowledge->alert == alert;
}
}  // namespace

bool needsExtension(const CommandBody& body) {
  return !std::holds_alternative<Subscribe>(body) && !std::holds_alternative<Unsubscribe>(body) &&
         !std::holds_alternative<Acknowledge>(body);
}

CommandJournal::CommandJournal(std::size_t capacity, CommandTimes times)
    : m_capacity(capacity), m_times(times) {}

void CommandJournal::add(const Command& command, SteadyTime now) {
  m_entries.push_back({command, now});
}

std::vector<Command> CommandJournal::unresolved() const {
  std::vector<Command> commands;
  commands.reserve(m_entries.size());
  for (const auto& entry : m_entries) commands.push_back(entry.command);
  return commands;
}

std::vector<CommandJournal::Entry>::iterator CommandJournal::find(CommandId id) {
  return std::ranges::find_if(m_entries,
                              [id](const Entry& entry) { return entry.command.id == id; });
}

bool CommandJournal::noteSent(CommandId id) {
  const auto found = find(id);
  return found != m_entries.end() && std::exchange(found->sent, true);
}

std::optional<CommandProgress> CommandJournal::settle(const CommandResult& result) {
  const auto found = find(result.id);
  if (found == m_entries.end()) return std::nullopt;
  auto progress = lastStep(found->command, result);
  m_entries.erase(found);
  return progress;
}

std::vector<CommandProgress> CommandJournal::settle(const Alert& alert) {
  std::vector<CommandProgress> steps;
  if (alert.needsAttention()) return steps;
  for (const auto& entry : m_entries)
    if (acknowledges(entry.command, alert.id))
      steps.push_back(lastStep(entry.command, resultFromAlert(entry.command.id, alert)));
  std::erase_if(m_entries,
                [&](const Entry& entry) { return acknowledges(entry.command, alert.id); });
  return steps;
}

std::vector<CommandProgress> CommandJournal::failExtended() {
  const auto isExtended = [](const Entry& entry) { return needsExtension(entry.command.body); };
  std::vector<CommandProgress> steps;
  for (const auto& entry : m_entries)
    if (isExtended(entry))
      steps.push_back({entry.command, CommandStage::Failed, {}, noAlarmSettingsWords()});
  std::erase_if(m_entries, isExtended);
  return steps;
}

std::vector<CommandProgress> CommandJournal::noteWrittenToPlain() {
  std::vector<CommandProgress> steps;
  for (auto& entry : m_entries) {
    if (entry.writtenToPlain) continue;
    entry.writtenToPlain = true;
    entry.stage = CommandStage::Unconfirmed;
    steps.push_back({entry.command, entry.stage, {}, sentToPlainWords(entry.command.body)});
  }
  return steps;
}

std::vector<CommandProgress> CommandJournal::expire(SteadyTime now, bool connected) {
  std::vector<CommandProgress> steps;
  for (auto& entry : m_entries) {
    const auto age = now - entry.issuedAt;
    if (age >= m_times.life && !entry.writtenToPlain) {
      steps.push_back({entry.command, CommandStage::Failed, {}, givenUpWords(m_times.life)});
    } else if (age >= m_times.unconfirmedAfter && entry.stage == CommandStage::Pending) {
      entry.stage = CommandStage::Unconfirmed;
      steps.push_back({entry.command, entry.stage, {}, unconfirmedWords(connected)});
    }
  }
  std::erase_if(m_entries,
                [&](const Entry& entry) { return now - entry.issuedAt >= m_times.life; });
  return steps;
}

}  // namespace vitalwall::session
