// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/to_wire.h"

#include "protocol/alarm_enums.h"
#include "protocol/samples.h"
#include "protocol/text.h"
#include "protocol/wire_enums.h"
#include "protocol/wire_id.h"
#include "vitalwall/v1/directory.pb.h"
#include "vitalwall/v1/monitoring.pb.h"

namespace vitalwall::protocol {
namespace {

void toWire(const Numeric& numeric, v1::Numeric& wire) {
  wire.set_code(numeric.code.value);
  wire.set_unit(static_cast<std::uint32_t>(numeric.unit));
  if (numeric.value) wire.set_value(*numeric.value);
  wire.set_validity(wireEnum(numeric.validity));
  wire.set_measured_at(toUnixMillis(numeric.measuredAt));
}

void toWire(const WaveBlock& block, v1::WaveBlock& wire) {
  wire.set_channel(block.channel);
  wire.set_first_sample(block.firstSample);
  wire.set_source_time(toUnixMillis(block.sourceTime));
  wire.set_samples(packSamples(block.samples));
}

void toWire(const WaveChannel& channel, v1::WaveChannel& wire) {
  wire.set_code(channel.code.value);
  wire.set_label(validUtf8(channel.label));
  wire.set_unit(static_cast<std::uint32_t>(channel.unit));
  wire.set_samples_per_second(channel.samplesPerSecond);
  wire.set_units_per_count(channel.unitsPerCount);
  wire.set_zero(channel.zero);
  wire.set_display_low(channel.displayLow);
  wire.set_display_high(channel.displayHigh);
}

void toWire(const Acknowledgement& acknowledged, v1::Acknowledgement& wire) {
  wire.set_by(validUtf8(acknowledged.by));
  wire.set_at(toUnixMillis(acknowledged.at));
  wire.set_note(validUtf8(acknowledged.note));
}

}  // namespace

void toWire(const Vitals& vitals, v1::PatientUpdate& wire) {
  wire.set_patient(idBytes(vitals.patient));
  wire.set_source_time(toUnixMillis(vitals.sourceTime));
  wire.set_has_vitals(true);
  for (const auto& numeric : vitals.numerics) toWire(numeric, *wire.add_numerics());
}

void toWire(std::span<const WaveBlock> blocks, v1::PatientUpdate& wire) {
  if (blocks.empty()) return;
  wire.set_patient(idBytes(blocks.front().patient));
  for (const auto& block : blocks) toWire(block, *wire.add_waves());
}

void toWire(const Alert& alert, v1::Alert& wire) {
  wire.set_id(idBytes(alert.id));
  wire.set_patient(idBytes(alert.patient));
  wire.set_revision(alert.revision);
  wire.set_technical(alert.kind == AlertKind::Technical);
  wire.set_priority(wireEnum(alert.priority));
  wire.set_condition(alert.condition.value);
  wire.set_parameter(alert.parameter.value);
  if (alert.value) wire.set_value(*alert.value);
  if (alert.limit) wire.set_limit(*alert.limit);
  wire.set_unit(static_cast<std::uint32_t>(alert.unit));
  wire.set_message(validUtf8(alert.message));
  wire.set_active(alert.isOpen());
  wire.set_state(wireEnum(alert.state));
  wire.set_cause(wireEnum(alert.cause));
  wire.set_changed_by(validUtf8(alert.changedBy));
  wire.set_raised_at(toUnixMillis(alert.raisedAt));
  wire.set_changed_at(toUnixMillis(alert.changedAt));
  if (alert.acknowledged) toWire(*alert.acknowledged, *wire.mutable_acknowledged());
  wire.set_group(validUtf8(alert.group));
  wire.set_not_recorded(!alert.recorded);
}

void toWire(const Order& order, v1::Order& wire) {
  wire.set_id(idBytes(order.id));
  wire.set_patient(idBytes(order.patient));
  wire.set_description(validUtf8(order.description));
  wire.set_status(wireEnum(order.status));
  wire.set_changed_by(validUtf8(order.changedBy));
  wire.set_changed_at(toUnixMillis(order.changedAt));
}

void toWire(const CommandResult& result, v1::CommandResult& wire) {
  wire.set_command(idBytes(result.id));
  wire.set_outcome(wireEnum(result.outcome));
  wire.set_message(validUtf8(result.message));
  wire.set_by(validUtf8(result.by));
  wire.set_at(toUnixMillis(result.at));
}

void toWire(const ServerHeartbeat& heartbeat, v1::ServerHeartbeat& wire) {
  wire.set_server_time(toUnixMillis(heartbeat.serverTime));
}

void toWire(const SnapshotEnd& end, v1::SnapshotEnd& wire) {
  wire.set_patient(idBytes(end.patient));
  toWire(end.cursor, *wire.mutable_cursor());
  wire.set_complete(end.complete);
}

void toWire(const Cursor& cursor, v1::Cursor& wire) {
  wire.set_epoch(cursor.epoch);
  wire.set_revision(cursor.revision);
}

void toWire(const Hello& hello, v1::Hello& wire) {
  wire.set_station(validUtf8(hello.station));
  wire.set_software(validUtf8(hello.software));
}

void toWire(const SetView& view, v1::SetView& wire) {
  wire.set_waves(view.waves);
  for (const auto& patient : view.patients) wire.add_patients(idBytes(patient));
}

void toWire(const Heartbeat& heartbeat, v1::StationHeartbeat& wire) {
  wire.set_sent_at(toUnixMillis(heartbeat.sentAt));
}

void toWire(const Patient& patient, v1::Patient& wire) {
  wire.set_id(idBytes(patient.id));
  wire.set_bed(validUtf8(patient.bed));
  wire.set_name(validUtf8(patient.name));
  wire.set_age_group(wireEnum(patient.ageGroup));
  for (const auto& channel : patient.waves) toWire(channel, *wire.add_waves());
  for (const auto code : patient.numerics) wire.add_numerics(code.value);
}

}  // namespace vitalwall::protocol
