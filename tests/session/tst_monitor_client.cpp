// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "protocol/directory_codec.h"
#include "protocol/plain_encoder.h"
#include "session/scripted_station.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace std::chrono_literals;
using session::LinkState;
using session::MonitorClient;

/// Connecting, negotiating, what goes where, the directory, and shutting down.
class TestMonitorClient : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tellsWhoAsks();
  void goesLiveWhenEverySnapshotIsComplete();
  void goesLiveDespiteASilentPatient();
  void subscribesBeforeTheServerSpeaks();
  void greetsAnExtendedServer();
  void sendsAPlainServerNothingItDoesNotKnow();
  void goesLiveOnAPlainServersFirstMessage();
  void keepsTheOrderOfAlarms();
  void putsVitalsAndWavesIntoTheMailbox();
  void showsAnUnreadableMessageAsANotice();
  void noticesAPatientThatTheServerDoesNotKnow();
  void watchesWhatTheDirectoryNames();
  void asksTheDirectoryAgainAfterAFailure();
  void watchesOnlyTheGivenPatients();
  void shutsDownInOrder();
  void shutsDownWithoutAStream();
  void cancelsAServerThatDoesNotFinish();
};

void TestMonitorClient::tellsWhoAsks() {
  ScriptedStation station(optionsFor({kAnna}));
  station.start();
  QCOMPARE(station.transport().method(), std::string("/PatientMonitorService/MonitorPatients"));
  const auto metadata = station.transport().metadata();
  QCOMPARE(metadata.find("vitalwall-extension")->second, std::string("1"));
  QCOMPARE(metadata.find("vitalwall-user")->second, std::string("J%C3%BCrgen%20Wei%C3%9F"));
  QCOMPARE(metadata.find("vitalwall-station")->second, std::string("ICU%20desk"));
}

void TestMonitorClient::goesLiveWhenEverySnapshotIsComplete() {
  ScriptedStation station(optionsFor({kAnna, kBela}));
  station.start();
  QCOMPARE(station.state(), LinkState::Connecting);
  station.bringLive({kAnna});
  QCOMPARE(station.state(), LinkState::Syncing);
  QVERIFY(station.status().extended);
  station.send(protocol::encodeSnapshotEnd({kBela, {kEpoch, 0}, true}));
  QCOMPARE(station.states(),
           (std::vector{LinkState::Connecting, LinkState::Syncing, LinkState::Live}));
  QVERIFY(station.status().sentence.contains(QLatin1String("2 patients")));
}

void TestMonitorClient::goesLiveDespiteASilentPatient() {
  ScriptedStation station(optionsFor({kAnna, kBela}));
  station.startLive({kAnna});
  for (int second = 0; second < 4; ++second) {
    station.send(protocol::encodeHeartbeat({}));
    station.pass(1s);
    QCOMPARE(station.state(), LinkState::Syncing);
  }
  station.send(protocol::encodeHeartbeat({}));
  station.pass(1s);
  QCOMPARE(station.state(), LinkState::Live);
  QVERIFY(station.status().sentence.contains(QLatin1String("nothing for 1 patient")));
}

void TestMonitorClient::subscribesBeforeTheServerSpeaks() {
  ScriptedStation station(optionsFor({kAnna, kBela}));
  station.start();
  const auto subscribes = station.written<Subscribe>();
  QCOMPARE(subscribes.size(), std::size_t(2));
  QVERIFY(!subscribes[0].cursor && !subscribes[1].cursor);
  QCOMPARE(station.commands().size(), std::size_t(2));
  settle();
  QCOMPARE(station.state(), LinkState::Syncing);
}

void TestMonitorClient::greetsAnExtendedServer() {
  ScriptedStation station(optionsFor({kAnna}));
  station.writer().setView({true, {kAnna}});
  station.startLive({kAnna});
  QCOMPARE(station.written<Hello>(), std::vector<Hello>({{"ICU desk", "tests"}}));
  QCOMPARE(station.written<SetView>(), std::vector<SetView>({{true, {kAnna}}}));
  station.writer().setView({true, {kAnna}});
  QCOMPARE(station.written<SetView>().size(), std::size_t(1));
  station.writer().setView({false, {}});
  QCOMPARE(station.written<SetView>().size(), std::size_t(2));
  station.pass(1s);
  station.pass(1s);
  QCOMPARE(station.written<Heartbeat>().size(), std::size_t(2));
}

void TestMonitorClient::sendsAPlainServerNothingItDoesNotKnow() {
  ScriptedStation station(optionsFor({kAnna}));
  station.writer().setView({true, {kAnna}});
  auto& stream = station.start();
  stream.greet({});
  settle();
  station.writer().setView({false, {}});
  station.writer().acknowledge(kAlarm);
  station.writer().unwatch(kAnna);
  for (int second = 0; second < 5; ++second) station.pass(1s);
  const auto known = station.written<Subscribe>().size() + station.written<Unsubscribe>().size() +
                     station.written<Acknowledge>().size();
  QCOMPARE(known, std::size_t(3));
  QCOMPARE(stream.writes().size(), known);
}

void TestMonitorClient::goesLiveOnAPlainServersFirstMessage() {
  ScriptedStation station(optionsFor({kAnna}));
  auto& stream = station.start();
  stream.finishAllWrites();
  station.transport().answer(absl::UnimplementedError(""));
  settle();
  station.pass(10s);
  QCOMPARE(station.state(), LinkState::Syncing);
  stream.greet({});
  stream.deliver(protocol::encodePlainVitals({kAnna, {}, {}}, protocol::JsonStyle::Camel));
  station.pass(50ms);
  QCOMPARE(station.state(), LinkState::Live);
  QVERIFY(!station.status().extended);
  QVERIFY(!station.status().hasDirectory);
  QVERIFY(station.status().sentence.contains(QLatin1String("no waves")));
}

void TestMonitorClient::keepsTheOrderOfAlarms() {
  ScriptedStation station(optionsFor({kAnna}));
  QStringList order;
  QObject::connect(&station.client(), &MonitorClient::alertReceived, &station.client(),
                   [&](const Alert& alert) { order << QString::number(alert.revision); });
  QObject::connect(&station.client(), &MonitorClient::snapshotEnded, &station.client(),
                   [&] { order << QStringLiteral("end"); });
  QObject::connect(&station.client(), &MonitorClient::orderReceived, &station.client(),
                   [&] { order << QStringLiteral("order"); });
  station.startLive({});
  Order heparin;
  heparin.id = OrderId::fromName("heparin");
  heparin.patient = kAnna;
  station.send(protocol::encodeAlertEntry(alertOf(kAnna, 3)) +
               protocol::encodeAlertEntry(alertOf(kAnna, 1)) + protocol::encodeOrderEntry(heparin) +
               protocol::encodeSnapshotEnd({kAnna, {kEpoch, 3}, true}));
  station.send(protocol::encodeAlertEntry(alertOf(kAnna, 4)));
  QCOMPARE(order.join(QLatin1Char(' ')), QStringLiteral("3 1 order end 4"));
}

void TestMonitorClient::putsVitalsAndWavesIntoTheMailbox() {
  ScriptedStation station(optionsFor({kAnna}));
  auto& stream = station.startLive({kAnna});
  const Vitals vitals{kAnna, {}, {{mdc::kHeartRate, Unit::BeatPerMinute, 72.0}}};
  const std::vector<WaveBlock> waves{{kAnna, 0, 500, {}, {1, 2, 3}}};
  stream.deliver(protocol::encodeHead(kEpoch, 2) + protocol::encodeVitalsEntry(vitals) +
                 protocol::encodeWavesEntry(waves));
  const auto mail = station.client().mailbox()->take();
  QCOMPARE(mail.vitals.size(), std::size_t(1));
  QCOMPARE(mail.vitals[0].vitals.find(mdc::kHeartRate)->value, std::optional(72.0));
  QCOMPARE(mail.vitals[0].receivedAt, station.clock().steadyNow());
  QCOMPARE(mail.waves.size(), std::size_t(1));
  QCOMPARE(mail.waves[0].block.samples, (std::vector<std::int16_t>{1, 2, 3}));
}

void TestMonitorClient::showsAnUnreadableMessageAsANotice() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy notices(&station.client(), &MonitorClient::noticeReceived);
  auto& stream = station.startLive({kAnna});
  stream.deliver("\xff\xff\xff no message");
  settle();
  QCOMPARE(notices.size(), 1);
  QCOMPARE(station.state(), LinkState::Live);
  QCOMPARE(stream.cancels(), 0);
}

void TestMonitorClient::noticesAPatientThatTheServerDoesNotKnow() {
  ScriptedStation station(optionsFor({kAnna, kBela}));
  QSignalSpy notices(&station.client(), &MonitorClient::noticeReceived);
  station.startLive({kAnna});
  for (const auto& command : station.commands())
    if (command.body == CommandBody(Subscribe{kBela, {}}))
      station.send(
          protocol::encodeCommandResult({command.id, CommandOutcome::NotFound, {}, {}, {}}));
  QCOMPARE(notices.size(), 1);
  QCOMPARE(notices[0][0].value<Notice>().patient, std::optional(kBela));
  QCOMPARE(station.state(), LinkState::Live);
}

void TestMonitorClient::watchesWhatTheDirectoryNames() {
  ScriptedStation station(optionsFor({}));
  QSignalSpy lists(&station.client(), &MonitorClient::patientsListed);
  station.start().greet(extendedServer());
  settle();
  QCOMPARE(station.written<Subscribe>().size(), std::size_t(0));
  QCOMPARE(station.state(), LinkState::Syncing);
  Patient anna, bela;
  anna.id = kAnna;
  bela.id = kBela;
  station.transport().answer(protocol::encodeDirectory(std::vector{anna, bela}));
  settle();
  QCOMPARE(lists.size(), 1);
  QVERIFY(station.status().hasDirectory);
  QCOMPARE(station.written<Subscribe>().size(), std::size_t(2));

  station.end(absl::UnavailableError("restart"));
  station.passBackoff();
  QCOMPARE(station.written<Subscribe>().size(), std::size_t(2));
  station.transport().answer(protocol::encodeDirectory(std::vector{bela}));
  settle();
  QCOMPARE(station.written<Unsubscribe>(), std::vector<Unsubscribe>({{kAnna}}));
}

void TestMonitorClient::asksTheDirectoryAgainAfterAFailure() {
  ScriptedStation station(optionsFor({}));
  station.start().greet(extendedServer());
  QVERIFY(station.transport().answer(absl::DeadlineExceededError("busy")));
  settle();
  QVERIFY(!station.status().hasDirectory);
  station.pass(1s);
  QVERIFY2(!station.transport().answer(std::string()), "It must not ask in a hurry.");
  station.pass(2s);
  Patient anna;
  anna.id = kAnna;
  QVERIFY(station.transport().answer(protocol::encodeDirectory(std::vector{anna})));
  settle();
  QCOMPARE(station.written<Subscribe>().size(), std::size_t(1));
  station.pass(10s);
  QVERIFY(!station.transport().answer(std::string()));
}

void TestMonitorClient::watchesOnlyTheGivenPatients() {
  ScriptedStation station(optionsFor({kAnna}));
  station.start();
  Patient bela;
  bela.id = kBela;
  station.transport().answer(protocol::encodeDirectory(std::vector{bela}));
  settle();
  QCOMPARE(station.written<Subscribe>(), std::vector<Subscribe>({{kAnna, {}}}));
}

void TestMonitorClient::shutsDownInOrder() {
  ScriptedStation station(optionsFor({kAnna, kBela}));
  QSignalSpy finished(&station.client(), &MonitorClient::finished);
  QSignalSpy progress(&station.client(), &MonitorClient::commandProgressed);
  auto& stream = station.start();
  station.client().shutDown();
  station.writer().acknowledge(kAlarm);
  settle();
  QCOMPARE(progress.last().first().value<session::CommandProgress>().stage,
           session::CommandStage::Failed);
  QVERIFY(!stream.isHalfClosed());
  stream.finishAllWrites();
  QVERIFY(stream.isHalfClosed());
  QCOMPARE(station.written<Subscribe>().size(), std::size_t(2));
  QCOMPARE(finished.size(), 0);
  station.end(absl::OkStatus());
  QCOMPARE(finished.size(), 1);
  QCOMPARE(station.state(), LinkState::Disconnected);
  QVERIFY(!station.status().permanent);
  QCOMPARE(stream.cancels(), 0);
  QCOMPARE(stream.misuse(), std::string());
}

void TestMonitorClient::shutsDownWithoutAStream() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy finished(&station.client(), &MonitorClient::finished);
  station.start();
  station.end(absl::UnavailableError("gone"));
  station.client().shutDown();
  QCOMPARE(finished.size(), 1);
  station.passBackoff();
  QCOMPARE(station.transport().opened(), std::size_t(1));
}

void TestMonitorClient::cancelsAServerThatDoesNotFinish() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy finished(&station.client(), &MonitorClient::finished);
  auto& stream = station.startLive({kAnna});
  station.client().shutDown();
  QVERIFY(stream.isHalfClosed());
  QTRY_COMPARE(stream.cancels(), 1);
  station.end(absl::CancelledError());
  QCOMPARE(finished.size(), 1);
}

QTEST_GUILESS_MAIN(TestMonitorClient)
#include "tst_monitor_client.moc"
