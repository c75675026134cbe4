// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "protocol/plain_encoder.h"
#include "session/scripted_station.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace std::chrono_literals;
using session::LinkState;
using session::MonitorClient;

Q_DECLARE_METATYPE(absl::StatusCode)

/// Losing the server, waiting, coming back, and silence.
class TestClientRecovery : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void comesBackAfterTheServerWent();
  void waitsLongerUntilDataArrive();
  void comesBackAfterEveryPassingEnd_data();
  void comesBackAfterEveryPassingEnd();
  void stopsAfterAPermanentRefusal_data();
  void stopsAfterAPermanentRefusal();
  void givesUpOnAServerThatDoesNotAnswer();
  void resumesWithItsCursors();
  void keepsTheOldCursorUntilTheSnapshotIsComplete();
  void fetchesEverythingAgainAfterALoss();
  void survivesAFailureInTheMiddleOfWrites();
  void marksSilenceAsStaleAndRecovers();
  void leavesASilentExtendedServer();
  void bearsFifteenSilentSecondsOfAPlainServer();
  void ignoresJumpsOfTheWallClock();
};

void TestClientRecovery::comesBackAfterTheServerWent() {
  ScriptedStation station(optionsFor({kAnna}));
  station.startLive({kAnna});
  station.end(absl::UnavailableError("Socket closed"));
  const auto status = station.status();
  QCOMPARE(status.state, LinkState::Backoff);
  QCOMPARE(status.attempt, 1);
  QVERIFY(status.retryIn && *status.retryIn <= 250ms);
  QVERIFY(status.sentence.contains(QLatin1String("Socket closed")));
  QVERIFY(status.sentence.contains(QLatin1String("not current")));
  station.pass(*status.retryIn - 1ms);
  QCOMPARE(station.transport().opened(), std::size_t(1));
  station.pass(1ms);
  QCOMPARE(station.transport().opened(), std::size_t(2));
  QCOMPARE(station.state(), LinkState::Connecting);
  station.bringLive({kAnna});
  QCOMPARE(station.state(), LinkState::Live);
  QCOMPARE(station.status().attempt, 0);
  QCOMPARE(station.channels(), std::size_t(1));
}

void TestClientRecovery::waitsLongerUntilDataArrive() {
  ScriptedStation station(optionsFor({kAnna}));
  station.start();
  auto bound = 250ms;
  auto longest = 0ms;
  for (int attempt = 1; attempt <= 12; ++attempt) {
    station.stream().greet(extendedServer());  // a connection alone resets nothing
    station.end(absl::UnavailableError("gone"));
    QCOMPARE(station.status().attempt, attempt);
    QVERIFY(*station.status().retryIn <= bound);
    longest = std::max(longest, *station.status().retryIn);
    bound = std::min(2 * bound, 4000ms);
    station.passBackoff();
  }
  QVERIFY2(longest > 500ms, "The back-off does not grow.");
  station.bringLive({kAnna});
  station.end(absl::UnavailableError("gone"));
  QVERIFY(*station.status().retryIn <= 250ms);
}

void TestClientRecovery::comesBackAfterEveryPassingEnd_data() {
  QTest::addColumn<absl::StatusCode>("code");
  QTest::newRow("OK that nobody asked for") << absl::StatusCode::kOk;
  QTest::newRow("UNAVAILABLE") << absl::StatusCode::kUnavailable;
  QTest::newRow("INTERNAL") << absl::StatusCode::kInternal;
  QTest::newRow("UNKNOWN") << absl::StatusCode::kUnknown;
  QTest::newRow("RESOURCE_EXHAUSTED") << absl::StatusCode::kResourceExhausted;
  QTest::newRow("CANCELLED, not by us") << absl::StatusCode::kCancelled;
  QTest::newRow("DEADLINE_EXCEEDED") << absl::StatusCode::kDeadlineExceeded;
}

void TestClientRecovery::comesBackAfterEveryPassingEnd() {
  QFETCH(absl::StatusCode, code);
  ScriptedStation station(optionsFor({kAnna}));
  station.startLive({kAnna});
  station.end(absl::Status(code, "because"));
  QCOMPARE(station.state(), LinkState::Backoff);
  QVERIFY(!station.status().permanent);
  station.passBackoff();
  QCOMPARE(station.transport().opened(), std::size_t(2));
}

void TestClientRecovery::stopsAfterAPermanentRefusal_data() {
  QTest::addColumn<absl::StatusCode>("code");
  QTest::newRow("PERMISSION_DENIED") << absl::StatusCode::kPermissionDenied;
  QTest::newRow("INVALID_ARGUMENT") << absl::StatusCode::kInvalidArgument;
  QTest::newRow("UNIMPLEMENTED") << absl::StatusCode::kUnimplemented;
  QTest::newRow("FAILED_PRECONDITION") << absl::StatusCode::kFailedPrecondition;
  QTest::newRow("UNAUTHENTICATED") << absl::StatusCode::kUnauthenticated;
}

void TestClientRecovery::stopsAfterAPermanentRefusal() {
  QFETCH(absl::StatusCode, code);
  ScriptedStation station(optionsFor({kAnna}));
  station.start();
  station.end(absl::Status(code, "station not registered"));
  QCOMPARE(station.state(), LinkState::Disconnected);
  QVERIFY(station.status().permanent);
  QVERIFY(station.status().sentence.contains(QLatin1String("station not registered")));
  station.pass(1h);
  QCOMPARE(station.transport().opened(), std::size_t(1));
  station.client().retryNow();
  QCOMPARE(station.transport().opened(), std::size_t(2));
  QVERIFY(!station.status().permanent);
}

void TestClientRecovery::givesUpOnAServerThatDoesNotAnswer() {
  ScriptedStation station(optionsFor({kAnna}));
  auto& stream = station.start();
  station.pass(2900ms);
  QCOMPARE(stream.cancels(), 0);
  station.pass(100ms);
  QCOMPARE(stream.cancels(), 1);
  stream.greet(extendedServer());
  settle();
  QVERIFY2(station.state() == LinkState::Connecting, "A greeting that comes too late is no link.");
  station.end(absl::CancelledError());
  QCOMPARE(station.state(), LinkState::Backoff);
  QVERIFY(station.status().sentence.contains(QLatin1String("does not answer")));
}

void TestClientRecovery::resumesWithItsCursors() {
  ScriptedStation station(optionsFor({kAnna, kBela}));
  station.startLive({kAnna, kBela}, 40);
  station.send(protocol::encodeAlertEntry(alertOf(kAnna, 42)));
  station.end(absl::UnavailableError("gone"));
  station.passBackoff();
  auto subscribes = station.written<Subscribe>();
  QCOMPARE(subscribes.size(), std::size_t(2));
  std::ranges::sort(subscribes, {}, [](const auto& one) { return one.cursor->revision; });
  QCOMPARE(subscribes[0], (Subscribe{kBela, Cursor{kEpoch, 40}}));
  QCOMPARE(subscribes[1], (Subscribe{kAnna, Cursor{kEpoch, 42}}));
}

void TestClientRecovery::keepsTheOldCursorUntilTheSnapshotIsComplete() {
  ScriptedStation station(optionsFor({kAnna}));
  station.startLive({kAnna}, 40);
  station.end(absl::UnavailableError("gone"));
  station.passBackoff();
  station.bringLive({});
  station.send(protocol::encodeAlertEntry(alertOf(kAnna, 50)));  // the replay's last, out of order
  station.end(absl::UnavailableError("gone again"));
  station.passBackoff();
  QCOMPARE(station.written<Subscribe>(), std::vector<Subscribe>({{kAnna, Cursor{kEpoch, 40}}}));
}

void TestClientRecovery::fetchesEverythingAgainAfterALoss() {
  ScriptedStation station(optionsFor({kAnna}));
  QSignalSpy notices(&station.client(), &MonitorClient::noticeReceived);
  QSignalSpy alerts(&station.client(), &MonitorClient::alertReceived);
  auto& stream = station.startLive({kAnna}, 40);
  station.skipMessage();
  station.send(protocol::encodeAlertEntry(alertOf(kAnna, 42)));
  QCOMPARE(stream.cancels(), 1);
  QCOMPARE(notices.size(), 1);
  QVERIFY2(alerts.isEmpty(), "What follows a loss comes again with the snapshot.");
  station.end(absl::CancelledError());
  QCOMPARE(station.state(), LinkState::Backoff);
  station.passBackoff();
  QCOMPARE(station.written<Subscribe>(), std::vector<Subscribe>({{kAnna, std::nullopt}}));
}

void TestClientRecovery::survivesAFailureInTheMiddleOfWrites() {
  ScriptedStation station(optionsFor({kAnna, kBela}));
  auto& first = station.start();
  QVERIFY(first.finishWrite(false));
  station.writer().acknowledge(kAlarm);
  station.writer().unwatch(kBela);
  station.end(absl::UnavailableError("broken pipe"));
  QCOMPARE(first.writes().size(), std::size_t(1));
  QCOMPARE(first.misuse(), std::string());
  station.passBackoff();
  QCOMPARE(station.written<Subscribe>(), std::vector<Subscribe>({{kAnna, {}}}));
  QCOMPARE(station.written<Acknowledge>(), std::vector<Acknowledge>({{kAlarm}}));
  QCOMPARE(station.stream().misuse(), std::string());
}

void TestClientRecovery::marksSilenceAsStaleAndRecovers() {
  ScriptedStation station(optionsFor({kAnna}));
  station.startLive({kAnna});
  station.pass(2900ms);
  QCOMPARE(station.state(), LinkState::Live);
  station.pass(100ms);
  QCOMPARE(station.state(), LinkState::Stale);
  QVERIFY(station.status().sentence.contains(QLatin1String("bedside")));
  station.send(protocol::encodeHeartbeat({}));
  station.pass(50ms);
  QCOMPARE(station.state(), LinkState::Live);
}

void TestClientRecovery::leavesASilentExtendedServer() {
  ScriptedStation station(optionsFor({kAnna}));
  auto& stream = station.startLive({kAnna});
  station.pass(3s);
  QCOMPARE(stream.cancels(), 0);
  station.pass(2s);
  QCOMPARE(stream.cancels(), 1);
  station.end(absl::CancelledError());
  QCOMPARE(station.state(), LinkState::Backoff);
  QVERIFY(station.status().sentence.contains(QLatin1String("fallen silent")));
  station.passBackoff();
  QCOMPARE(station.transport().opened(), std::size_t(2));
  QCOMPARE(station.channels(), std::size_t(2));
}

void TestClientRecovery::bearsFifteenSilentSecondsOfAPlainServer() {
  ScriptedStation station(optionsFor({kAnna}));
  auto& stream = station.start();
  station.transport().answer(absl::UnimplementedError(""));
  stream.greet({});
  stream.deliver(protocol::encodePlainVitals({kAnna, {}, {}}, protocol::JsonStyle::Camel));
  settle();
  station.pass(15s);
  QCOMPARE(station.state(), LinkState::Live);
  station.pass(3s);
  QCOMPARE(station.state(), LinkState::Stale);
  QCOMPARE(stream.cancels(), 0);
  station.pass(17s);
  QCOMPARE(stream.cancels(), 1);
}

void TestClientRecovery::ignoresJumpsOfTheWallClock() {
  ScriptedStation station(optionsFor({kAnna}));
  auto& stream = station.startLive({kAnna});
  station.clock().jumpWall(1h);
  station.pass(50ms);
  station.clock().jumpWall(-2h);
  station.pass(50ms);
  QCOMPARE(station.state(), LinkState::Live);
  QCOMPARE(stream.cancels(), 0);
}

QTEST_GUILESS_MAIN(TestClientRecovery)
#include "tst_client_recovery.moc"
