// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>

#include "domain/alarm_settings.h"
#include "domain/alert.h"
#include "domain/command.h"
#include "domain/order.h"
#include "domain/patient.h"
#include "domain/vitals.h"
#include "domain/wave.h"

namespace vitalwall {

/// The server's sign of life, once a second to extended stations.
struct ServerHeartbeat {
  WallTime serverTime{};
  bool operator==(const ServerHeartbeat&) const = default;
};

/// All that the server knew of a subscribed patient has been sent; what follows is live.
/// `cursor` is where the station may resume.
struct SnapshotEnd {
  PatientId patient;
  Cursor cursor;
  bool complete =
      true;  ///< a full snapshot (alerts not in it are gone), not a replay after a cursor
  bool operator==(const SnapshotEnd&) const = default;
};

/// Something arrived that cannot be understood; shown as a technical notice, never as a value.
struct Notice {
  std::optional<PatientId> patient;
  std::string message;
  bool operator==(const Notice&) const = default;
};

/// What a server told a station. One alternative per kind; dispatch with std::visit.
using ServerEvent = std::variant<Vitals, WaveBlock, Alert, AlarmSettings, Order, CommandResult,
                                 ServerHeartbeat, SnapshotEnd, Notice>;

}  // namespace vitalwall
