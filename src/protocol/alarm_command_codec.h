// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <absl/status/statusor.h>

#include "domain/command.h"

namespace vitalwall::v1 {
class AutoLimits;
class EnterObservations;
class PauseAlarms;
class PauseAudio;
class RestoreLimits;
class SetAlarmOff;
class SetLimits;
class SetProfile;
}  // namespace vitalwall::v1

/// The commands that set a patient's alarms, to and from the wire. Each toWire fills an empty
/// message; text that is no UTF-8 is mended. Pure; any thread.
namespace vitalwall::protocol {

void toWire(const PauseAudio& command, v1::PauseAudio& wire);
void toWire(const PauseAlarms& command, v1::PauseAlarms& wire);
void toWire(const SetAlarmOff& command, v1::SetAlarmOff& wire);
void toWire(const SetLimits& command, v1::SetLimits& wire);
void toWire(const RestoreLimits& command, v1::RestoreLimits& wire);
void toWire(const AutoLimits& command, v1::AutoLimits& wire);
void toWire(const SetProfile& command, v1::SetProfile& wire);
void toWire(const EnterObservations& command, v1::EnterObservations& wire);

// The command for `patient`, whose bytes the caller has read. InvalidArgument with a sentence for a
// value that is not known here; what checkCommand judges is not judged here.

absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::PauseAudio& wire);
absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::PauseAlarms& wire);
absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::SetAlarmOff& wire);
absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::SetLimits& wire);
absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::RestoreLimits& wire);
absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::AutoLimits& wire);
absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::SetProfile& wire);
absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::EnterObservations& wire);

}  // namespace vitalwall::protocol
