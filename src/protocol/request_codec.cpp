// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/request_codec.h"

#include "patient_monitor.pb.h"
#include "protocol/alarm_command_codec.h"
#include "protocol/command_rules.h"
#include "protocol/text.h"
#include "protocol/to_domain.h"
#include "protocol/to_wire.h"
#include "protocol/wire_id.h"
#include "protocol/wire_time.h"

namespace vitalwall::protocol {
namespace {

constexpr std::size_t kNameBytes = 200;  // names are logged, and a peer may send megabytes

void fill(::PatientMonitorRequest& request, const Subscribe& subscribe) {
  request.mutable_subscribe()->set_patient_id(subscribe.patient.toString());
  if (subscribe.cursor) toWire(*subscribe.cursor, *request.mutable_subscribe()->mutable_cursor());
}

void fill(::PatientMonitorRequest& request, const Unsubscribe& unsubscribe) {
  request.mutable_unsubscribe()->set_patient_id(unsubscribe.patient.toString());
}

void fill(::PatientMonitorRequest& request, const Acknowledge& acknowledge) {
  request.mutable_acknowledge()->set_alert_id(acknowledge.alert.toString());
  request.mutable_acknowledge()->set_note(validUtf8(acknowledge.note));
}

void fill(::PatientMonitorRequest& request, const Hello& hello) {
  toWire(hello, *request.mutable_hello());
}

void fill(::PatientMonitorRequest& request, const SetView& view) {
  toWire(view, *request.mutable_set_view());
}

void fill(::PatientMonitorRequest& request, const Heartbeat& heartbeat) {
  toWire(heartbeat, *request.mutable_heartbeat());
}

void fill(::PatientMonitorRequest& request, const PauseAudio& pause) {
  toWire(pause, *request.mutable_pause_audio());
}

void fill(::PatientMonitorRequest& request, const PauseAlarms& pause) {
  toWire(pause, *request.mutable_pause_alarms());
}

void fill(::PatientMonitorRequest& request, const SetAlarmOff& alarmOff) {
  toWire(alarmOff, *request.mutable_set_alarm_off());
}

void fill(::PatientMonitorRequest& request, const SetLimits& limits) {
  toWire(limits, *request.mutable_set_limits());
}

void fill(::PatientMonitorRequest& request, const RestoreLimits& restore) {
  toWire(restore, *request.mutable_restore_limits());
}

void fill(::PatientMonitorRequest& request, const AutoLimits& autoLimits) {
  toWire(autoLimits, *request.mutable_auto_limits());
}

void fill(::PatientMonitorRequest& request, const SetProfile& profile) {
  toWire(profile, *request.mutable_set_profile());
}

void fill(::PatientMonitorRequest& request, const EnterObservations& observations) {
  toWire(observations, *request.mutable_enter_observations());
}

DecodedRequest malformed(std::string_view text) {
  return MalformedId{printableExcerpt(text)};
}

DecodedRequest checked(CommandId id, absl::StatusOr<CommandBody> body) {
  const absl::Status status = body.ok() ? checkCommand(*body) : body.status();
  if (!status.ok()) return MalformedCommand{id, std::string(status.message())};
  return Command{id, *std::move(body)};
}

DecodedRequest read(CommandId id, const ::SubscribeRequest& wire) {
  const auto patient = PatientId::parse(wire.patient_id());
  if (!patient) return malformed(wire.patient_id());
  Subscribe subscribe{.patient = *patient, .cursor = {}};
  if (wire.has_cursor()) subscribe.cursor = toDomain(wire.cursor());
  return Command{id, subscribe};
}

DecodedRequest read(CommandId id, const ::UnsubscribeRequest& wire) {
  const auto patient = PatientId::parse(wire.patient_id());
  if (!patient) return malformed(wire.patient_id());
  return Command{id, Unsubscribe{*patient}};
}

DecodedRequest read(CommandId id, const ::AcknowledgeRequest& wire) {
  const auto alert = AlertId::parse(wire.alert_id());
  if (!alert) return malformed(wire.alert_id());
  return checked(id, Acknowledge{*alert, wire.note()});
}

DecodedRequest read(CommandId id, const v1::Hello& wire) {
  return Command{id, Hello{.station = shortened(wire.station(), kNameBytes),
                           .software = shortened(wire.software(), kNameBytes)}};
}

DecodedRequest read(CommandId id, const v1::SetView& wire) {
  SetView view{.waves = wire.waves(), .patients = {}};
  view.patients.reserve(static_cast<std::size_t>(wire.patients_size()));
  for (const auto& bytes : wire.patients()) {
    const auto patient = idFromBytes<PatientId>(bytes);
    if (!patient) return malformed(bytes);
    view.patients.push_back(*patient);
  }
  return Command{id, std::move(view)};
}

DecodedRequest read(CommandId id, const v1::StationHeartbeat& wire) {
  return Command{id, Heartbeat{boundedTime(wire.sent_at())}};
}

/// Any command that sets a patient's alarms.
template <typename Wire>
DecodedRequest readAlarmCommand(CommandId id, const Wire& wire) {
  const auto patient = idFromBytes<PatientId>(wire.patient());
  return patient ? checked(id, toBody(*patient, wire)) : malformed(wire.patient());
}

DecodedRequest readAction(CommandId id, const ::PatientMonitorRequest& request) {
  switch (request.action_case()) {
    case ::PatientMonitorRequest::kSubscribe:
      return read(id, request.subscribe());
    case ::PatientMonitorRequest::kUnsubscribe:
      return read(id, request.unsubscribe());
    case ::PatientMonitorRequest::kAcknowledge:
      return read(id, request.acknowledge());
    case ::PatientMonitorRequest::kHello:
      return read(id, request.hello());
    case ::PatientMonitorRequest::kSetView:
      return read(id, request.set_view());
    case ::PatientMonitorRequest::kHeartbeat:
      return read(id, request.heartbeat());
    case ::PatientMonitorRequest::kPauseAudio:
      return readAlarmCommand(id, request.pause_audio());
    case ::PatientMonitorRequest::kPauseAlarms:
      return readAlarmCommand(id, request.pause_alarms());
    case ::PatientMonitorRequest::kSetAlarmOff:
      return readAlarmCommand(id, request.set_alarm_off());
    case ::PatientMonitorRequest::kSetLimits:
      return readAlarmCommand(id, request.set_limits());
    case ::PatientMonitorRequest::kRestoreLimits:
      return readAlarmCommand(id, request.restore_limits());
    case ::PatientMonitorRequest::kAutoLimits:
      return readAlarmCommand(id, request.auto_limits());
    case ::PatientMonitorRequest::kSetProfile:
      return readAlarmCommand(id, request.set_profile());
    case ::PatientMonitorRequest::kEnterObservations:
      return readAlarmCommand(id, request.enter_observations());
    case ::PatientMonitorRequest::ACTION_NOT_SET:
      break;
  }
  return NoAction{};
}

}  // namespace

std::string encodeRequest(const Command& command) {
  ::PatientMonitorRequest request;
  if (!command.id.guid.isNil()) request.set_command_id(command.id.toString());
  std::visit([&request](const auto& body) { fill(request, body); }, command.body);
  return request.SerializeAsString();
}

absl::StatusOr<DecodedRequest> decodeRequest(std::string_view bytes) {
  ::PatientMonitorRequest request;
  if (!request.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return absl::InvalidArgumentError("The bytes are no PatientMonitorRequest.");
  if (request.command_id().empty()) return readAction(CommandId{}, request);
  const auto id = CommandId::parse(request.command_id());
  return id ? readAction(*id, request) : malformed(request.command_id());
}

}  // namespace vitalwall::protocol
