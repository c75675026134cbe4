// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "protocol/plain_encoder.h"
#include "session/scripted_station.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace std::chrono_literals;
using session::CommandProgress;
using session::CommandStage;
using session::MonitorClient;
using session::RequestDesk;

Q_DECLARE_METATYPE(vitalwall::CommandOutcome)
Q_DECLARE_METATYPE(vitalwall::session::CommandStage)

/// The way of an acknowledgement, from the click to its last word.
class TestClientCommands : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void isPendingAtOnce();
  void endsWithTheServersAnswer_data();
  void endsWithTheServersAnswer();
  void isUnconfirmedAfterThreeSeconds();
  void isSentAgainUnderTheSameId();
  void isSentWhenTheServerIsBack();
  void isGivenUpInTheEnd();
  void isRefusedWhenTooManyWait();
  void saysThatAPlainServerDoesNotConfirm();
  void isConfirmedByAPlainServersAlert_data();
  void isConfirmedByAPlainServersAlert();
};

namespace {
std::vector<CommandStage> stagesOf(const QSignalSpy& spy) {
  std::vector<CommandStage> stages;
  for (const auto& progress : valuesOf<CommandProgress>(spy)) stages.push_back(progress.stage);
  return stages;
}

/// Connected to a plain server that has everything written.
void startPlain(ScriptedStation& station) {
  station.start().greet({});
  station.transport().answer(absl::UnimplementedError(""));
  settle();
  station.stream().finishAllWrites();
}
}  // namespace

void TestClientCommands::isPendingAtOnce() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy progress(&station.client(), &MonitorClient::commandProgressed);
  station.startLive({kAnna});
  const auto id = station.writer().acknowledge(kAlarm, "seen");
  settle();
  QCOMPARE(stagesOf(progress), std::vector{CommandStage::Pending});
  QCOMPARE(station.commands().back(), (Command{id, Acknowledge{kAlarm, "seen"}}));
}

void TestClientCommands::endsWithTheServersAnswer_data() {
  QTest::addColumn<CommandOutcome>("outcome");
  QTest::addColumn<CommandStage>("stage");
  QTest::addColumn<QString>("words");
  QTest::newRow("ok") << CommandOutcome::Ok << CommandStage::Confirmed
                      << QStringLiteral("Confirmed by Dr. Weber");
  QTest::newRow("already done") << CommandOutcome::AlreadyDone << CommandStage::Confirmed
                                << QStringLiteral("Already done by Dr. Weber");
  QTest::newRow("not recorded") << CommandOutcome::NotRecorded << CommandStage::Confirmed
                                << QStringLiteral("could not record");
  QTest::newRow("stale") << CommandOutcome::StaleRevision << CommandStage::Failed
                         << QStringLiteral("has changed");
  QTest::newRow("not found") << CommandOutcome::NotFound << CommandStage::Failed
                             << QStringLiteral("does not know this alarm");
  QTest::newRow("forbidden") << CommandOutcome::Forbidden << CommandStage::Failed
                             << QStringLiteral("may not");
  QTest::newRow("refused") << CommandOutcome::Refused << CommandStage::Failed
                           << QStringLiteral("refused");
}

void TestClientCommands::endsWithTheServersAnswer() {
  QFETCH(CommandOutcome, outcome);
  QFETCH(CommandStage, stage);
  QFETCH(QString, words);
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy progress(&station.client(), &MonitorClient::commandProgressed);
  station.startLive({kAnna});
  const auto id = station.writer().acknowledge(kAlarm);
  const CommandResult result{id, outcome, "Ask the ward.", "Dr. Weber", fromUnixMillis(1000)};
  station.send(protocol::encodeCommandResult(result));
  QCOMPARE(stagesOf(progress), (std::vector{CommandStage::Pending, stage}));
  const auto last = valuesOf<CommandProgress>(progress).back();
  QCOMPARE(last.result, result);
  QVERIFY2(last.sentence.contains(words), qPrintable(last.sentence));
  QVERIFY(last.sentence.endsWith(QLatin1String("Ask the ward.")));

  station.send(protocol::encodeCommandResult(result));
  station.pass(10s);
  QCOMPARE(progress.size(), 2);
}

void TestClientCommands::isUnconfirmedAfterThreeSeconds() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy progress(&station.client(), &MonitorClient::commandProgressed);
  station.startLive({kAnna});
  const auto id = station.writer().acknowledge(kAlarm);
  station.pass(2999ms);
  QCOMPARE(progress.size(), 1);
  station.pass(1ms);
  station.pass(900ms);
  QCOMPARE(stagesOf(progress), (std::vector{CommandStage::Pending, CommandStage::Unconfirmed}));
  station.send(protocol::encodeCommandResult({id, CommandOutcome::Ok, {}, {}, {}}));
  QCOMPARE(stagesOf(progress).back(), CommandStage::Confirmed);
}

void TestClientCommands::isSentAgainUnderTheSameId() {
  ScriptedStation station(optionsFor({kAnna}));
  station.startLive({kAnna});
  const auto answered = station.writer().acknowledge(AlertId::random());
  const auto first = station.writer().acknowledge(AlertId::random());
  const auto second = station.writer().acknowledge(AlertId::random());
  station.send(protocol::encodeCommandResult({answered, CommandOutcome::Ok, {}, {}, {}}));
  station.end(absl::UnavailableError("gone"));
  station.passBackoff();
  std::vector<CommandId> again;
  for (const auto& command : station.commands())
    if (std::holds_alternative<Acknowledge>(command.body)) again.push_back(command.id);
  QCOMPARE(again, (std::vector{first, second}));
}

void TestClientCommands::isSentWhenTheServerIsBack() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy progress(&station.client(), &MonitorClient::commandProgressed);
  station.startLive({kAnna});
  station.end(absl::UnavailableError("gone"));
  station.writer().acknowledge(kAlarm);
  settle();
  QVERIFY(
      valuesOf<CommandProgress>(progress).back().sentence.contains(QLatin1String("no connection")));
  station.passBackoff();
  QCOMPARE(station.written<Acknowledge>(), std::vector<Acknowledge>({{kAlarm, {}}}));
}

void TestClientCommands::isGivenUpInTheEnd() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy progress(&station.client(), &MonitorClient::commandProgressed);
  station.startLive({kAnna});
  station.end(absl::UnavailableError("gone"));
  station.writer().acknowledge(kAlarm);
  station.pass(119s);
  station.end(absl::UnavailableError("still gone"));
  station.pass(1s);
  QCOMPARE(stagesOf(progress),
           (std::vector{CommandStage::Pending, CommandStage::Unconfirmed, CommandStage::Failed}));
  station.passBackoff();
  QVERIFY2(station.written<Acknowledge>().empty(), "It must not silence an alarm minutes later.");
}

void TestClientCommands::isRefusedWhenTooManyWait() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy progress(&station.client(), &MonitorClient::commandProgressed);
  station.startLive({kAnna});
  for (std::size_t count = 0; count <= RequestDesk::kMaxUnanswered; ++count)
    station.writer().acknowledge(AlertId::random());
  settle();
  QCOMPARE(std::size_t(progress.size()), RequestDesk::kMaxUnanswered + 1);
  QCOMPARE(stagesOf(progress).back(), CommandStage::Failed);
  QCOMPARE(stagesOf(progress).front(), CommandStage::Pending);
  QCOMPARE(station.written<Acknowledge>().size(), RequestDesk::kMaxUnanswered);
}

void TestClientCommands::saysThatAPlainServerDoesNotConfirm() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy progress(&station.client(), &MonitorClient::commandProgressed);
  startPlain(station);
  station.writer().acknowledge(kAlarm);
  station.pass(50ms);
  QCOMPARE(stagesOf(progress), std::vector{CommandStage::Pending});
  station.stream().finishAllWrites();
  station.pass(50ms);
  QCOMPARE(stagesOf(progress), (std::vector{CommandStage::Pending, CommandStage::Unconfirmed}));
  QVERIFY(valuesOf<CommandProgress>(progress).back().sentence.contains(
      QLatin1String("does not confirm")));
  station.pass(1h);
  QCOMPARE(progress.size(), 2);
}

void TestClientCommands::isConfirmedByAPlainServersAlert_data() {
  QTest::addColumn<bool>("acknowledged");
  QTest::addColumn<QString>("words");
  QTest::newRow("acknowledged") << true << QStringLiteral("Confirmed by Dr. Weber");
  QTest::newRow("ended") << false << QStringLiteral("has ended");
}

void TestClientCommands::isConfirmedByAPlainServersAlert() {
  QFETCH(bool, acknowledged);
  QFETCH(QString, words);
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy progress(&station.client(), &MonitorClient::commandProgressed);
  startPlain(station);
  station.writer().acknowledge(kAlarm);
  auto alert = alertOf(kAnna, 0);
  station.stream().deliver(protocol::encodePlainAlert(alert, protocol::JsonStyle::Camel));
  settle();
  QCOMPARE(progress.size(), 1);
  alert.state = acknowledged ? AlertState::Active : AlertState::Inactive;
  if (acknowledged) alert.acknowledged = Acknowledgement{"Dr. Weber", fromUnixMillis(1000), {}};
  station.stream().deliver(protocol::encodePlainAlert(alert, protocol::JsonStyle::Camel));
  settle();
  QCOMPARE(stagesOf(progress).back(), CommandStage::Confirmed);
  const auto sentence = valuesOf<CommandProgress>(progress).back().sentence;
  QVERIFY2(sentence.contains(words), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestClientCommands)
#include "tst_client_commands.moc"
