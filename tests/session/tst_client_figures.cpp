// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "session/scripted_station.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace std::chrono_literals;
using session::MonitorClient;

namespace {
QStringList logged;

void keepLinkLines(QtMsgType, const QMessageLogContext&, const QString& text) {
  if (text.contains(QLatin1String("round trip"))) logged << text;
}

/// The figures that a station told last.
LinkFigures lastOf(const QSignalSpy& spy) {
  return spy.isEmpty() ? LinkFigures{} : spy.last().first().value<LinkFigures>();
}
}  // namespace

/// What a client tells of the quality of its link, on the screen's behalf and in the log.
class TestClientFigures : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { logged.clear(); }
  void answeredHeartbeatsAreMeasured();
  void vitalsAreAsOldAsTheServersClockSays();
  void lostMessagesAreCounted();
  void resentCommandsAreCounted();
  void logsEachChangeAndEachMinute();
};

void TestClientFigures::answeredHeartbeatsAreMeasured() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy measured(&station.client(), &MonitorClient::linkMeasured);
  QSignalSpy progress(&station.client(), &MonitorClient::commandProgressed);
  station.startLive({kAnna});
  station.pass(1s);
  const auto commands = station.commands();
  QVERIFY(std::holds_alternative<Heartbeat>(commands.back().body));
  const auto stamp = station.clock().wallNow() + 1h;  // the server's clock is an hour ahead
  station.clock().advance(30ms);
  station.send(
      protocol::encodeCommandResult({commands.back().id, CommandOutcome::Ok, {}, {}, stamp}));
  station.pass(1s);
  const auto figures = lastOf(measured);
  QCOMPARE(figures.roundTrip.count, std::uint64_t(1));
  QVERIFY(figures.roundTrip.longest == 30ms);
  QVERIFY(figures.serverClock);
  QVERIFY(std::chrono::abs(figures.serverClock->ahead - 1h) <= figures.serverClock->error);
  QVERIFY(figures.serverClock->error <= 16ms);
  QCOMPARE(figures.connections, std::uint64_t(1));
  QVERIFY(progress.isEmpty());
}

void TestClientFigures::vitalsAreAsOldAsTheServersClockSays() {
  ScriptedStation station(optionsFor({kAnna}));
  station.startLive({kAnna});
  station.pass(1s);
  const auto beat = station.commands().back().id;
  const auto measuredAt = station.clock().steadyNow() - 10s;
  const auto serversTime = [&] { return station.clock().wallNow() + 1h; };
  const Vitals vitals{kAnna, serversTime() - 10s, {{mdc::kHeartRate, Unit::BeatPerMinute, 72.0}}};
  station.send(protocol::encodeVitalsEntry(vitals));
  auto mail = station.client().mailbox()->take();
  QCOMPARE(mail.vitals.size(), std::size_t(1));
  QVERIFY2(mail.vitals[0].asOf == mail.vitals[0].receivedAt - 3s, "not new, since nobody knows");

  station.clock().advance(30ms);
  station.send(protocol::encodeCommandResult({beat, CommandOutcome::Ok, {}, {}, serversTime()}));
  mail = station.client().mailbox()->take();
  QCOMPARE(mail.vitals.size(), std::size_t(1));
  QVERIFY(mail.vitals[0].asOf <= measuredAt && mail.vitals[0].asOf > measuredAt - 40ms);
}

void TestClientFigures::lostMessagesAreCounted() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy measured(&station.client(), &MonitorClient::linkMeasured);
  station.startLive({kAnna});
  station.skipMessage();
  station.skipMessage();
  station.send(protocol::encodeHeartbeat({}));
  station.pass(1s);
  QCOMPARE(lastOf(measured).lostMessages, std::uint64_t(2));
}

void TestClientFigures::resentCommandsAreCounted() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy measured(&station.client(), &MonitorClient::linkMeasured);
  station.startLive({kAnna});
  station.writer().acknowledge(kAlarm);
  station.end(absl::UnavailableError("gone"));
  station.writer().acknowledge(AlertId::fromName("while it was gone"));
  station.passBackoff();
  station.pass(1s);
  QCOMPARE(lastOf(measured).resentCommands, std::uint64_t(1));
  station.end(absl::UnavailableError("gone"));
  station.passBackoff();
  station.pass(1s);
  QCOMPARE(lastOf(measured).resentCommands, std::uint64_t(3));
}

void TestClientFigures::logsEachChangeAndEachMinute() {
  const auto before = qInstallMessageHandler(keepLinkLines);
  {
    ScriptedStation station(optionsFor({kAnna}));
    station.startLive({kAnna});
    const auto changes = logged.size();
    for (int second = 0; second < 130; ++second) {
      station.send(protocol::encodeHeartbeat({}));
      station.pass(1s);
    }
    QCOMPARE(logged.size() - changes, 2);
    QVERIFY2(logged.last().startsWith(QLatin1String("Live monitor:50051 vitals")),
             qPrintable(logged.last()));
    QCOMPARE(changes, 3);  // Connecting, Syncing, Live
    QVERIFY(logged[2].startsWith(QLatin1String("Syncing -> Live")));
  }
  qInstallMessageHandler(before);
}

QTEST_GUILESS_MAIN(TestClientFigures)
#include "tst_client_figures.moc"
