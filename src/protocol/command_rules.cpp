// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command_rules.h"

#include <cmath>

#include "domain/concat.h"
#include "protocol/text.h"

namespace vitalwall::protocol {
namespace {

bool isNumber(const std::optional<double>& limit) {
  return !limit || std::isfinite(*limit);
}

absl::Status checkText(std::string_view what, std::string_view text) {
  const auto length = characterCount(text);
  if (length <= kMaxNoteLength) return absl::OkStatus();
  return absl::InvalidArgumentError(
      concat(what, " has at most ", kMaxNoteLength, " characters; this one has ", length, "."));
}

absl::Status checkPause(std::chrono::seconds duration) {
  if (duration >= std::chrono::seconds(0) && duration <= kLongestPause) return absl::OkStatus();
  return absl::InvalidArgumentError(
      concat("A pause lasts 0 to ", kLongestPause.count(), " hours."));
}

/// Commands without a rule of their own.
absl::Status check(const auto&) {
  return absl::OkStatus();
}

absl::Status check(const Acknowledge& acknowledge) {
  return checkText("A note", acknowledge.note);
}

absl::Status check(const PauseAudio& pause) {
  return checkPause(pause.duration);
}

absl::Status check(const PauseAlarms& pause) {
  return checkPause(pause.duration);
}

absl::Status check(const SetAlarmOff& alarmOff) {
  return checkText("A reason", alarmOff.reason);
}

absl::Status check(const SetLimits& setLimits) {
  if (areNumbers(setLimits.limits)) return absl::OkStatus();
  return absl::InvalidArgumentError("A limit must be a number.");
}

}  // namespace

bool areNumbers(const LimitPair& limits) {
  return isNumber(limits.low) && isNumber(limits.high) && isNumber(limits.extremeLow) &&
         isNumber(limits.extremeHigh);
}

absl::Status checkCommand(const CommandBody& body) {
  return std::visit([](const auto& command) { return check(command); }, body);
}

}  // namespace vitalwall::protocol
