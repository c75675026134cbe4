// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <chrono>
#include <optional>
#include <vector>

#include <absl/status/statusor.h>

#include "apps/ward/ward_sources.h"
#include "domain/ids.h"
#include "ui/theme.h"

namespace vitalwall::station {

/// What the station was asked to do on its command line. Value.
struct StationOptions {
  QStringList servers;              ///< HOST:PORT each; none: a server of its own, in this process
  WardSpec ward;                    ///< what that server monitors
  std::vector<PatientId> patients;  ///< empty: all that the server names
  QString openBed;                  ///< bed whose detail is open from the start; may be empty
  QString user;
  QString station;  ///< name of this workplace
  ui::Theme theme = ui::Theme::dark();
  QSize size;          ///< of the window; invalid: maximised
  QString screenshot;  ///< file to write a picture of the window to; may be empty
  std::chrono::milliseconds screenshotAfter{5000};
  std::optional<std::chrono::milliseconds> quitAfter;
  bool sound = true;     ///< false: a display only, and the screen says so
  bool summary = false;  ///< print the ward as text each second
};

/// Reads the command line; `arguments` starts with the program's name. InvalidArgument with a
/// sentence for the user if it makes no sense. `--help` and `--version` print and end the program.
/// Needs a QCoreApplication, but no event loop.
absl::StatusOr<StationOptions> parseOptions(const QStringList& arguments);

}  // namespace vitalwall::station
