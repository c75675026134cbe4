// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert.h"

namespace vitalwall::models {

/// The id of this station's own alarm "no data" of a patient; no server gives it.
AlertId silenceAlertId(PatientId patient);

/// The alarm itself: technical, of medium priority, begun or ended at `now`.
Alert silenceAlert(PatientId patient, bool isActive, WallTime now, std::uint64_t revision);

}  // namespace vitalwall::models
