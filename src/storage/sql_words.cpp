// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql_words.h"

namespace vitalwall::storage {

std::string_view wordOf(AlertKind kind) {
  switch (kind) {
    case AlertKind::Physiological:
      return "physiological";
    case AlertKind::Technical:
      return "technical";
  }
  return {};
}

std::string_view wordOf(AlertState state) {
  switch (state) {
    case AlertState::Active:
      return "active";
    case AlertState::Latched:
      return "latched";
    case AlertState::Inactive:
      return "inactive";
  }
  return {};
}

std::string_view wordOf(AlertCause cause) {
  switch (cause) {
    case AlertCause::Raised:
      return "raised";
    case AlertCause::Worse:
      return "worse";
    case AlertCause::Escalated:
      return "escalated";
    case AlertCause::ValueMissing:
      return "value-missing";
    case AlertCause::ValueBack:
      return "value-back";
    case AlertCause::Acknowledged:
      return "acknowledged";
    case AlertCause::Ended:
      return "ended";
    case AlertCause::Reset:
      return "reset";
    case AlertCause::LimitsChanged:
      return "limits-changed";
    case AlertCause::AlarmsPaused:
      return "alarms-paused";
    case AlertCause::AlarmOff:
      return "alarm-off";
    case AlertCause::Recorded:
      return "recorded";
  }
  return {};
}

std::string_view wordOf(AuditAction action) {
  switch (action) {
    case AuditAction::AlarmAcknowledged:
      return "alarm-acknowledged";
    case AuditAction::AlarmReset:
      return "alarm-reset";
    case AuditAction::AudioPaused:
      return "audio-paused";
    case AuditAction::AudioResumed:
      return "audio-resumed";
    case AuditAction::AlarmsPaused:
      return "alarms-paused";
    case AuditAction::AlarmsResumed:
      return "alarms-resumed";
    case AuditAction::AlarmTurnedOff:
      return "alarm-turned-off";
    case AuditAction::AlarmTurnedOn:
      return "alarm-turned-on";
    case AuditAction::LimitsChanged:
      return "limits-changed";
    case AuditAction::LimitsRestored:
      return "limits-restored";
    case AuditAction::ProfileChanged:
      return "profile-changed";
    case AuditAction::ObservationsEntered:
      return "observations-entered";
    case AuditAction::CommandRefused:
      return "command-refused";
    case AuditAction::ServerStarted:
      return "server-started";
    case AuditAction::ServerStopped:
      return "server-stopped";
    case AuditAction::RecordSetAside:
      return "record-set-aside";
  }
  return {};
}

std::string_view wordOf(CommandOutcome outcome) {
  switch (outcome) {
    case CommandOutcome::Ok:
      return "ok";
    case CommandOutcome::AlreadyDone:
      return "already-done";
    case CommandOutcome::StaleRevision:
      return "stale-revision";
    case CommandOutcome::NotFound:
      return "not-found";
    case CommandOutcome::Forbidden:
      return "forbidden";
    case CommandOutcome::NotRecorded:
      return "not-recorded";
    case CommandOutcome::Refused:
      return "refused";
  }
  return {};
}

std::string_view wordOf(OrderStatus status) {
  switch (status) {
    case OrderStatus::Active:
      return "active";
    case OrderStatus::OnHold:
      return "on-hold";
    case OrderStatus::Completed:
      return "completed";
    case OrderStatus::Cancelled:
      return "cancelled";
  }
  return {};
}

std::string_view wordOf(AgeGroup group) {
  switch (group) {
    case AgeGroup::Adult:
      return "adult";
    case AgeGroup::Paediatric:
      return "paediatric";
    case AgeGroup::Neonate:
      return "neonate";
  }
  return {};
}

std::string_view wordOf(Consciousness state) {
  switch (state) {
    case Consciousness::Alert:
      return "alert";
    case Consciousness::Confusion:
      return "confusion";
    case Consciousness::Voice:
      return "voice";
    case Consciousness::Pain:
      return "pain";
    case Consciousness::Unresponsive:
      return "unresponsive";
  }
  return {};
}

}  // namespace vitalwall::storage
