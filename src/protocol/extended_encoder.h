// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "domain/server_event.h"

/// Typed messages for extended stations. Each function returns bytes of PatientStatusResponse that
/// may be concatenated: head + any number of entries is one message, since protobuf's repeated
/// fields concatenate. So an entry is serialized once for all stations. A command result, heartbeat
/// or snapshot end is no entry: at most one of each in a message, where two would melt into one.
/// Text that is no UTF-8 is mended, since the receiver could not read the message. Pure; any
/// thread.
namespace vitalwall::protocol {

/// Place of a message in a stream; must be the first part of every extended message.
std::string encodeHead(std::uint64_t epoch, std::uint64_t sequence);

/// One `updates` entry with the vitals of a patient.
std::string encodeVitalsEntry(const Vitals& vitals);

/// One `updates` entry with wave blocks of one patient. `blocks` must not be empty.
std::string encodeWavesEntry(std::span<const WaveBlock> blocks);

std::string encodeAlertEntry(const Alert& alert);
std::string encodeAlarmSettingsEntry(const AlarmSettings& settings);
std::string encodeOrderEntry(const Order& order);
std::string encodeCommandResult(const CommandResult& result);
std::string encodeHeartbeat(const ServerHeartbeat& heartbeat);
std::string encodeSnapshotEnd(const SnapshotEnd& end);

}  // namespace vitalwall::protocol
