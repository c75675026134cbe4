// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/server_event.h"

/// Base-contract messages: patient_id, status_type, JSON payload, timestamp and nothing else.
/// Each function returns one whole PatientStatusResponse. Pure; any thread.
namespace vitalwall::protocol {

/// How JSON members are written: heartRate, or HeartRate for readers that match names exactly as
/// .NET's serializer writes them.
enum class JsonStyle : std::uint8_t { Camel, Pascal };

/// status_type vitals_updated: every known numeric by its MetricInfo::jsonName, rounded to its
/// decimals; one without a value is null, never 0. systolicBp, diastolicBp and meanBp carry the
/// arterial line where it gives a value (also as systolicAbp ...; the cuff is then systolicNibp
/// ...), else the cuff. Members "validity" and "measuredAt" are objects by the same names, for
/// numerics that are not simply valid ("leadOff", "notMeasured", "questionable") or older than the
/// message.
std::string encodePlainVitals(const Vitals& vitals, JsonStyle style);

/// alert_triggered while active or latched and unacknowledged, alert_acknowledged, alert_cleared.
/// Members:
/// alertId, severity ("high", "medium", "low"), kind ("physiological", "technical"), condition
/// ("high", "low", "leadOff" or the 11073 code), parameter (jsonName, else MDC name or code),
/// value, limit, unit, message, state ("active", "latched", "inactive"), cause ("raised", "worse",
/// "escalated", ...), recorded, timestamp (of the change), raisedAt; where there is one, changedBy,
/// group, acknowledgedBy, acknowledgedAt, acknowledgedNote.
std::string encodePlainAlert(const Alert& alert, JsonStyle style);

/// order_changed: orderId, description, status ("active", "onHold", "completed", "cancelled"),
/// changedBy, timestamp.
std::string encodePlainOrder(const Order& order, JsonStyle style);

}  // namespace vitalwall::protocol
