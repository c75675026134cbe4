// SPDX-License-Identifier: GPL-3.0-or-later
//
// Alarm latency, from end to end: a heart rate crosses a limit in the source, and the station shows
// and sounds it; somebody acknowledges, and the others know. Server, two stations with their
// windows, a client of the base contract and the loudspeaker are processes of their own, the
// programs' real parts in each: the server writes its record to a disk, the stations show 64 beds
// with their waves, the picture is looked at pixel by pixel, the sound is recorded from a sound
// server. The second station has no sound: two in one loudspeaker could not be told apart.
//
// Alarms come by turns: one of high priority, red, which has no condition delay, and one of medium
// priority, yellow, after the 3 s of the factory rules, which are taken off. No bed is in alarm
// while the next one crosses, and the sound has been silent for as long as the standard wants a
// break between bursts: what is measured is the way, not a wait that is meant.
//
// The moment of a crossing is that in which the source learns of it, so up to a tick of the server
// counts. What is painted counts when the window has been flushed. An alarm flashes: its outline is
// in its colour at once, its line is filled in the bright half only, for a red one at most 250 ms
// later. The sound counts when the sound server gives it out; a real loudspeaker adds its own.
#include <QCoreApplication>
#include <QTextStream>
#include <QThread>
#include <algorithm>
#include <array>
#include <optional>
#include <random>

#include "alarms/unit_rules.h"
#include "bench/bench_alarm_latency_figure.h"
#include "bench/bench_alarm_latency_roles.h"
#include "bench/bench_dialogue.h"
#include "bench/bench_role_process.h"
#include "server/ward_thread.h"
#include "sound/annunciator.h"
#include "sound/burst_rules.h"

using namespace Qt::Literals::StringLiterals;

namespace {

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::bench;
using Moment = std::chrono::nanoseconds;  ///< as of momentNow()

constexpr int kRounds = 50;           ///< of two alarms
const QString kFirstUser = u"Ana"_s;  ///< acknowledges
const QString kSecondUser = u"Bo"_s;

/// The second word of what a role says.
Moment momentIn(const QString& line) {
  return Moment(line.section(u' ', 1, 1).toLongLong());
}

/// The factory rules' for heart and pulse rate; beyond the extreme limit there is none.
std::chrono::seconds delayOf(AlertPriority priority) {
  return priority == AlertPriority::High ? 0s
                                         : alarms::factoryRules().parameter(mdc::kHeartRate).delay;
}

/// Where the sound goes, and who listens there. Stations that start later play there.
class Loudspeaker {
 public:
  Loudspeaker() : m_ear(u"ear"_s) {
    if (isThere()) qputenv("PULSE_SERVER", m_ear.greeting().at(0).toUtf8());
  }

  bool isThere() const { return m_ear.greeting().at(0) != u"none"_s; }

  /// Waits until it is silent: awaitTone() is about what sounds after that.
  void listen() {
    if (isThere()) m_ear.ask(u"listen"_s);
  }
  /// When it sounded; nothing if it cannot.
  std::optional<Moment> awaitTone() {
    if (!isThere()) return std::nullopt;
    return momentIn(m_ear.hear());
  }

 private:
  RoleProcess m_ear;
};

/// All who take part, and what has been measured.
class Measurement {
 public:
  /// One alarm, from its crossing until the next one may cross.
  void run(const QString& patient, AlertPriority priority);

  const QStringList& patients() const { return m_patients; }
  /// False if something has taken too long.
  bool report() const;

 private:
  QStringList stationWords(const QString& user, bool sounds) const {
    return {m_ward.greeting().at(0), user, sounds ? u"sound"_s : u"silent"_s};
  }
  Moment cross(const QString& patient, AlertPriority priority);
  QString awaitPixels(RoleProcess& station, AlertPriority priority, Moment due);
  std::optional<Moment> awaitTone(AlertPriority priority, Moment due);
  void acknowledge(const QString& alert);
  void waitForBreak(Moment tone) const;

  Loudspeaker m_loudspeaker;
  RoleProcess m_ward{u"ward"_s};
  const QStringList m_patients = m_ward.greeting().mid(1);
  RoleProcess m_first{u"station"_s, stationWords(kFirstUser, m_loudspeaker.isThere())};
  RoleProcess m_second{u"station"_s, stationWords(kSecondUser, false)};
  RoleProcess m_base{u"base-client"_s, m_ward.greeting()};

  Figure m_red{"crossing to red pixels, both stations"};
  Figure m_redLine{"crossing to the line filled with red"};
  Figure m_redTone{"crossing to the first tone, red"};
  Figure m_yellow{"crossing to yellow pixels, beyond its delay"};
  Figure m_yellowTone{"crossing to the first tone, yellow, beyond its delay"};
  Figure m_named{"acknowledge to the name on the other station"};
  Figure m_told{"acknowledge to the base client's"};
};

void Measurement::run(const QString& patient, AlertPriority priority) {
  const bool isRed = priority == AlertPriority::High;
  if (isRed) m_loudspeaker.listen();
  const auto due = cross(patient, priority) + delayOf(priority);
  if (!isRed) m_loudspeaker.listen();
  const auto alert = awaitPixels(m_first, priority, due);
  awaitPixels(m_second, priority, due);
  const auto tone = awaitTone(priority, due);
  acknowledge(alert);
  m_ward.ask(u"recover %1"_s.arg(patient));
  if (tone && isRed) waitForBreak(*tone);
}

Moment Measurement::cross(const QString& patient, AlertPriority priority) {
  const auto what = u"%1 %2"_s.arg(patient).arg(static_cast<int>(priority));
  m_first.ask(u"watch "_s + what);
  m_second.ask(u"watch "_s + what);
  return momentIn(m_ward.ask(u"cross "_s + what));
}

/// The alert that the station shows.
QString Measurement::awaitPixels(RoleProcess& station, AlertPriority priority, Moment due) {
  const bool isRed = priority == AlertPriority::High;
  const auto coloured = station.hear();
  (isRed ? m_red : m_yellow).add(momentIn(coloured) - due);
  const auto filled = station.hear();
  if (isRed) m_redLine.add(momentIn(filled) - due);
  return coloured.section(u' ', 2);
}

std::optional<Moment> Measurement::awaitTone(AlertPriority priority, Moment due) {
  const auto tone = m_loudspeaker.awaitTone();
  if (tone) (priority == AlertPriority::High ? m_redTone : m_yellowTone).add(*tone - due);
  return tone;
}

void Measurement::acknowledge(const QString& alert) {
  m_second.ask(u"name %1 %2"_s.arg(alert, kFirstUser));
  m_base.ask(u"listen %1 %2"_s.arg(alert, kFirstUser));
  const auto pressed = momentIn(m_first.ask(u"acknowledge "_s + alert));
  m_named.add(momentIn(m_second.hear()) - pressed);
  m_told.add(momentIn(m_base.hear()) - pressed);
}

/// A yellow alarm that crosses now is not to be raised before its tone may follow the red one's.
void Measurement::waitForBreak(Moment tone) const {
  const auto least = sound::burstOf(sound::Signal::High).leastDuration();
  const auto pause =
      std::chrono::duration<double, std::milli>(sound::ruleOf(AlertPriority::High).interval.least) +
      sound::Annunciator::kOutputDelay;
  const auto end = std::max(tone + least, Moment(momentNow()));
  const auto next = end + pause - delayOf(AlertPriority::Medium);
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Moment(momentNow()));
  if (left > 0ms) QThread::msleep(static_cast<unsigned long>(left.count()));
}

bool Measurement::report() const {
  const std::array figures = {&m_red,        &m_redLine, &m_redTone, &m_yellow,
                              &m_yellowTone, &m_named,   &m_told};
  Figure::printHead();
  for (const auto* figure : figures) figure->print();
  return std::all_of(figures.begin(), figures.end(),
                     [](const auto* figure) { return figure->isAllowed(); });
}

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
