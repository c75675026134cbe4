// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fan-out: what it costs the real server to bring one patient's vitals to one station, beside a
// plain TCP server that writes the same bytes to the same number of connections. 64 patients change
// at every tick. Roles are processes of their own; the rounds of the peers alternate, so that a
// busy machine troubles all alike; medians are compared.
#include <QCoreApplication>
#include <QTextStream>
#include <QThread>
#include <algorithm>
#include <vector>

#include "bench/bench_fanout_process.h"
#include "bench/bench_fanout_roles.h"
#include "bench/bench_fanout_ward.h"
#include "server/ward_thread.h"

namespace {

using namespace vitalwall::bench;

constexpr int kRounds = 5;
constexpr unsigned long kRoundSeconds = 3;
constexpr double kAllowedRatio = 3.0;

/// CPU time of a server and what its readers counted, in one round.
struct Sample {
  double cpuNs = 0;
  double counted = 0;
};

Sample measure(RoleProcess& server, RoleProcess& readers) {
  const auto countBefore = readers.count();
  const auto cpuBefore = server.cpuTime();
  QThread::sleep(kRoundSeconds);
  const auto cpu = server.cpuTime() - cpuBefore;
  return {static_cast<double>(cpu.count()), static_cast<double>(readers.count() - countBefore)};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// ns per update of a plain TCP server.
double roundOfTcp(int streams) {
  RoleProcess server(QStringLiteral("tcp-server"));
  RoleProcess readers(QStringLiteral("tcp-readers"),
                      {server.greeting().at(0), QString::number(streams)});
  const auto sample = measure(server, readers);
  return sample.cpuNs * server.greeting().at(1).toDouble() / sample.counted;
}

/// ns per update of the real server, all included; nothing may be conflated.
double roundOfMonitor(int streams, double& conflated) {
  RoleProcess server(QStringLiteral("server"));
  RoleProcess readers(QStringLiteral("readers"), {server.greeting().at(0), QString::number(streams),
                                                  QString::number(kFanoutPatients)});
  const auto sample = measure(server, readers);
  conflated += static_cast<double>(server.count());
  return sample.cpuNs / sample.counted;
}

/// What source, alarms, ticks and heartbeats cost while nobody watches, divided by the updates that
/// the same streams would have got.
double roundOfIdle(int streams) {
  RoleProcess server(QStringLiteral("server"));
  RoleProcess readers(QStringLiteral("readers"),
                      {server.greeting().at(0), QString::number(streams), QString::number(0)});
  const auto sample = measure(server, readers);
  const double ticks = std::chrono::duration<double>(std::chrono::seconds(kRoundSeconds)) /
                       vitalwall::server::WardThread::kTick;
  return sample.cpuNs / (ticks * kFanoutPatients * streams);
}

void printRow(int streams, const char* peer, double nsPerUpdate, double floor) {
  QTextStream(stdout) << QStringLiteral("fan-out, %1 streams | %2 | %3 | %4\n")
                             .arg(streams)
                             .arg(QLatin1String(peer), -36)
                             .arg(nsPerUpdate, 6, 'f', 0)
                             .arg(nsPerUpdate / floor, 0, 'f', 2);
}

/// False if the server costs more than is allowed.
bool compare(int streams) {
  std::vector<double> tcp;
  std::vector<double> monitor;
  std::vector<double> idle;
  double conflated = 0;
  for (int round = 0; round < kRounds; ++round) {
    tcp.push_back(roundOfTcp(streams));
    monitor.push_back(roundOfMonitor(streams, conflated));
    idle.push_back(roundOfIdle(streams));
  }
  const double floor = median(tcp);
  printRow(streams, "plain TCP, writev of 64 entries", floor, floor);
  printRow(streams, "vitalwall server, all included", median(monitor), floor);
  printRow(streams, "  of it source, alarms, idle streams", median(idle), floor);
  if (conflated > 0)
    QTextStream(stdout) << "  (readers were too slow for " << conflated << " updates)\n";
  return median(monitor) <= kAllowedRatio * floor;
}

int runBenchmark() {
  QTextStream(stdout) << "benchmark | peer | ns/update | ratio\n";
  bool isFast = true;
  for (const int streams : {64, 256}) isFast = compare(streams) && isFast;
  if (isFast) return 0;
  QTextStream(stderr) << "Fan-out costs more than " << kAllowedRatio << " times plain TCP.\n";
  return 1;
}

}  // namespace

int main(int argc, char* argv[]) {
  const QCoreApplication application(argc, argv);
  const auto arguments = QCoreApplication::arguments();
  const auto role = arguments.value(1);
  const int port = arguments.value(2).toInt();
  const auto streams = arguments.value(3).toULong();
  if (role == QStringLiteral("server")) return serveMonitor();
  if (role == QStringLiteral("tcp-server")) return serveTcp();
  if (role == QStringLiteral("readers"))
    return readMonitor(port, streams, arguments.value(4).toULong());
  if (role == QStringLiteral("tcp-readers")) return readTcp(port, streams);
  return runBenchmark();
}
