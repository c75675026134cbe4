// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;

class TestStationSubscriptions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void subscriptionBeginsWithASnapshot() {
    WardBench ward({kAda, kBob});
    ward.measure(kAda, 134);
    ward.script.orders.push_back(orderOf(kAda, "Heparin"));
    ward.tick();
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}, CommandId::fromName("1")));
    QCOMPARE(describe(station.receive()),
             QStringLiteral("HR134 alert(HR 134 > 120) order(Heparin) end result0"));
  }

  void snapshotOfAPatientWhoGaveNothingYet() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    QCOMPARE(describe(station.receive()), QStringLiteral("vitals end"));
  }

  void cursorReplaysWhatWasMissed() {
    WardBench ward({kAda, kBob});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    ward.measure(kAda, 134);
    ward.tick();
    station.receive();
    const Cursor cursor{WardBench::kEpoch, 1};

    ward.measure(kAda, 80);
    ward.measure(kBob, 134);
    ward.measure(kAda, 30);
    ward.tick();
    StationBench again(ward, Dialect::Extended);
    QVERIFY(again.send(Subscribe{kAda.id, cursor}));
    const auto events = again.receive();
    QCOMPARE(describe(events),
             QStringLiteral("HR30 cleared(HR 134 > 120) alert(HR 30 < 40) replayed"));
    QCOMPARE(only<SnapshotEnd>(events)[0].cursor, (Cursor{WardBench::kEpoch, 4}));
  }

  void uselessCursorGetsAFullSnapshot_data() {
    QTest::addColumn<quint64>("epoch");
    QTest::addColumn<quint64>("revision");
    QTest::newRow("another run of the server") << quint64(41) << quint64(1);
    QTest::newRow("a revision that never was") << quint64(42) << quint64(1000);
  }

  void uselessCursorGetsAFullSnapshot() {
    QFETCH(quint64, epoch);
    QFETCH(quint64, revision);
    WardBench ward({kAda});
    ward.measure(kAda, 134);
    ward.tick();
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, Cursor{epoch, revision}}));
    QCOMPARE(describe(station.receive()), QStringLiteral("HR134 alert(HR 134 > 120) end"));
  }

  void subscribingAgainIsASnapshotOfNow() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    station.receive();
    ward.measure(kAda, 80);
    station.tick();
    QCOMPARE(only<Vitals>(station.receive()).size(), 1U);
  }

  void unsubscribedPatientIsSilent() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    station.receive();
    ward.measure(kAda, 80);
    ward.tick();  // staged for the end of the tick
    QVERIFY(station.send(Unsubscribe{kAda.id}, CommandId::fromName("1")));
    ward.measure(kAda, 200);
    station.tick();
    QCOMPARE(describe(station.receive()), QStringLiteral("result0 beat"));
  }

  void unknownPatient_data() {
    QTest::addColumn<int>("dialect");
    QTest::addColumn<QString>("told");
    QTest::newRow("extended") << static_cast<int>(Dialect::Extended) << QStringLiteral("result3");
    QTest::newRow("plain") << static_cast<int>(Dialect::PlainCamel) << QString();
  }

  void unknownPatient() {
    QFETCH(int, dialect);
    WardBench ward({kAda});
    StationBench station(ward, static_cast<Dialect>(dialect));
    QVERIFY(station.send(Subscribe{kBob.id, {}}, CommandId::fromName("1")));
    QTEST(describe(station.receive()), "told");
    QCOMPARE(ward.counters.unknownPatients.load(), 1U);
    QVERIFY(ward.isLogged("unknown patient: " + kBob.id.toString()));
    QVERIFY(!station.stream->finished());
  }

  void tooManyPatientsAreRefused() {
    WardBench ward({kAda, kBob}, 2);
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    QVERIFY(station.send(Subscribe{PatientId::fromName("unknown"), {}}));
    station.receive();
    QVERIFY(station.send(Subscribe{kBob.id, {}}, CommandId::fromName("1")));
    const auto refused = only<CommandResult>(station.receive());
    QCOMPARE(refused[0].outcome, CommandOutcome::Refused);
    QVERIFY(refused[0].message.find("at most 2 patients") != std::string::npos);
    QVERIFY(!station.stream->finished());

    QVERIFY(station.send(Unsubscribe{kAda.id}));
    QVERIFY(station.send(Subscribe{kBob.id, {}}, CommandId::fromName("2")));
    QCOMPARE(only<CommandResult>(station.receive())[0].outcome, CommandOutcome::Ok);
    QCOMPARE(ward.counters.refusedSubscribes.load(), 1U);
  }

  /// A plain client cannot be told of a refusal, so its stream ends.
  void tooManyPatientsEndAPlainStream() {
    WardBench ward({kAda, kBob}, 1);
    StationBench station(ward, Dialect::PlainCamel);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    QVERIFY(station.send(Subscribe{kBob.id, {}}));
    QVERIFY(absl::IsResourceExhausted(*station.stream->finished()));
    QVERIFY(ward.isLogged("at most 1 patients"));
    QVERIFY(!station.send(Subscribe{kBob.id, {}}));
    QVERIFY(station.stream->breaches().empty());
  }
};

QTEST_APPLESS_MAIN(TestStationSubscriptions)
#include "tst_station_subscriptions.moc"
