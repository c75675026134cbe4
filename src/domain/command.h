// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/alarm_limits.h"
#include "domain/clock.h"
#include "domain/ids.h"
#include "domain/news2.h"
#include "domain/patient.h"

namespace vitalwall {

/// Where a station stopped reading a server's alarm history: what it asks to be replayed after.
struct Cursor {
  std::uint64_t epoch = 0;     ///< the server run that numbered the revisions
  std::uint64_t revision = 0;  ///< last alert revision that was applied

  bool operator==(const Cursor&) const = default;
};

/// What a station may ask of the server. One struct per kind; the queue carries the variant.
struct Subscribe {
  PatientId patient;
  std::optional<Cursor> cursor;
  bool operator==(const Subscribe&) const = default;
};
struct Unsubscribe {
  PatientId patient;
  bool operator==(const Unsubscribe&) const = default;
};
/// Silences an open alarm for everybody; a latched one is reset by it.
struct Acknowledge {
  AlertId alert;
  std::string note{};  ///< for the record; may be empty. Extended servers only.
  bool operator==(const Acknowledge&) const = default;
};
/// First message to an extended server: who speaks. Never sent to a plain one.
struct Hello {
  std::string station;
  std::string software;
  bool operator==(const Hello&) const = default;
};
/// Which waves are on screen; the others need not be sent. Never sent to a plain server.
struct SetView {
  bool waves = true;
  std::vector<PatientId> patients;
  bool operator==(const SetView&) const = default;
};
/// The station's sign of life. Never sent to a plain server.
struct Heartbeat {
  WallTime sentAt{};
  bool operator==(const Heartbeat&) const = default;
};

// Alarm settings of a patient. Never sent to a plain server.

/// No sound for the patient's alarms of now; a more urgent new one breaks through. 0: sound again.
struct PauseAudio {
  PatientId patient;
  std::chrono::seconds duration{120};
  bool operator==(const PauseAudio&) const = default;
};
/// No alarms of the patient at all, sound or picture. 0: alarms again.
struct PauseAlarms {
  PatientId patient;
  std::chrono::seconds duration{120};
  bool operator==(const PauseAlarms&) const = default;
};
/// Turns the alarms of a parameter off, which needs a reason, or on.
struct SetAlarmOff {
  PatientId patient;
  MdcCode parameter;
  bool off = true;
  std::string reason;
  bool operator==(const SetAlarmOff&) const = default;
};
struct SetLimits {
  PatientId patient;
  MdcCode parameter;
  LimitPair limits;
  bool operator==(const SetLimits&) const = default;
};
/// Back to the unit's defaults, for one parameter or all.
struct RestoreLimits {
  PatientId patient;
  std::optional<MdcCode> parameter;
  bool operator==(const RestoreLimits&) const = default;
};
/// Limits around the values of now.
struct AutoLimits {
  PatientId patient;
  bool operator==(const AutoLimits&) const = default;
};
/// Another age group's defaults for all parameters.
struct SetProfile {
  PatientId patient;
  AgeGroup profile = AgeGroup::Adult;
  bool operator==(const SetProfile&) const = default;
};
/// What the score needs and no monitor measures.
struct EnterObservations {
  PatientId patient;
  News2Settings news2;
  bool operator==(const EnterObservations&) const = default;
};

using CommandBody = std::variant<Subscribe, Unsubscribe, Acknowledge, Hello, SetView, Heartbeat,
                                 PauseAudio, PauseAlarms, SetAlarmOff, SetLimits, RestoreLimits,
                                 AutoLimits, SetProfile, EnterObservations>;

/// A command with its id: the same id always has the same effect and answer.
struct Command {
  CommandId id;
  CommandBody body;
  bool operator==(const Command&) const = default;
};

/// What became of a command.
enum class CommandOutcome : std::uint8_t {
  Ok,
  AlreadyDone,    ///< by `by` at `at`
  StaleRevision,  ///< the alert changed meanwhile
  NotFound,
  Forbidden,
  NotRecorded,  ///< done, but not on disk
  Refused       ///< a limit was met; `message` says which
};

/// The server's answer to a command.
struct CommandResult {
  CommandId id;
  CommandOutcome outcome = CommandOutcome::Ok;
  std::string message;  ///< a sentence for the person who asked; may be empty for Ok
  std::string by;
  WallTime at{};
  bool operator==(const CommandResult&) const = default;
};

}  // namespace vitalwall
