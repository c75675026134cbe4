// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>
#include <string>

#include <absl/status/statusor.h>

#include "alarms/unit_rules.h"
#include "apps/ward/ward_sources.h"
#include "server/listen_address.h"

namespace vitalwall::daemon {

/// What the server was asked to do on its command line.
struct DaemonOptions {
  std::string listen;
  WardSpec ward;
  std::string recordFolder;  ///< empty: the record is kept in memory
  alarms::UnitRules rules;
  std::optional<server::ListenAddress> metrics;  ///< where /metrics is served
  bool listPatients = false;                     ///< print the directory instead of serving it
};

/// Reads the command line; `arguments` starts with the program's name. InvalidArgument with a
/// sentence for the user if it makes no sense. `--help` and `--version` print and end the program.
/// Needs a QCoreApplication, but no event loop.
absl::StatusOr<DaemonOptions> parseOptions(const QStringList& arguments);

}  // namespace vitalwall::daemon
