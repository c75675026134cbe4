// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <sstream>

#include "bench/bench_alarm_latency_roles.h"
#include "bench/bench_alarm_latency_ward.h"
#include "bench/bench_dialogue.h"
#include "server/monitor_server.h"
#include "storage/alarm_record.h"

namespace vitalwall::bench {
namespace {

std::string wordsOf(const std::vector<Patient>& patients) {
  std::string words;
  for (const auto& patient : patients) words += ' ' + patient.id.toString();
  return words;
}

/// Carries out one line of the benchmark. The moment is taken before the ward knows: the wait for
/// its next tick counts.
std::string obey(CrossingWard& ward, const std::string& line) {
  std::istringstream words(line);
  std::string act;
  std::string patient;
  int priority = 0;
  words >> act >> patient >> priority;
  const auto id = PatientId::parse(patient).value();
  const auto moment = momentNow();
  if (act == "cross")
    ward.cross(id, static_cast<AlertPriority>(priority));
  else
    ward.recover(id);
  return act == "cross" ? "crossed " + std::to_string(moment) : "recovered";
}

}  // namespace

int serveWard() {
  const SystemClock clock;
  const QTemporaryDir folder;
  auto owned = std::make_unique<CrossingWard>();
  CrossingWard& ward = *owned;
  std::vector<std::unique_ptr<Source>> sources;
  sources.push_back(std::move(owned));
  server::MonitorServer server(
      {.record = [&] { return storage::openRecord(folder.path().toStdString(), clock); },
       .log = {}},
      std::move(sources), clock);
  const auto address = server.start();
  if (!address.ok()) {
    std::cerr << address.status().ToString() << "\n";
    return 1;
  }
  say("ready ", *address, wordsOf(ward.patients()));
  answerLines([&ward](const std::string& line) { return obey(ward, line); });
  return 0;
}

}  // namespace vitalwall::bench
