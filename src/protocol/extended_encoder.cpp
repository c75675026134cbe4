// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/extended_encoder.h"

#include "patient_monitor.pb.h"
#include "protocol/alarm_settings_codec.h"
#include "protocol/to_wire.h"

namespace vitalwall::protocol {

std::string encodeHead(std::uint64_t epoch, std::uint64_t sequence) {
  ::PatientStatusResponse response;
  response.set_epoch(epoch);
  response.set_sequence(sequence);
  return response.SerializeAsString();
}

std::string encodeVitalsEntry(const Vitals& vitals) {
  ::PatientStatusResponse response;
  toWire(vitals, *response.add_updates());
  return response.SerializeAsString();
}

std::string encodeWavesEntry(std::span<const WaveBlock> blocks) {
  ::PatientStatusResponse response;
  toWire(blocks, *response.add_updates());
  return response.SerializeAsString();
}

std::string encodeAlertEntry(const Alert& alert) {
  ::PatientStatusResponse response;
  toWire(alert, *response.add_alerts());
  return response.SerializeAsString();
}

std::string encodeAlarmSettingsEntry(const AlarmSettings& settings) {
  ::PatientStatusResponse response;
  toWire(settings, *response.add_alarm_settings());
  return response.SerializeAsString();
}

std::string encodeOrderEntry(const Order& order) {
  ::PatientStatusResponse response;
  toWire(order, *response.add_orders());
  return response.SerializeAsString();
}

std::string encodeCommandResult(const CommandResult& result) {
  ::PatientStatusResponse response;
  toWire(result, *response.mutable_command_result());
  return response.SerializeAsString();
}

std::string encodeHeartbeat(const ServerHeartbeat& heartbeat) {
  ::PatientStatusResponse response;
  toWire(heartbeat, *response.mutable_heartbeat());
  return response.SerializeAsString();
}

std::string encodeSnapshotEnd(const SnapshotEnd& end) {
  ::PatientStatusResponse response;
  toWire(end, *response.mutable_snapshot_end());
  return response.SerializeAsString();
}

}  // namespace vitalwall::protocol
