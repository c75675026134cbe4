// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <variant>

#include "domain/clock.h"
#include "domain/command.h"

namespace vitalwall::session {

/// Who gave the commands of the lines that follow, and to whom.
struct JournalOwner {
  QString server;  ///< installationName(): HOST:PORT, or several with commas
  QString user;
  bool operator==(const JournalOwner&) const = default;
};

/// A command and when it was given.
struct GivenCommand {
  Command command;
  WallTime at{};
  bool operator==(const GivenCommand&) const = default;
};

/// A command that needs no answer any more.
struct SettledCommand {
  CommandId id;
  bool operator==(const SettledCommand&) const = default;
};

/// A line that was torn by a crash, or that a newer program wrote.
struct StrangeLine {
  bool operator==(const StrangeLine&) const = default;
};

using JournalLine = std::variant<StrangeLine, JournalOwner, GivenCommand, SettledCommand>;

/// One line of ASCII that ends with its line feed: a word for its kind, then its fields, parted by
/// blanks. What comes from outside is in base64. Pure.
QByteArray toLine(const JournalOwner& owner);
QByteArray toLine(const GivenCommand& given);
QByteArray toLine(const SettledCommand& settled);

/// The meaning of one line with its line feed. Pure.
JournalLine parseJournalLine(const QByteArray& line);

}  // namespace vitalwall::session
