// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <absl/status/statusor.h>

#include "domain/server_event.h"

namespace vitalwall::v1 {
class Alert;
class CommandResult;
class Cursor;
class Order;
class Patient;
class PatientUpdate;
class ServerHeartbeat;
class SnapshotEnd;
}  // namespace vitalwall::v1

/// The extension's typed messages into domain values. An error is InvalidArgument with a sentence
/// for the person at the station. Pure; any thread.
namespace vitalwall::protocol {

absl::StatusOr<Alert> toDomain(const v1::Alert& wire);
absl::StatusOr<Order> toDomain(const v1::Order& wire);
absl::StatusOr<CommandResult> toDomain(const v1::CommandResult& wire);
absl::StatusOr<SnapshotEnd> toDomain(const v1::SnapshotEnd& wire);
absl::StatusOr<Patient> toDomain(const v1::Patient& wire);
ServerHeartbeat toDomain(const v1::ServerHeartbeat& wire);
Cursor toDomain(const v1::Cursor& wire);

/// Appends the update's Vitals, then its WaveBlocks; a Notice for each part that makes no sense.
void appendEvents(const v1::PatientUpdate& wire, std::vector<ServerEvent>& events);

}  // namespace vitalwall::protocol
