// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <thread>

#include "session/link_line.h"
#include "session/link_meter.h"
#include "support/manual_clock.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace vitalwall;
using session::LinkMeter;
using session::RecentDelays;

namespace {
const PatientId kAnna = PatientId::fromName("Anna");

/// A meter and the clock that it goes by.
struct Bench {
  std::shared_ptr<test::ManualClock> clock = std::make_shared<test::ManualClock>();
  LinkMeter meter{clock};

  SteadyTime now() const { return clock->steadyNow(); }

  /// A heartbeat that takes `way` there and `way` back to a server with the station's clock.
  bool beat(milliseconds way) {
    const auto id = CommandId::random();
    meter.noteBeat(id);
    clock->advance(way);
    const auto stamp = clock->wallNow();
    clock->advance(way);
    return meter.noteAnswer({id, CommandOutcome::Ok, {}, {}, stamp}, now());
  }
};

bool isAbout(microseconds told, milliseconds truth) {
  return told >= truth - 1ms && told <= truth + truth / 8 + 1ms;
}
}  // namespace

class TestLinkMeter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void delaysOfTwoMinutesAtMost();
  void measuresTheWayThereAndBack();
  void othersAnswersAreNotTaken();
  void lateAnswersCount();
  void measuresHeartbeatsByTheServersClock();
  void measuresNewVitalsOnly();
  void anotherServerHasAnotherClock();
  void measuresTheFrame();
  void countsWhatWentWrong();
  void lineNamesEverything();
  void toldFromManyThreads();
};

void TestLinkMeter::delaysOfTwoMinutesAtMost() {
  const SteadyTime start(1h);
  RecentDelays delays;
  delays.add(5ms, start);
  delays.add(80ms, start + 59s);
  QCOMPARE(delays.figures(start + 61s).count, std::uint64_t(2));
  delays.add(1ms, start + 62s);
  QVERIFY(delays.figures(start + 62s).longest == 80ms);
  const auto later = delays.figures(start + 125s);
  QCOMPARE(later.count, std::uint64_t(1));
  QVERIFY(later.longest == 1ms);
  QCOMPARE(delays.figures(start + 1h), DelayFigures{});
}

void TestLinkMeter::measuresTheWayThereAndBack() {
  Bench bench;
  for (int beat = 0; beat < 98; ++beat) QVERIFY(bench.beat(10ms));
  for (int beat = 0; beat < 2; ++beat) QVERIFY(bench.beat(150ms));
  const auto roundTrip = bench.meter.figures().roundTrip;
  QCOMPARE(roundTrip.count, std::uint64_t(100));
  QVERIFY(isAbout(roundTrip.p50, 20ms));
  QVERIFY(isAbout(roundTrip.p99, 300ms));
  QVERIFY(roundTrip.longest == 300ms);
}

void TestLinkMeter::othersAnswersAreNotTaken() {
  Bench bench;
  QVERIFY(!bench.meter.noteAnswer({CommandId::random(), {}, {}, {}, {}}, bench.now()));
  const auto id = CommandId::random();
  bench.meter.noteBeat(id);
  QVERIFY(bench.meter.noteAnswer({id, {}, {}, {}, {}}, bench.now()));
  QVERIFY2(!bench.meter.noteAnswer({id, {}, {}, {}, {}}, bench.now()), "answered once");
  QVERIFY2(!bench.meter.figures().serverClock, "That server told no time.");
}

void TestLinkMeter::lateAnswersCount() {
  Bench bench;
  std::vector<CommandId> ids(3);
  for (auto& id : ids) {
    bench.meter.noteBeat(id = CommandId::random());
    bench.clock->advance(1s);
  }
  QVERIFY(bench.meter.noteAnswer({ids[0], {}, {}, {}, {}}, bench.now()));
  QVERIFY(bench.meter.figures().roundTrip.longest == 3s);
}

void TestLinkMeter::measuresHeartbeatsByTheServersClock() {
  Bench bench;
  bench.clock->jumpWall(-2h);  // the station's own wall clock does not matter
  bench.meter.noteHeartbeat({bench.clock->wallNow()}, bench.now());
  QCOMPARE(bench.meter.figures().serverToStation.count, std::uint64_t(0));
  bench.beat(1ms);
  const auto stamp = bench.clock->wallNow();
  bench.clock->jumpWall(2h);
  bench.clock->advance(70ms);
  bench.meter.noteHeartbeat({stamp}, bench.now());
  const auto figures = bench.meter.figures();
  QCOMPARE(figures.serverToStation.count, std::uint64_t(1));
  QVERIFY(isAbout(figures.serverToStation.longest, 70ms));
  const auto apart = std::chrono::abs(figures.serverClock->ahead - -2h);
  QVERIFY(apart <= figures.serverClock->error);
}

void TestLinkMeter::measuresNewVitalsOnly() {
  Bench bench;
  bench.beat(0ms);
  const auto told = [&](milliseconds age) {
    bench.meter.noteVitals({kAnna, bench.clock->wallNow() - age, {}}, bench.now());
    return bench.meter.figures().sourceToStation;
  };
  QCOMPARE(told(10min).count, std::uint64_t(0));  // what the snapshot begins with
  QCOMPARE(told(10min).count, std::uint64_t(0));  // and what is said again
  bench.clock->advance(1s);
  QVERIFY(isAbout(told(40ms).longest, 40ms));
  bench.clock->advance(2s);
  QCOMPARE(bench.meter.figures().sinceVitals, std::optional<milliseconds>(2s));
}

void TestLinkMeter::anotherServerHasAnotherClock() {
  Bench bench;
  bench.beat(1ms);
  QVERIFY(bench.meter.figures().serverClock);
  bench.meter.noteStream();
  QVERIFY(!bench.meter.figures().serverClock);
  QCOMPARE(bench.meter.figures().connections, std::uint64_t(1));
}

void TestLinkMeter::measuresTheFrame() {
  Bench bench;
  session::Mail mail;
  mail.vitals.push_back({{kAnna, {}, {}}, bench.now()});
  mail.waves.push_back({{}, bench.now() + 8ms});
  mail.conflatedVitals = 3;
  mail.discardedBlocks = 4;
  bench.meter.noteMail(mail, std::nullopt);
  QCOMPARE(bench.meter.figures().stationToFrame.count, std::uint64_t(0));
  bench.meter.noteMail(mail, bench.now() + 20ms);
  const auto figures = bench.meter.figures();
  QCOMPARE(figures.stationToFrame.count, std::uint64_t(2));
  QVERIFY(isAbout(figures.stationToFrame.p50, 12ms));
  QVERIFY(figures.stationToFrame.longest == 20ms);
  QCOMPARE(figures.conflatedVitals, std::uint64_t(6));
  QCOMPARE(figures.discardedBlocks, std::uint64_t(8));
}

void TestLinkMeter::countsWhatWentWrong() {
  Bench bench;
  bench.meter.noteLoss(3);
  bench.meter.noteLoss(1);
  QCOMPARE(bench.meter.figures().lostMessages, std::uint64_t(4));
}

void TestLinkMeter::lineNamesEverything() {
  QCOMPARE(session::linkLine({}),
           u"vitals -, round trip -, server to station -, source to station -, station to frame -, "
           "server clock -, connections 0, lost messages 0, conflated vitals 0, discarded wave "
           "blocks 0, resent commands 0"_s);
  LinkFigures figures;
  figures.sinceVitals = 240ms;
  figures.roundTrip = {60, 640us, 1900us, 4210us};
  figures.serverClock = ClockOffset{-1250ms, 2ms};
  figures.resentCommands = 2;
  const auto line = session::linkLine(figures);
  for (const auto& part : {u"vitals 240.0 ms"_s, u"round trip 0.6/1.9/4.2 ms (60)"_s,
                           u"server clock -1250 ms (error 2)"_s, u"resent commands 2"_s})
    QVERIFY2(line.contains(part), qPrintable(line));
}

void TestLinkMeter::toldFromManyThreads() {
  LinkMeter meter(std::make_shared<SystemClock>());
  constexpr int kRounds = 2000;
  {
    std::jthread client([&] {
      for (int i = 0; i < kRounds; ++i) meter.noteBeat(CommandId::random());
    });
    std::jthread library([&] {
      for (int i = 0; i < kRounds; ++i) {
        meter.noteLoss(1);
        meter.noteVitals({kAnna, fromUnixMillis(i), {}}, SteadyTime(1h));
      }
    });
    std::jthread gui([&] {
      for (int i = 0; i < kRounds; ++i) meter.noteMail({{}, {}, 1, 1}, std::nullopt);
    });
  }
  QCOMPARE(meter.figures().lostMessages, std::uint64_t(kRounds));
  QCOMPARE(meter.figures().discardedBlocks, std::uint64_t(kRounds));
}

QTEST_APPLESS_MAIN(TestLinkMeter)
#include "tst_link_meter.moc"
