// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/to_domain.h"

#include <cmath>

#include "domain/concat.h"
#include "protocol/alarm_enums.h"
#include "protocol/samples.h"
#include "protocol/text.h"
#include "protocol/wire_enums.h"
#include "protocol/wire_id.h"
#include "protocol/wire_time.h"
#include "vitalwall/v1/directory.pb.h"
#include "vitalwall/v1/monitoring.pb.h"

namespace vitalwall::protocol {
namespace {

constexpr std::size_t kQuoteBytes = 100;  // of a text inside a sentence

std::optional<double> finite(bool present, double value) {
  if (!present || !std::isfinite(value)) return std::nullopt;
  return value;
}

Numeric toDomain(const v1::Numeric& wire) {
  return {.code = MdcCode{wire.code()},
          .unit = static_cast<Unit>(wire.unit()),
          .value = finite(wire.has_value(), wire.value()),
          .validity = domainEnum(wire.validity()),
          .measuredAt = boundedTime(wire.measured_at())};
}

WaveChannel toDomain(const v1::WaveChannel& wire) {
  return {.code = MdcCode{wire.code()},
          .label = wire.label(),
          .unit = static_cast<Unit>(wire.unit()),
          .samplesPerSecond = wire.samples_per_second(),
          .unitsPerCount = wire.units_per_count(),
          .zero = wire.zero(),
          .displayLow = wire.display_low(),
          .displayHigh = wire.display_high()};
}

/// A value that is not finite is none: the parameter is then not measured, and a notice says so.
Numeric checkedNumeric(const v1::Numeric& wire, PatientId patient,
                       std::vector<ServerEvent>& notices) {
  Numeric numeric = toDomain(wire);
  if (wire.has_value() && !numeric.value) {
    numeric.validity = Validity::NotMeasured;
    notices.push_back(
        Notice{patient, concat("The server sent a value of parameter ", std::to_string(wire.code()),
                               " that is not a number.")});
  }
  return numeric;
}

void appendVitals(const v1::PatientUpdate& wire, PatientId patient,
                  std::vector<ServerEvent>& events) {
  Vitals vitals{.patient = patient, .sourceTime = boundedTime(wire.source_time()), .numerics = {}};
  vitals.numerics.reserve(static_cast<std::size_t>(wire.numerics_size()));
  std::vector<ServerEvent> notices;
  for (const auto& numeric : wire.numerics())
    vitals.numerics.push_back(checkedNumeric(numeric, patient, notices));
  events.emplace_back(std::move(vitals));
  std::move(notices.begin(), notices.end(), std::back_inserter(events));
}

ServerEvent toEvent(const v1::WaveBlock& wire, PatientId patient) {
  auto samples = unpackSamples(wire.samples());
  if (!samples)
    return Notice{patient,
                  concat("The server sent a damaged wave block: ",
                         std::to_string(wire.samples().size()), " bytes are no whole samples.")};
  return WaveBlock{.patient = patient,
                   .channel = wire.channel(),
                   .firstSample = wire.first_sample(),
                   .sourceTime = boundedTime(wire.source_time()),
                   .samples = std::move(*samples)};
}

/// What a server of before leaves unsaid, and what a newer one says that is not known here, must
/// not hide an alarm.
AlertState stateOf(const v1::Alert& wire) {
  const auto shown = wire.active() ? AlertState::Active : AlertState::Inactive;
  return domainEnum(wire.state()).value_or(shown);
}

AlertCause causeOf(const v1::Alert& wire, AlertState state) {
  const auto likely = state == AlertState::Active ? AlertCause::Raised : AlertCause::Ended;
  return domainEnum(wire.cause()).value_or(likely);
}

Acknowledgement toDomain(const v1::Acknowledgement& wire) {
  return {.by = wire.by(), .at = boundedTime(wire.at()), .note = wire.note()};
}

absl::Status badId(std::string_view what) {
  return absl::InvalidArgumentError(
      concat("The server sent ", what, " without a proper id; it is not shown."));
}

}  // namespace

absl::StatusOr<Alert> toDomain(const v1::Alert& wire) {
  const auto id = idFromBytes<AlertId>(wire.id());
  const auto patient = idFromBytes<PatientId>(wire.patient());
  if (!id || !patient) return badId("an alert");
  const AlertState state = stateOf(wire);
  Alert alert{.id = *id,
              .patient = *patient,
              .revision = wire.revision(),
              .kind = wire.technical() ? AlertKind::Technical : AlertKind::Physiological,
              .priority = domainEnum(wire.priority()),
              .condition = MdcCode{wire.condition()},
              .parameter = MdcCode{wire.parameter()},
              .value = finite(wire.has_value(), wire.value()),
              .limit = finite(wire.has_limit(), wire.limit()),
              .unit = static_cast<Unit>(wire.unit()),
              .message = wire.message(),
              .state = state,
              .cause = causeOf(wire, state),
              .changedBy = wire.changed_by(),
              .raisedAt = boundedTime(wire.raised_at()),
              .changedAt = boundedTime(wire.changed_at()),
              .acknowledged = {},
              .group = wire.group(),
              .recorded = !wire.not_recorded()};
  if (wire.has_acknowledged()) alert.acknowledged = toDomain(wire.acknowledged());
  return alert;
}

absl::StatusOr<Order> toDomain(const v1::Order& wire) {
  const auto id = idFromBytes<OrderId>(wire.id());
  const auto patient = idFromBytes<PatientId>(wire.patient());
  if (!id || !patient) return badId("an order");
  const auto status = domainEnum(wire.status());
  if (!status)
    return absl::InvalidArgumentError(
        concat("The order \"", shortened(wire.description(), kQuoteBytes),
               "\" has a status that this station does ", "not know (",
               std::to_string(wire.status()), "); update the station."));
  return Order{.id = *id,
               .patient = *patient,
               .description = wire.description(),
               .status = *status,
               .changedBy = wire.changed_by(),
               .changedAt = boundedTime(wire.changed_at())};
}

absl::StatusOr<CommandResult> toDomain(const v1::CommandResult& wire) {
  const auto id = idFromBytes<CommandId>(wire.command());
  if (!id) return badId("the result of a command");
  return CommandResult{.id = *id,
                       .outcome = domainEnum(wire.outcome()),
                       .message = wire.message(),
                       .by = wire.by(),
                       .at = boundedTime(wire.at())};
}

absl::StatusOr<SnapshotEnd> toDomain(const v1::SnapshotEnd& wire) {
  const auto patient = idFromBytes<PatientId>(wire.patient());
  if (!patient) return badId("the end of a snapshot");
  return SnapshotEnd{
      .patient = *patient, .cursor = toDomain(wire.cursor()), .complete = wire.complete()};
}

absl::StatusOr<Patient> toDomain(const v1::Patient& wire) {
  const auto id = idFromBytes<PatientId>(wire.id());
  if (!id) return badId(concat("the patient of bed \"", shortened(wire.bed(), kQuoteBytes), "\""));
  Patient patient{.id = *id,
                  .bed = wire.bed(),
                  .name = wire.name(),
                  .ageGroup = domainEnum(wire.age_group()),
                  .waves = {},
                  .numerics = {}};
  for (const auto& channel : wire.waves()) patient.waves.push_back(toDomain(channel));
  for (const auto code : wire.numerics()) patient.numerics.push_back(MdcCode{code});
  return patient;
}

ServerHeartbeat toDomain(const v1::ServerHeartbeat& wire) {
  return {boundedTime(wire.server_time())};
}

Cursor toDomain(const v1::Cursor& wire) {
  return {.epoch = wire.epoch(), .revision = wire.revision()};
}

void appendEvents(const v1::PatientUpdate& wire, std::vector<ServerEvent>& events) {
  const auto patient = idFromBytes<PatientId>(wire.patient());
  if (!patient) {
    const absl::Status status = badId("values of a patient");
    events.emplace_back(Notice{std::nullopt, std::string(status.message())});
    return;
  }
  if (wire.has_vitals()) appendVitals(wire, *patient, events);
  for (const auto& block : wire.waves()) events.push_back(toEvent(block, *patient));
}

}  // namespace vitalwall::protocol
