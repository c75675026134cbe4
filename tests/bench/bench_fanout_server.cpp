// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_dialogue.h"
#include "bench/bench_fanout_eager.h"
#include "bench/bench_fanout_roles.h"
#include "server/monitor_server.h"
#include "storage/alarm_record.h"

namespace vitalwall::bench {
namespace {

template <typename Server, typename Count>
int serve(Server& server, Count count) {
  const auto address = server.start();
  if (!address.ok()) {
    std::cerr << address.status().ToString() << "\n";
    return 1;
  }
  say("ready ", address->substr(address->rfind(':') + 1));
  answerQuestions(count);
  return 0;
}

template <typename Server>
int serveStations(Server& server) {
  return serve(server, [&server] { return server.counters().conflatedVitals.load(); });
}

}  // namespace

int serveNobody(const Shape& shape) {
  const SystemClock clock;
  EagerServer server(shape.patients(), 0, clock);
  return serve(server, [&server] { return server.ticks(); });
}

int serveMonitor(const Shape& shape) {
  const SystemClock clock;
  if (shape.pace == Pace::Saturated) {
    EagerServer server(shape.patients(), shape.streams, clock);
    return serveStations(server);
  }
  std::vector<std::unique_ptr<Source>> sources;
  sources.push_back(std::make_unique<FanoutWard>(shape.patients()));
  server::MonitorServer server({.record = storage::openMemoryRecord, .log = {}}, std::move(sources),
                               clock);
  return serveStations(server);
}

}  // namespace vitalwall::bench
