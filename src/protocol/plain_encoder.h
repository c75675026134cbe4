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

/// status_type vitals_updated: every known numeric by its MetricInfo::jsonName; one without a value
/// is null, never 0. systolicBp, diastolicBp and meanBp carry the arterial line where there is one,
/// else the cuff.
std::string encodePlainVitals(const Vitals& vitals, JsonStyle style);

/// alert_triggered while active and unacknowledged, alert_acknowledged, alert_cleared. Members:
/// alertId, severity ("high", "medium", "low"), parameter, value, limit, unit, message, timestamp,
/// acknowledgedBy.
std::string encodePlainAlert(const Alert& alert, JsonStyle style);

/// order_changed: orderId, description, status, changedBy, timestamp.
std::string encodePlainOrder(const Order& order, JsonStyle style);

}  // namespace vitalwall::protocol
