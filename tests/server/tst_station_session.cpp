// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/station_session.h"

#include <QTest>

#include "server/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;
using namespace std::chrono_literals;

namespace {

const Patient kAda = patientNamed("Ada");
const Patient kBob = patientNamed("Bob");

bool isLogged(const WardBench& ward, const std::string& part) {
  return std::any_of(ward.lines.begin(), ward.lines.end(), [&part](const std::string& line) {
    return line.find(part) != std::string::npos;
  });
}

QString sorted(const std::vector<Vitals>& vitals) {
  QStringList words;
  for (const auto& one : vitals) words += describe({ServerEvent(one)});
  words.sort();
  // "vitals" without a value come before everything else.
  std::stable_partition(words.begin(), words.end(),
                        [](const QString& word) { return word == QStringLiteral("vitals"); });
  return words.join(QLatin1Char(' '));
}

Order orderOf(const Patient& patient, const std::string& description) {
  return {OrderId::fromName("order"), patient.id, description, OrderStatus::Active, "Dr. X", {}};
}

}  // namespace

class TestStationSession : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void subscriptionBeginsWithASnapshot() {
    WardBench ward({kAda, kBob});
    ward.measure(kAda, 134);
    ward.script.orders.push_back(orderOf(kAda, "Heparin"));
    ward.ward.tick();
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

  /// An alarm does not wait for the end of its tick, and is told to everybody in every revision.
  void alarmsLeaveAtOnce() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    station.receive();
    ward.measure(kAda, 134);
    ward.ward.tick();  // without endTick()
    QCOMPARE(describe(station.receive()), QStringLiteral("alert(HR 134 > 120)"));
    ward.measure(kAda, 150);
    ward.measure(kAda, 80);
    ward.ward.tick();
    QCOMPARE(describe(station.receive()),
             QStringLiteral("alert(HR 150 > 140) cleared(HR 150 > 140)"));
  }

  void acknowledgementReachesEverybody() {
    WardBench ward({kAda});
    ward.measure(kAda, 134);
    ward.ward.tick();
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
    QCOMPARE(answers[0].message, std::string("already acknowledged by Ben"));
    QCOMPARE(answers[0].at, told[0].acknowledged->at);
  }

  /// A command that is sent again after a reconnection has the answer of the first time.
  void sameCommandSameAnswer() {
    WardBench ward({kAda});
    ward.measure(kAda, 134);
    ward.ward.tick();
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
    QVERIFY(isLogged(ward, nothing.toString()));
  }

  void cursorReplaysWhatWasMissed() {
    WardBench ward({kAda, kBob});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    ward.measure(kAda, 134);
    ward.ward.tick();
    station.receive();
    const Cursor cursor{WardBench::kEpoch, 1};

    ward.measure(kAda, 80);
    ward.measure(kBob, 134);
    ward.measure(kAda, 30);
    ward.ward.tick();
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
    ward.ward.tick();
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
    ward.ward.tick();  // staged for the end of the tick
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
    QVERIFY(isLogged(ward, "unknown patient: " + kBob.id.toString()));
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
    QVERIFY(isLogged(ward, "at most 1 patients"));
    QVERIFY(!station.send(Subscribe{kBob.id, {}}));
    QVERIFY(station.stream->breaches().empty());
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
    QVERIFY2(isLogged(ward, logged.toStdString()), ward.lines.back().c_str());
    QVERIFY(isLogged(ward, "127.0.0.1:5"));
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
    QVERIFY(isLogged(ward, "bytes that are no request"));
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
    ward.ward.tick();
    for (auto* station : {&prompt, &slow}) station->session->endTick();
    QCOMPARE(sorted(only<Vitals>(prompt.receive())), QStringLiteral("HR80 HR90"));
    QCOMPARE(prompt.messages, 3);  // two snapshots, one batch
    const auto events = slow.receive();
    QCOMPARE(sorted(only<Vitals>(events)).right(9), QStringLiteral("HR80 HR90"));
    QCOMPARE(only<SnapshotEnd>(events).size(), 2U);
  }

  void plainClientIsToldAtOnceThenOncePerSecond() {
    WardBench ward({kAda});
    ward.measure(kAda, 70);
    ward.ward.tick();
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
    ward.ward.tick();
    QCOMPARE(describe(station.receive()), QStringLiteral("alert(HR 134 > 120) order(Heparin)"));
    ward.measure(kAda, 80);
    ward.ward.tick();
    QCOMPARE(describe(station.receive()), QStringLiteral("cleared(HR 134 > 120)"));
  }

  void ordersAreToldWhenTheyChange() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Subscribe{kAda.id, {}}));
    station.receive();
    for (const char* description : {"Heparin", "Heparin", "Heparin 5000"}) {
      ward.script.orders.push_back(orderOf(kAda, description));
      ward.ward.tick();
    }
    QCOMPARE(describe(station.receive()), QStringLiteral("order(Heparin) order(Heparin 5000)"));
  }

  void whatAPeerSaysCannotForgeLogLines() {
    WardBench ward({kAda});
    StationBench station(ward, Dialect::Extended);
    QVERIFY(station.send(Hello{"bed\nforged line", std::string(500, 'x')}));
    QVERIFY(isLogged(ward, "bed\\nforged line") || isLogged(ward, "bed\\x0aforged line"));
    for (const auto& line : ward.lines) QVERIFY(line.size() < 300);
  }

  void noticesOfSourcesAreLogged() {
    WardBench ward({kAda});
    ward.script.notices.push_back("orders.json: line 3 is no order");
    ward.ward.tick();
    QVERIFY(isLogged(ward, "orders.json: line 3 is no order"));
  }

  /// A source may not speak of patients whom it does not have.
  void foreignPatientsAreIgnored() {
    WardBench ward({kAda});
    ward.measure(kBob, 200);
    ward.script.orders.push_back(orderOf(kBob, "Heparin"));
    ward.script.waves.push_back({kBob.id, 0, 1, {}, {0}});
    ward.ward.tick();
    QVERIFY(!ward.ward.knows(kBob.id));
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
