// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/response_decoder.h"

#include <google/protobuf/arena.h>

#include <iterator>

#include "domain/concat.h"
#include "patient_monitor.pb.h"
#include "protocol/alarm_settings_codec.h"
#include "protocol/payload_events.h"
#include "protocol/status_type.h"
#include "protocol/text.h"
#include "protocol/to_domain.h"
#include "protocol/wire_id.h"
#include "protocol/wire_time.h"

namespace vitalwall::protocol {
namespace {

using Events = std::vector<ServerEvent>;

/// Reads the fields of one payload as the kind that its status_type names.
using PayloadReader = Events (*)(const Envelope&, const PayloadFields&);

template <AlertChange change>
Events alertPayload(const Envelope& envelope, const PayloadFields& fields) {
  return alertEvents(envelope, fields, change);
}

struct StatusType {
  std::string_view name;
  PayloadReader read;
};

constexpr StatusType kStatusTypes[] = {
    {status_type::kVitalsUpdated, vitalsEvents},
    {status_type::kAlertTriggered, alertPayload<AlertChange::Triggered>},
    {status_type::kAlertAcknowledged, alertPayload<AlertChange::Acknowledged>},
    {status_type::kAlertCleared, alertPayload<AlertChange::Cleared>},
    {status_type::kOrderChanged, orderEvents},
};

PayloadReader readerOf(std::string_view statusType) {
  const std::string wanted = comparableName(statusType);
  for (const auto& type : kStatusTypes)
    if (comparableName(type.name) == wanted) return type.read;
  return nullptr;
}

/// A payload that names another patient than its message must not be shown as either's.
bool namesAnother(const PayloadFields& fields, PatientId patient) {
  const auto text = fields.text({"patientid", "patientguid", "patient.id", "patient"});
  const auto named = text ? PatientId::parse(*text) : std::nullopt;
  return named && *named != patient;
}

Events readPayload(const Envelope& envelope, std::string_view statusType,
                   std::string_view payload) {
  const auto reader = readerOf(statusType);
  if (reader == nullptr)
    return {Notice{envelope.patient, concat("The server sent an unknown status type \"",
                                            printableExcerpt(statusType), "\".")}};
  const auto fields = PayloadFields::parse(payload);
  if (!fields.ok())
    return {Notice{envelope.patient,
                   concat("A message of type ", printableExcerpt(statusType),
                          " cannot be read: ", std::string(fields.status().message()), ".")}};
  if (namesAnother(*fields, envelope.patient))
    return {Notice{envelope.patient,
                   "The server sent data of another patient under this one's id; "
                   "they are not shown."}};
  return reader(envelope, *fields);
}

bool hasPlainPart(const ::PatientStatusResponse& response) {
  return !response.status_type().empty() || !response.payload().empty() ||
         !response.patient_id().empty();
}

Events plainEvents(const ::PatientStatusResponse& response, WallTime receivedAt) {
  const auto patient = PatientId::parse(response.patient_id());
  if (!patient)
    return {Notice{std::nullopt,
                   concat("The server sent a message for no patient: \"",
                          printableExcerpt(response.patient_id()), "\" is no patient id.")}};
  const auto time = timeFromMillis(static_cast<double>(response.timestamp()));
  return readPayload({*patient, time.value_or(receivedAt)}, response.status_type(),
                     response.payload());
}

/// The value as an event, or a notice that says why there is none.
template <typename Value>
ServerEvent eventOf(absl::StatusOr<Value> value, std::optional<PatientId> patient) {
  if (value.ok()) return *std::move(value);
  return Notice{patient, std::string(value.status().message())};
}

/// The typed `message` of a patient as an event.
template <typename Message>
ServerEvent patientEvent(const Message& message) {
  return eventOf(toDomain(message), idFromBytes<PatientId>(message.patient()));
}

void appendExtendedEvents(const ::PatientStatusResponse& response, Events& events) {
  constexpr int kSingularEvents = 3;
  events.reserve(events.size() +
                 static_cast<std::size_t>(response.updates_size() + response.alerts_size() +
                                          response.alarm_settings_size() + response.orders_size() +
                                          kSingularEvents));
  for (const auto& update : response.updates()) appendEvents(update, events);
  for (const auto& alert : response.alerts()) events.push_back(patientEvent(alert));
  for (const auto& settings : response.alarm_settings()) events.push_back(patientEvent(settings));
  for (const auto& order : response.orders()) events.push_back(patientEvent(order));
  if (response.has_command_result())
    events.push_back(eventOf(toDomain(response.command_result()), std::nullopt));
  if (response.has_heartbeat()) events.emplace_back(toDomain(response.heartbeat()));
  if (response.has_snapshot_end()) events.push_back(patientEvent(response.snapshot_end()));
}

}  // namespace

absl::StatusOr<DecodedResponse> decodeResponse(std::string_view bytes, WallTime receivedAt) {
  // A batch has hundreds of small parts: an arena spares an allocation for each.
  google::protobuf::Arena arena;
  auto& response = *google::protobuf::Arena::CreateMessage<::PatientStatusResponse>(&arena);
  if (!response.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return absl::InvalidArgumentError("The bytes are no PatientStatusResponse.");
  DecodedResponse decoded{.epoch = response.epoch(), .sequence = response.sequence(), .events = {}};
  if (hasPlainPart(response)) decoded.events = plainEvents(response, receivedAt);
  appendExtendedEvents(response, decoded.events);
  return decoded;
}

}  // namespace vitalwall::protocol
