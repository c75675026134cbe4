// SPDX-License-Identifier: GPL-3.0-or-later
// Stores alarms one after the other in the record of a folder, and prints the name of each when it
// is durable. Runs until it is killed. Arguments: FOLDER PREFIX.
#include <QCoreApplication>
#include <cstdio>
#include <string>

#include "storage/alarm_record.h"
#include "storage/record_samples.h"

int main(int argc, char** argv) {
  using namespace vitalwall;
  const QCoreApplication application(argc, argv);
  const SystemClock clock;
  const auto opened = storage::openRecord(argv[1], clock);
  for (int i = 0; opened.ok(); ++i) {
    const std::string name = argv[2] + std::to_string(i);
    AlarmRecord record = test::recordOf({test::fullAlert(name, 1)});
    record.audit = {test::fullEntry(name)};
    if (!opened->repository->store(record).ok()) break;
    std::puts(name.c_str());
    std::fflush(stdout);
  }
  return 1;
}
