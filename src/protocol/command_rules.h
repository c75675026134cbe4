// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <absl/status/status.h>

#include "domain/command.h"

/// What a command may carry at all, whatever the ward's rules say of it. One rule for both sides: a
/// station fails such a command at once, a server refuses it. Pure; any thread.
namespace vitalwall::protocol {

/// Longest note or reason, in characters.
inline constexpr std::size_t kMaxNoteLength = 500;

/// Longest pause. Units set far shorter ones; this bound keeps later arithmetic from overflowing.
inline constexpr std::chrono::hours kLongestPause{24};

/// Whether every limit that is there is a finite number.
bool areNumbers(const LimitPair& limits);

/// InvalidArgument with a sentence for the person who gave the command.
absl::Status checkCommand(const CommandBody& body);

}  // namespace vitalwall::protocol
