// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/station_session.h"

#include <QTest>

#include "server/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;
using namespace std::chrono_literals;

class TestStationSession : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// An alarm does not wait for the end of its tick, and is told to everybody in every revision.
  void alarmsLeaveAtOnce() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    station.receive();
    ward.measure(kAda, 134);
    ward.tick();  // without endTick()
    QCOMPARE(describe(station.receive()), QStringLiteral("alert(HR 134 > 120)"));
    ward.measure(kAda, 150);
    ward.measure(kAda, 80);
    ward.tick();
    QCOMPARE(describe(station.receive()),
             QStringLiteral("alert(HR 150 > 140) cleared(HR 150 > 140)"));
  }

  void acknowledgementReachesEverybody() {
    WardBench ward({kAda});
    ward.measure(kAda, 134);
    ward.tick();
    StationBench ann(ward, Dialect::Extended, "Ann");
    StationBench ben(ward, Dialect::PlainCamel, "Ben");
    QVERIFY(ann.send(Subscribe{kAda.id, {}}));
    QVERIFY(ben.send(Subscribe{kAda.id, {}}));
    const auto alerts = only<Alert>(ann.receive());
    QCOMPARE(alerts.size(), 1U);
    ben.receive();

    QVERIFY(ben.send(Acknowledge{alerts[0].id}));
    const auto told = only<Alert>(ann.receive());
    QCOMPARE(told.size(), 1U);
    QCOMPARE(told[0].acknowledged->by, std::string("Ben"));
    QCOMPARE(describe(ben.receive()), QStringLiteral("acknowledged(HR 134 > 120)"));

    QVERIFY(ann.send(Acknowledge{alerts[0].id}, CommandId::fromName("late")));
    const auto answers = only<CommandResult>(ann.receive());
    QCOMPARE(answers.size(), 1U);
    QCOMPARE(answers[0].outcome, CommandOutcome::AlreadyDone);
    QCOMPARE(answers[0].by, std::string("Ben"));
    QCOMPARE(answers[0].message, std::string("Already acknowledged by Ben."));
    QCOMPARE(answers[0].at, told[0].acknowledged->at);
  }

  /// From which a station knows how long the way is and what the server's clock shows.
  void heartbeatIsAnsweredWithTheTime() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    const CommandId id = CommandId::fromName("beat");
    QVERIFY(station.send(Heartbeat{}, id));
    const auto answers = only<CommandResult>(station.receive());
    QCOMPARE(answers.size(), 1U);
    QCOMPARE(answers[0], (CommandResult{id, CommandOutcome::Ok, {}, {}, ward.clock.wallNow()}));
    QVERIFY(station.send(Heartbeat{}, CommandId{}));
    QVERIFY2(only<CommandResult>(station.receive()).empty(), "Nobody waits for an answer.");
  }

  /// A command that is sent again after a reconnection has the answer of the first time.
  void sameCommandSameAnswer() {
    WardBench ward({kAda});
    ward.measure(kAda, 134);
    ward.tick();
    const CommandId id = CommandId::fromName("command");
    StationBench first(ward, Dialect::Extended);
    QVERIFY(first.send(Subscribe{kAda.id, {}}));
    const AlertId alert = only<Alert>(first.receive())[0].id;
    QVERIFY(first.send(Acknowledge{alert}, id));
    const auto answer = only<CommandResult>(first.receive());
    QCOMPARE(answer[0].outcome, CommandOutcome::Ok);

    ward.clock.advance(10s);
    StationBench second(ward, Dialect::Extended);
    QVERIFY(second.send(Acknowledge{alert}, id));
    QVERIFY(only<CommandResult>(second.receive()) == answer);
    QVERIFY2(only<Alert>(first.receive()).empty(), "nothing happened the second time");
  }

  void unknownAlertIsNotFound() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    const AlertId nothing = AlertId::fromName("nothing");
    QVERIFY(station.send(Acknowledge{nothing}, CommandId::fromName("1")));
    const auto answers = only<CommandResult>(station.receive());
    QCOMPARE(answers[0].outcome, CommandOutcome::NotFound);
    QVERIFY(!answers[0].message.empty());
    QCOMPARE(ward.counters.unknownAlerts.load(), 1U);
    QVERIFY(ward.isLogged(nothing.toString()));
  }

  void badRequestsAreIgnored_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("logged");
    QTest::newRow("empty oneof") << QByteArray() << QStringLiteral("without an action");
    QTest::newRow("unknown fields") << QByteArray(
                                           "\xa2\x06\x03"
                                           "abc",
                                           6)
                                    << QStringLiteral("without an action");
    QTest::newRow("no GUID") << QByteArray(
                                    "\x0a\x05\x0a\x03"
                                    "Bob",
                                    7)
                             << QStringLiteral("no GUID: \"Bob\"");
    QTest::newRow("empty id") << QByteArray("\x0a\x00", 2) << QStringLiteral("no GUID: \"\"");
  }

  void badRequestsAreIgnored() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, logged);
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(bytes.toStdString()));
    QVERIFY2(ward.isLogged(logged.toStdString()), ward.lines.back().c_str());
    QVERIFY(ward.isLogged("127.0.0.1:5"));
    QCOMPARE(ward.counters.emptyRequests + ward.counters.malformedIds, 1U);
    QVERIFY(!station.stream->finished());
    QVERIFY2(station.send(Subscribe{kAda.id, {}}), "the stream goes on");
  }

  void undecodableBytesEndTheStream() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(std::string("\x0a\xff\xff", 3)));
    QVERIFY(absl::IsInvalidArgument(*station.stream->finished()));
    QVERIFY(!station.stream->finished()->message().empty());
    QCOMPARE(ward.counters.undecodable.load(), 1U);
    QVERIFY(ward.isLogged("bytes that are no request"));
    QVERIFY(!station.stream->takeRead());
  }

  void halfCloseWritesWhatWaitsAndEndsWithOk() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}, CommandId::fromName("1")));
    station.halfClose();
    QVERIFY(!station.stream->finished());
    QCOMPARE(describe(station.receive()), QStringLiteral("vitals end result0"));
    QVERIFY(station.stream->finished()->ok());
    ward.measure(kAda, 134);
    station.tick();
    QVERIFY(!station.stream->isWriting());
    QVERIFY(station.stream->breaches().empty());
  }

  void cancelEndsTheStreamOnce() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    station.session->onCancelled();
    station.halfClose();
    station.session->onWritten(false);
    station.tick();
    QVERIFY(absl::IsCancelled(*station.stream->finished()));
    QVERIFY(station.stream->breaches().empty());
  }

  void overloadedWardRefusesVisibly() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    while (ward.executor.post([] {})) {
    }
    QVERIFY(station.stream->takeRead());
    station.session->onMessage(protocol::encodeRequest({{}, Subscribe{kAda.id, {}}}));
    QVERIFY(absl::IsResourceExhausted(*station.stream->finished()));
  }

  void whatAPeerSaysCannotForgeLogLines() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Hello{"bed\nforged line", std::string(500, 'x')}));
    QVERIFY(ward.isLogged("bed\\nforged line") || ward.isLogged("bed\\x0aforged line"));
    for (const auto& line : ward.lines) QVERIFY(line.size() < 300);
  }

  void detachedSessionHearsNothing() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    station.receive();
    station.stream->takeRead();
    station.session->onMessage(protocol::encodeRequest({{}, Subscribe{kAda.id, {}}}));
    station.session->detach();
    ward.executor.runAll();
    ward.measure(kAda, 134);
    station.tick();
    QVERIFY(!station.stream->isWriting());
  }
};

QTEST_APPLESS_MAIN(TestStationSession)
#include "tst_station_session.moc"
