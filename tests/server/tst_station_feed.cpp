// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/station_feed.h"

#include <QTest>
#include <algorithm>

#include "server/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;
using namespace std::chrono_literals;

namespace {

QString sorted(const std::vector<Vitals>& vitals) {
  QStringList words;
  for (const auto& one : vitals) words += describe({ServerEvent(one)});
  words.sort();
  // "vitals" without a value come before everything else.
  std::stable_partition(words.begin(), words.end(),
                        [](const QString& word) { return word == QStringLiteral("vitals"); });
  return words.join(QLatin1Char(' '));
}

}  // namespace

class TestStationFeed : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void liveDataOfWatchedPatientsOnly() {
    WardBench ward({kAda, kBob});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    station.receive();
    ward.measure(kAda, 80);
    ward.measure(kBob, 200);
    ward.script.waves.push_back({kAda.id, 0, 500, {}, {1, 2, 3}});
    ward.script.waves.push_back({kBob.id, 0, 900, {}, {1, 2, 3}});
    station.tick();
    QCOMPARE(describe(station.receive()), QStringLiteral("HR80 wave500 beat"));
    QCOMPARE(station.messages, 2);  // the snapshot, and all of the tick in one message
  }

  void viewSelectsWaves() {
    WardBench ward({kAda, kBob});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    QVERIFY(station.send(Subscribe{kBob.id, {}}));
    station.receive();
    const auto wavesAfter = [&](const SetView& view) {
      if (!station.send(view)) return QStringLiteral("not read");
      ward.script.waves.push_back({kAda.id, 0, 1, {}, {0}});
      ward.script.waves.push_back({kBob.id, 0, 2, {}, {0}});
      station.tick();
      const auto blocks = only<WaveBlock>(station.receive());
      QStringList indices;
      for (const auto& block : blocks) indices += QString::number(block.firstSample);
      indices.sort();
      return indices.join(QLatin1Char(' '));
    };
    QCOMPARE(wavesAfter({true, {kBob.id}}), QStringLiteral("2"));
    QCOMPARE(wavesAfter({false, {kBob.id}}), QString());
    QCOMPARE(wavesAfter({true, {kAda.id, kBob.id}}), QStringLiteral("1 2"));
    QCOMPARE(wavesAfter({true, {}}), QString());
  }

  void heartbeatEverySecond() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    int beats = 0;
    for (int tick = 0; tick < 251; ++tick) {
      station.tick();
      beats += static_cast<int>(only<ServerHeartbeat>(station.receive()).size());
      ward.clock.advance(40ms);
    }
    QCOMPARE(beats, 11);  // in 10 s, with both ends
  }

  /// A station that does not read: bounded memory, the newest vitals, and every alarm.
  void slowReaderGetsTheNewestVitalsAndEveryAlarm() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    for (int second = 0; second < 100; ++second) {
      ward.measure(kAda, second % 2 == 0 ? 125 : 80);
      ward.script.waves.push_back({kAda.id, 0, static_cast<std::uint64_t>(second), {}, {0}});
      station.tick();
      ward.clock.advance(40ms);
    }
    const auto events = station.receive();
    QCOMPARE(only<Alert>(events).size(), 100U);
    const auto vitals = only<Vitals>(events);
    QCOMPARE(vitals.size(), 2U);  // the one in flight, and the newest
    QCOMPARE(*vitals[1].numerics[0].value, 80.0);
    QVERIFY(only<WaveBlock>(events).size() <= OutgoingQueue::kWaveTicks);
    QCOMPARE(only<WaveBlock>(events).back().firstSample, 99U);
  }

  void plainClientIsToldAtOnceThenOncePerSecond() {
    WardBench ward({kAda});
    ward.measure(kAda, 70);
    ward.tick();
    StationBench station(ward, Dialect::PlainCamel);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    QCOMPARE(describe(station.receive()), QStringLiteral("HR70"));

    // A new value with every tick of 40 ms, for 20 s.
    QList<double> told;
    for (int tick = 1; tick <= 500; ++tick) {
      ward.clock.advance(40ms);
      ward.measure(kAda, 60 + tick % 50);
      station.tick();
      for (const auto& vitals : only<Vitals>(station.receive()))
        told.append(*vitals.numerics[0].value);
    }
    QVERIFY2(told.size() >= 19 && told.size() <= 20, qPrintable(QString::number(told.size())));
  }

  /// Half of the stations are behind; all of them are told the same in the end.
  void stationsOfOneSelectionAreToldTheSame() {
    WardBench ward({kAda, kBob});
    StationBench prompt(ward, Dialect::Extended);
    StationBench slow(ward, Dialect::Extended);
    for (auto* station : {&prompt, &slow}) {
      QVERIFY(station->send(Subscribe{kBob.id, {}}));
      QVERIFY(station->send(Subscribe{kAda.id, {}}));
    }
    prompt.receive();
    ward.measure(kAda, 80);
    ward.measure(kBob, 90);
    ward.tick();
    for (auto* station : {&prompt, &slow}) station->session->endTick();
    QCOMPARE(sorted(only<Vitals>(prompt.receive())), QStringLiteral("HR80 HR90"));
    QCOMPARE(prompt.messages, 3);  // two snapshots, one batch
    const auto events = slow.receive();
    QCOMPARE(sorted(only<Vitals>(events)).right(9), QStringLiteral("HR80 HR90"));
    QCOMPARE(only<SnapshotEnd>(events).size(), 2U);
  }

  void plainClientIsNeverSilent() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::PlainCamel);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    station.receive();
    auto silence = 0ms;
    int told = 0;
    for (int tick = 0; tick < 1500; ++tick) {  // a minute without any change
      ward.clock.advance(40ms);
      silence += 40ms;
      station.tick();
      if (station.receive().empty()) continue;
      QVERIFY(silence <= 15s);
      silence = 0ms;
      ++told;
    }
    QCOMPARE(told, 4);
  }

  void plainClientGetsAlarmsAtOnceAndEmptyMessagesNever() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::PlainPascal);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    QVERIFY(station.send(Hello{"bed", "1"}, CommandId::fromName("1")));
    station.receive();
    ward.measure(kAda, 134);
    ward.script.orders.push_back(orderOf(kAda, "Heparin"));
    ward.script.waves.push_back({kAda.id, 0, 1, {}, {0}});
    ward.tick();
    QCOMPARE(describe(station.receive()), QStringLiteral("alert(HR 134 > 120) order(Heparin)"));
    ward.measure(kAda, 80);
    ward.tick();
    QCOMPARE(describe(station.receive()), QStringLiteral("cleared(HR 134 > 120)"));
  }

  void ordersAreToldWhenTheyChange() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    station.receive();
    for (const char* description : {"Heparin", "Heparin", "Heparin 5000"}) {
      ward.script.orders.push_back(orderOf(kAda, description));
      ward.tick();
    }
    QCOMPARE(describe(station.receive()), QStringLiteral("order(Heparin) order(Heparin 5000)"));
  }

  void noticesOfSourcesAreLogged() {
    WardBench ward({kAda});
    ward.script.notices.push_back("orders.json: line 3 is no order");
    ward.tick();
    QVERIFY(ward.isLogged("orders.json: line 3 is no order"));
  }

  /// A source may not speak of patients whom it does not have.
  void foreignPatientsAreIgnored() {
    WardBench ward({kAda});
    ward.measure(kBob, 200);
    ward.script.orders.push_back(orderOf(kBob, "Heparin"));
    ward.script.waves.push_back({kBob.id, 0, 1, {}, {0}});
    ward.tick();
    QVERIFY(!ward.ward.knows(kBob.id));
  }
};

QTEST_APPLESS_MAIN(TestStationFeed)
#include "tst_station_feed.moc"
