// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/patient.h"

namespace vitalwall::alarms {

/// A bed as the engine sees it.
struct MonitoredBed {
  Patient patient;
  std::string source;  ///< name of the source that measures it; groups "source lost"
};

}  // namespace vitalwall::alarms
