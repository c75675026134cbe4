// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <absl/status/status.h>
#include <QString>
#include <string>

#include "domain/alert.h"
#include "session/command_progress.h"

/// What became of a command, in sentences for the person who gave it. Pure; any thread.
namespace vitalwall::session {

QString pendingWords(bool connected);
QString unconfirmedWords(bool connected);

/// Written to a server that confirms nothing and keeps no notes.
QString sentToPlainWords(const CommandBody& body);

/// A plain server: it would not understand the command.
QString noAlarmSettingsWords();

/// The command is none that any server could carry out; `status` says why.
QString invalidWords(const absl::Status& status);

/// The journal had no room: nothing was sent.
QString journalFullWords(std::size_t capacity);

/// Given up: no command must take effect long after the click.
QString givenUpWords(std::chrono::milliseconds life);

/// The station closes and sends nothing any more.
QString closingWords();

/// Given before the program ended without an answer; it is sent again.
QString takenUpWords();

/// Commands that another person, or this one to another server, left unanswered.
std::string foreignLeftOverWords(std::size_t commands);

/// The server's answer to `body`.
QString resultWords(const CommandBody& body, const CommandResult& result);

/// Whether the answer means that the wish is fulfilled, by whomever.
CommandStage stageOf(CommandOutcome outcome);

/// What an alert of a plain server tells of an acknowledgement: by whom, or that it has ended.
CommandResult resultFromAlert(CommandId id, const Alert& alert);

}  // namespace vitalwall::session
