// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "domain/patient.h"

namespace vitalwall::daemon {

/// One line per patient, tab-separated: id, bed, name, then the labels of waves and numerics,
/// comma-separated.
std::string listPatients(std::span<const Patient> patients);

}  // namespace vitalwall::daemon
