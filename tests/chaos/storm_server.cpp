// SPDX-License-Identifier: GPL-3.0-or-later
// A monitor server over a storm of alarms, with its record in FOLDER: what the kill test kills.
// Arguments: FOLDER BEDS PERIOD_MS. Prints "listening on HOST:PORT" and runs until it is killed.
#include <QCoreApplication>
#include <iostream>

#include "chaos/storm_ward.h"
#include "server/monitor_server.h"
#include "storage/alarm_record.h"
#include "support/undelayed_rules.h"

int main(int argc, char* argv[]) {
  using namespace vitalwall;
  const QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  const SystemClock clock;
  std::vector<std::unique_ptr<Source>> sources;
  sources.push_back(std::make_unique<test::StormWard>(arguments.value(2).toInt(),
                                                      milliseconds(arguments.value(3).toInt())));
  const std::string folder = arguments.value(1).toStdString();
  server::MonitorServer server(
      {.rules = test::undelayedRules(),
       .record = [folder, &clock] { return storage::openRecord(folder, clock); },
       .log = {}},
      std::move(sources), clock);
  const auto address = server.start();
  if (!address.ok()) {
    std::cerr << address.status().message() << std::endl;
    return 1;
  }
  std::cout << "listening on " << *address << std::endl;
  return QCoreApplication::exec();
}
