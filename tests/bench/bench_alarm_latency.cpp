// SPDX-License-Identifier: GPL-3.0-or-later
//
// Alarm latency from end to end, about five minutes: a heart rate crosses a limit in the source,
// and the station shows and sounds it; somebody acknowledges, and the others know. Server, two
// stations with their windows, a client of the base contract and the loudspeaker are processes of
// their own, the programs' real parts in each: the server writes its record to a disk, the stations
// show 64 beds with their waves, the picture is looked at pixel by pixel, the sound is recorded
// from a sound server. The second station has no sound: two in one loudspeaker could not be told
// apart.
//
// Alarms come by turns: one of high priority, red, which has no condition delay, and one of medium
// priority, yellow, after the 3 s of the factory rules, which are taken off. Nothing sounds while a
// bed crosses, and a tone may begin as soon as its alarm is raised, since the break that the
// standard wants after a burst is over: what is measured is the way, not a wait that is meant.
//
// The moment of a crossing is that in which the source learns of it, so up to a tick of the server
// counts. What is painted counts when the window has been flushed. An alarm flashes: its outline is
// in its colour at once, its line is filled in the bright half only, for a red one at most 250 ms
// later. The sound counts when the sound server gives it out; a real loudspeaker adds its own.
#include <QCoreApplication>
#include <QTextStream>
#include <QThread>
#include <random>

#include "bench/bench_alarm_latency_measurement.h"
#include "bench/bench_alarm_latency_roles.h"
#include "server/ward_thread.h"

using namespace Qt::Literals::StringLiterals;

namespace {

using namespace vitalwall;
using namespace vitalwall::bench;

constexpr int kRounds = 50;  ///< of two alarms, each on the next bed

int runBenchmark() {
  Measurement measurement;
  const auto& patients = measurement.patients();
  std::minstd_rand random;
  // Anywhere between two ticks of the server.
  std::uniform_int_distribution<unsigned long> offset(0, server::WardThread::kTick.count());
  qsizetype bed = 0;
  for (int round = 0; round < kRounds; ++round)
    for (const auto priority : {AlertPriority::High, AlertPriority::Medium}) {
      QThread::msleep(offset(random));
      measurement.run(patients.at(bed++ % patients.size()), priority);
    }
  if (measurement.report()) return 0;
  QTextStream(stderr) << "An alarm or an acknowledge takes more than " << Figure::kAllowedMs
                      << " ms.\n";
  return 1;
}

}  // namespace

int main(int argc, char* argv[]) {
  const QString role = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
  if (role == u"station"_s) return runStation(argc, argv);
  const QCoreApplication application(argc, argv);
  if (role == u"ward"_s) return serveWard();
  if (role == u"base-client"_s) return runBaseClient(QCoreApplication::arguments().mid(2));
  if (role == u"ear"_s) return listenToSound();
  return runBenchmark();
}
