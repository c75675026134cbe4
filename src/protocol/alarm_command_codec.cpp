// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/alarm_command_codec.h"

#include "protocol/alarm_enums.h"
#include "protocol/alarm_settings_codec.h"
#include "protocol/text.h"
#include "protocol/wire_enums.h"
#include "protocol/wire_id.h"
#include "vitalwall/v1/alarm_settings.pb.h"

namespace vitalwall::protocol {

void toWire(const PauseAudio& command, v1::PauseAudio& wire) {
  wire.set_patient(idBytes(command.patient));
  wire.set_seconds(command.duration.count());
}

void toWire(const PauseAlarms& command, v1::PauseAlarms& wire) {
  wire.set_patient(idBytes(command.patient));
  wire.set_seconds(command.duration.count());
}

void toWire(const SetAlarmOff& command, v1::SetAlarmOff& wire) {
  wire.set_patient(idBytes(command.patient));
  wire.set_parameter(command.parameter.value);
  wire.set_off(command.off);
  wire.set_reason(validUtf8(command.reason));
}

void toWire(const SetLimits& command, v1::SetLimits& wire) {
  wire.set_patient(idBytes(command.patient));
  wire.set_parameter(command.parameter.value);
  toWire(command.limits, *wire.mutable_limits());
}

void toWire(const RestoreLimits& command, v1::RestoreLimits& wire) {
  wire.set_patient(idBytes(command.patient));
  if (command.parameter) wire.set_parameter(command.parameter->value);
}

void toWire(const AutoLimits& command, v1::AutoLimits& wire) {
  wire.set_patient(idBytes(command.patient));
}

void toWire(const SetProfile& command, v1::SetProfile& wire) {
  wire.set_patient(idBytes(command.patient));
  wire.set_profile(wireEnum(command.profile));
}

void toWire(const EnterObservations& command, v1::EnterObservations& wire) {
  wire.set_patient(idBytes(command.patient));
  toWire(command.news2, *wire.mutable_news2());
}

absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::PauseAudio& wire) {
  return PauseAudio{patient, std::chrono::seconds(wire.seconds())};
}

absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::PauseAlarms& wire) {
  return PauseAlarms{patient, std::chrono::seconds(wire.seconds())};
}

absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::SetAlarmOff& wire) {
  return SetAlarmOff{.patient = patient,
                     .parameter = MdcCode{wire.parameter()},
                     .off = wire.off(),
                     .reason = wire.reason()};
}

absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::SetLimits& wire) {
  return SetLimits{patient, MdcCode{wire.parameter()}, toDomain(wire.limits())};
}

absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::RestoreLimits& wire) {
  RestoreLimits command{.patient = patient, .parameter = {}};
  if (wire.has_parameter()) command.parameter = MdcCode{wire.parameter()};
  return command;
}

absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::AutoLimits&) {
  return AutoLimits{patient};
}

absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::SetProfile& wire) {
  const auto profile = knownAgeGroup(wire.profile());
  if (!profile) return absl::InvalidArgumentError("This age group is not known.");
  return SetProfile{patient, *profile};
}

absl::StatusOr<CommandBody> toBody(PatientId patient, const v1::EnterObservations& wire) {
  const auto news2 = toDomain(wire.news2());
  if (!news2.ok()) return news2.status();
  return EnterObservations{patient, *news2};
}

}  // namespace vitalwall::protocol
