// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/command.h"

namespace vitalwall::session {

/// A command's way: Pending -> (Unconfirmed after 3 s ->) Confirmed or Failed.
enum class CommandStage {
  Pending,
  Unconfirmed,  ///< no answer for 3 s; it is still being tried
  Confirmed,
  Failed
};

/// One step of a command. Value; carried by a queued signal.
struct CommandProgress {
  Command command;
  CommandStage stage = CommandStage::Pending;
  CommandResult result;  ///< of the server, when Confirmed or Failed
  QString sentence;      ///< for the user

  bool operator==(const CommandProgress&) const = default;
};

}  // namespace vitalwall::session
