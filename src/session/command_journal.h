// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "domain/alert.h"
#include "domain/clock.h"
#include "session/command_progress.h"

namespace vitalwall::session {

/// How long commands are patient.
struct CommandTimes {
  milliseconds unconfirmedAfter{3000};
  /// Then the command is given up: an acknowledgement must not silence an alarm that nobody has
  /// looked at for minutes.
  milliseconds life{120'000};
};

/// Whether a plain server would not understand `body`: all that sets a patient's alarms.
bool needsExtension(const CommandBody& body);

/// The commands that no answer has settled yet, in the order of the clicks. It survives
/// reconnections: every new stream gets them again under the same ids and in the same order, so of
/// two that set the same limits the later holds. Not thread-safe.
class CommandJournal {
 public:
  CommandJournal(std::size_t capacity, CommandTimes times);

  /// Takes a command of now. Must not be full.
  void add(const Command& command, SteadyTime now);

  /// What a new stream must be sent.
  std::vector<Command> unresolved() const;

  /// The command goes to a stream; true if it went to an earlier one before.
  bool noteSent(CommandId id);

  /// Settles the command that the server answered; its last step, or nothing if it is not (any
  /// more) in the journal.
  std::optional<CommandProgress> settle(const CommandResult& result);

  /// Settles the acknowledgements of an alert that a plain server shows acknowledged or ended.
  std::vector<CommandProgress> settle(const Alert& alert);

  /// The server turned out to be a plain one: what it would not understand has failed.
  std::vector<CommandProgress> failExtended();

  /// Everything has been written to a server that confirms nothing: tells it once per command.
  std::vector<CommandProgress> noteWrittenToPlain();

  /// The steps that are due by time alone.
  std::vector<CommandProgress> expire(SteadyTime now, bool connected);

  std::size_t size() const { return m_entries.size(); }
  std::size_t capacity() const { return m_capacity; }
  bool isFull() const { return m_entries.size() >= m_capacity; }

 private:
  struct Entry {
    Command command;
    SteadyTime issuedAt{};
    CommandStage stage = CommandStage::Pending;
    bool writtenToPlain = false;
    bool sent = false;
  };

  std::vector<Entry>::iterator find(CommandId id);

  std::size_t m_capacity;
  CommandTimes m_times;
  std::vector<Entry> m_entries;
};

}  // namespace vitalwall::session
