// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <iostream>

#include "apps/vitalwall/station_app.h"
#include "protocol/wire_complaints.h"
#include "ui/station_style.h"

namespace vitalwall::station {
namespace {

enum ExitCode : int { kCannotRun = 1, kWrongUsage = 2 };

int fail(const absl::Status& status) {
  std::cerr << "vitalwall: " << status.message() << std::endl;
  const bool isUsage = absl::IsInvalidArgument(status);
  if (isUsage) std::cerr << "Try vitalwall --help." << std::endl;
  return isUsage ? kWrongUsage : kCannotRun;
}

/// Reads the options before there is a display to connect to, so that --help works without one.
absl::StatusOr<StationOptions> readOptions(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  return parseOptions(QCoreApplication::arguments());
}

int run(int argc, char** argv, StationOptions options) {
  QApplication application(argc, argv);
  options.theme = ui::applyStyle(application, options.theme);
  const auto clock = std::make_shared<const SystemClock>();
  std::unique_ptr<EmbeddedWard> embedded;
  if (options.servers.isEmpty()) {
    auto started = EmbeddedWard::start(options.ward, *clock);
    if (!started.ok()) return fail(started.status());
    embedded = std::move(*started);
  }
  StationApp station(std::move(options), clock, std::move(embedded));
  station.start();
  return QApplication::exec();
}

}  // namespace
}  // namespace vitalwall::station

int main(int argc, char** argv) {
  vitalwall::protocol::countWireComplaints();
  QCoreApplication::setApplicationName(QStringLiteral("vitalwall"));
  QCoreApplication::setApplicationVersion(QStringLiteral(VITALWALL_VERSION));
  const auto options = vitalwall::station::readOptions(argc, argv);
  if (!options.ok()) return vitalwall::station::fail(options.status());
  return vitalwall::station::run(argc, argv, *options);
}
