// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "domain/server_event.h"

namespace vitalwall::v1 {
class Alert;
class CommandResult;
class Cursor;
class Hello;
class Order;
class Patient;
class PatientUpdate;
class ServerHeartbeat;
class SetView;
class SnapshotEnd;
class StationHeartbeat;
}  // namespace vitalwall::v1

/// Domain values into the extension's typed messages. Each overload fills an empty message; text
/// that is no UTF-8 is mended, all else is carried exactly. Pure; any thread.
namespace vitalwall::protocol {

void toWire(const Vitals& vitals, v1::PatientUpdate& wire);
void toWire(std::span<const WaveBlock> blocks, v1::PatientUpdate& wire);
void toWire(const Alert& alert, v1::Alert& wire);
void toWire(const Order& order, v1::Order& wire);
void toWire(const CommandResult& result, v1::CommandResult& wire);
void toWire(const ServerHeartbeat& heartbeat, v1::ServerHeartbeat& wire);
void toWire(const SnapshotEnd& end, v1::SnapshotEnd& wire);
void toWire(const Cursor& cursor, v1::Cursor& wire);
void toWire(const Hello& hello, v1::Hello& wire);
void toWire(const SetView& view, v1::SetView& wire);
void toWire(const Heartbeat& heartbeat, v1::StationHeartbeat& wire);
void toWire(const Patient& patient, v1::Patient& wire);

}  // namespace vitalwall::protocol
