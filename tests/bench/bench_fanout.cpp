// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fan-out: what it costs the real server to bring one patient's vitals to one station, beside a
// plain TCP server that writes the same bytes at the same pace to the same number of connections.
// A station watches 64 patients, and all of them change at every tick: the same 64 for everybody,
// or a set of its own for each. Roles are processes of their own; the rounds of the peers
// alternate, so that a busy machine troubles all alike; medians are compared.
//
// What source and alarms cost is measured apart, in a server that nobody watches, and taken off: a
// plain TCP server that had a ward would pay for it, too.
//
// Judged is one ward on every station at the saturated pace, the next tick as soon as the streams
// have taken the one before: there CPU time is what updates cost. At the pace of a ward, 25 ticks a
// second, both servers sleep between ticks, and a good part of their CPU time is the kernel's way
// of waking threads, which differs from machine to machine. Those rows are to be watched, as are
// those of stations that all watch other beds.
#include <QCoreApplication>
#include <QTextStream>
#include <QThread>
#include <algorithm>
#include <vector>

#include "bench/bench_fanout_roles.h"
#include "bench/bench_role_process.h"

namespace {

using namespace vitalwall::bench;

constexpr int kRounds = 5;
constexpr unsigned long kRoundSeconds = 2;
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
double roundOfTcp(const Shape& shape) {
  RoleProcess server(QStringLiteral("tcp-server"), shape.toWords());
  RoleProcess readers(QStringLiteral("tcp-readers"), shape.toWords() << server.greeting().at(0));
  const auto sample = measure(server, readers);
  return sample.cpuNs * server.greeting().at(1).toDouble() / sample.counted;
}

/// ns per update of the real server, all included; nothing should be conflated.
double roundOfMonitor(const Shape& shape, double& conflated) {
  RoleProcess server(QStringLiteral("server"), shape.toWords());
  RoleProcess readers(QStringLiteral("readers"), shape.toWords() << server.greeting().at(0));
  const auto sample = measure(server, readers);
  conflated += static_cast<double>(server.count());
  return sample.cpuNs / sample.counted;
}

/// What a tick of source and alarms costs, divided by the updates that the streams get of it.
double roundOfWard(const Shape& shape) {
  RoleProcess server(QStringLiteral("nobody"), shape.toWords());
  const auto ticksBefore = server.count();
  const auto cpuBefore = server.cpuTime();
  QThread::sleep(kRoundSeconds);
  const auto cpu = static_cast<double>((server.cpuTime() - cpuBefore).count());
  const auto ticks = static_cast<double>(server.count() - ticksBefore);
  return cpu / (ticks * static_cast<double>(kFanoutPatients * shape.streams));
}

QString describe(const Shape& shape) {
  return QStringLiteral("fan-out, %1 streams, %2 beds, %3")
      .arg(shape.streams)
      .arg(shape.beds == Beds::Shared ? QStringLiteral("the same") : QStringLiteral("different"),
           shape.pace == Pace::Saturated ? QStringLiteral("saturated") : QStringLiteral("25/s"));
}

void printRow(const Shape& shape, const char* peer, double nsPerUpdate, double floor) {
  QTextStream(stdout) << QStringLiteral("%1 | %2 | %3 | %4\n")
                             .arg(describe(shape), -48)
                             .arg(QLatin1String(peer), -36)
                             .arg(nsPerUpdate, 6, 'f', 0)
                             .arg(nsPerUpdate / floor, 0, 'f', 2);
}

/// How much dearer than plain TCP it is to bring an update to a station.
double compare(const Shape& shape) {
  std::vector<double> tcp;
  std::vector<double> monitor;
  std::vector<double> ward;
  double conflated = 0;
  for (int round = 0; round < kRounds; ++round) {
    tcp.push_back(roundOfTcp(shape));
    monitor.push_back(roundOfMonitor(shape, conflated));
    ward.push_back(roundOfWard(shape));
  }
  const double floor = median(tcp);
  const double fanout = median(monitor) - median(ward);
  printRow(shape, "plain TCP, writev of 64 entries", floor, floor);
  printRow(shape, "vitalwall server, all included", median(monitor), floor);
  printRow(shape, "  of it source and alarms", median(ward), floor);
  printRow(shape, "  of it fan-out", fanout, floor);
  if (conflated > 0)
    QTextStream(stdout) << "  (readers were too slow for " << conflated << " updates)\n";
  return fanout / floor;
}

int runBenchmark() {
  QTextStream(stdout) << "benchmark | peer | ns/update | ratio\n";
  double worst = 0;
  for (const auto pace : {Pace::Saturated, Pace::Paced})
    for (const auto beds : {Beds::Shared, Beds::Different})
      for (const std::size_t streams : {64, 256}) {
        const double ratio = compare({pace, beds, streams});
        if (pace == Pace::Saturated && beds == Beds::Shared) worst = std::max(worst, ratio);
      }
  if (worst <= kAllowedRatio) return 0;
  QTextStream(stderr) << "Fan-out costs more than " << kAllowedRatio << " times plain TCP.\n";
  return 1;
}

}  // namespace

int main(int argc, char* argv[]) {
  const QCoreApplication application(argc, argv);
  const auto arguments = QCoreApplication::arguments();
  const auto role = arguments.value(1);
  const auto shape = Shape::fromWords(arguments.mid(2));
  const int port = arguments.value(6).toInt();
  if (role == QStringLiteral("server")) return serveMonitor(shape);
  if (role == QStringLiteral("nobody")) return serveNobody(shape);
  if (role == QStringLiteral("tcp-server")) return serveTcp(shape);
  if (role == QStringLiteral("readers")) return readMonitor(port, shape);
  if (role == QStringLiteral("tcp-readers")) return readTcp(port, shape);
  return runBenchmark();
}
