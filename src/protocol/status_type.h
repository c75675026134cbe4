// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// PatientStatusResponse.status_type. The first three are the base contract's; a client of it
/// ignores the others.
namespace vitalwall::protocol::status_type {

inline constexpr std::string_view kVitalsUpdated = "vitals_updated";
inline constexpr std::string_view kAlertTriggered = "alert_triggered";
inline constexpr std::string_view kOrderChanged = "order_changed";
inline constexpr std::string_view kAlertAcknowledged = "alert_acknowledged";
inline constexpr std::string_view kAlertCleared = "alert_cleared";

}  // namespace vitalwall::protocol::status_type
