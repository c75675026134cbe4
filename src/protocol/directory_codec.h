// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>

#include "domain/patient.h"

namespace vitalwall::protocol {

/// The bytes of a ListPatientsResponse. Pure; any thread.
std::string encodeDirectory(std::span<const Patient> patients);

/// Parses a ListPatientsResponse; InvalidArgument for bytes that are none or for a patient without
/// a proper id.
absl::StatusOr<std::vector<Patient>> decodeDirectory(std::string_view bytes);

}  // namespace vitalwall::protocol
