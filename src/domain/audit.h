// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "domain/clock.h"
#include "domain/ids.h"

namespace vitalwall {

/// What somebody did, or the system did by itself, that must be known afterwards.
enum class AuditAction : std::uint8_t {
  AlarmAcknowledged,
  AlarmReset,
  AudioPaused,
  AudioResumed,
  AlarmsPaused,
  AlarmsResumed,
  AlarmTurnedOff,
  AlarmTurnedOn,
  LimitsChanged,
  LimitsRestored,
  ProfileChanged,
  ObservationsEntered,
  CommandRefused,
  ServerStarted,
  ServerStopped,
  RecordSetAside  ///< the old record was damaged
};

/// One line of the audit. Rows are only ever added.
struct AuditEntry {
  WallTime at{};
  AuditAction action = AuditAction::ServerStarted;
  std::string person;   ///< empty for the system itself
  std::string station;  ///< from where
  std::optional<PatientId> patient;
  std::optional<AlertId> alert;
  std::optional<CommandId> command;
  std::string detail;  ///< a sentence: what it was before and after, the reason, the note

  bool operator==(const AuditEntry&) const = default;
};

}  // namespace vitalwall
