// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QDateTime>
#include <csignal>
#include <cstdio>
#include <iostream>

#include "apps/vitalwalld/daemon_options.h"
#include "apps/vitalwalld/metrics_listener.h"
#include "apps/vitalwalld/patient_list.h"
#include "apps/vitalwalld/stop_signal.h"
#include "protocol/wire_complaints.h"
#include "server/directory.h"
#include "server/monitor_server.h"
#include "storage/alarm_record.h"

namespace vitalwall::daemon {
namespace {

enum ExitCode : int { kStopped = 0, kCannotRun = 1, kWrongUsage = 2 };

ExitCode fail(const absl::Status& status) {
  std::cerr << "vitalwalld: " << status.message() << std::endl;
  const bool isUsage = absl::IsInvalidArgument(status);
  if (isUsage) std::cerr << "Try vitalwalld --help." << std::endl;
  return isUsage ? kWrongUsage : kCannotRun;
}

void logLine(std::string_view line) {
  const std::string time =
      QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
  std::fprintf(stderr, "%s %.*s\n", time.c_str(), static_cast<int>(line.size()), line.data());
}

RecordOpener openerOf(const std::string& folder, const Clock& clock) {
  if (folder.empty()) return storage::openMemoryRecord;
  return [folder, &clock] { return storage::openRecord(folder, clock); };
}

/// Null if nobody wants metrics.
absl::StatusOr<std::unique_ptr<MetricsListener>> openMetrics(const DaemonOptions& options,
                                                             const server::MonitorServer& server) {
  if (!options.metrics) return std::unique_ptr<MetricsListener>();
  auto listener = MetricsListener::open(*options.metrics, [&server] { return server.metrics(); });
  if (listener.ok()) logLine("metrics on http://" + (*listener)->address() + "/metrics");
  return listener;
}

ExitCode serve(const DaemonOptions& options, std::vector<std::unique_ptr<Source>> sources,
               const StopSignal& stopSignal) {
  const SystemClock clock;
  server::MonitorServer server({.listen = options.listen,
                                .rules = options.rules,
                                .record = openerOf(options.recordFolder, clock),
                                .log = logLine},
                               std::move(sources), clock);
  const auto address = server.start();
  if (!address.ok()) return fail(address.status());
  auto metrics = openMetrics(options, server);
  if (!metrics.ok()) return fail(metrics.status());
  std::cout << "listening on " << *address << std::endl;
  stopSignal.wait();
  metrics->reset();  // it asks the server
  server.stop();
  if (const auto complaints = protocol::wireComplaints(); complaints > 0)
    logLine("protobuf complaints " + std::to_string(complaints));
  return kStopped;
}

ExitCode run(const QStringList& arguments, const StopSignal& stopSignal) {
  const auto options = parseOptions(arguments);
  if (!options.ok()) return fail(options.status());
  auto ward = openWard(options->ward);
  if (!ward.ok()) return fail(ward.status());
  for (const auto& notice : ward->notices) logLine(notice);
  if (!options->listPatients) return serve(*options, std::move(ward->sources), stopSignal);
  const auto directory = server::makeDirectory(ward->sources);
  if (!directory.ok()) return fail(directory.status());
  std::cout << listPatients(*directory) << std::flush;
  return kStopped;
}

}  // namespace
}  // namespace vitalwall::daemon

int main(int argc, char** argv) {
  // Whoever reads our output may go away; that must not end the monitoring.
  std::signal(SIGPIPE, SIG_IGN);
  vitalwall::protocol::countWireComplaints();
  const vitalwall::daemon::StopSignal stopSignal;
  const QCoreApplication application(argc, argv);
  QCoreApplication::setApplicationVersion(QStringLiteral(VITALWALL_VERSION));
  return vitalwall::daemon::run(QCoreApplication::arguments(), stopSignal);
}
