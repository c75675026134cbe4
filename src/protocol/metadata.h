// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace vitalwall::protocol {

/// Request and response metadata: the extension's version that the sender speaks ("1"). A peer that
/// does not send it speaks the base contract only.
inline constexpr std::string_view kExtensionKey = "vitalwall-extension";
inline constexpr std::string_view kExtensionVersion = "1";

/// Request metadata: how a plain client wants its JSON member names, "camel" (default) or "pascal".
inline constexpr std::string_view kJsonStyleKey = "vitalwall-json";
inline constexpr std::string_view kPascalStyle = "pascal";

/// Request metadata: who acknowledges (a person) and from where (a station). UTF-8 values travel
/// percent-encoded, since metadata is ASCII.
inline constexpr std::string_view kUserKey = "vitalwall-user";
inline constexpr std::string_view kStationKey = "vitalwall-station";

/// Paths of the methods on the wire.
inline constexpr std::string_view kMonitorPatientsPath = "/PatientMonitorService/MonitorPatients";
inline constexpr std::string_view kListPatientsPath = "/vitalwall.v1.WardDirectory/ListPatients";
inline constexpr std::string_view kListAlarmsPath = "/vitalwall.v1.AlarmHistory/ListAlarms";
inline constexpr std::string_view kListRevisionsPath = "/vitalwall.v1.AlarmHistory/ListRevisions";

}  // namespace vitalwall::protocol
