// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <set>

#include "protocol/directory_codec.h"
#include "session/scripted_station.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace std::chrono_literals;
using session::LinkState;
using session::MonitorClient;

Q_DECLARE_METATYPE(absl::StatusCode)

namespace {
const std::vector<std::string> kServers{"a:1", "b:2", "c:3"};

session::ClientOptions options(const std::vector<std::string>& servers = kServers) {
  auto options = optionsFor({kAnna});
  options.servers = servers;
  return options;
}

/// The server goes on until it counts as one that serves well.
void serveWell(ScriptedStation& station) {
  for (int second = 0; second < 6; ++second) {
    station.send(protocol::encodeHeartbeat({}));
    station.pass(1s);
  }
  QCOMPARE(station.state(), LinkState::Live);
}

absl::Status gone() {
  return absl::UnavailableError("Connection refused");
}
}  // namespace

/// One installation with several servers: which one is asked, when, and what it is told.
class TestFailover : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void asksTheOthersAtOnceAndWaitsAfterTheRound();
  void leavesAServerThatIsGone();
  void leavesAServerThatIsSilent();
  void leavesAServerThatDoesNotAnswer();
  void tellsTheOtherServerWhereItStoppedAndWhatIsOpen();
  void comesBackSoonToAServerThatFoundItTooSlow();
  void leavesAServerThatIsOverloadedAgain();
  void serversThatDieYoungAreNotHammered();
  void aRefusalLeavesTheOthers_data();
  void aRefusalLeavesTheOthers();
  void stopsWhenAllRefuse();
  void asksARefuserAgainWhenAnotherHasServed();
  void takesNoServersListForAnothers();
  void aNewServerIsNotKnownToBeExtended();
};

void TestFailover::asksTheOthersAtOnceAndWaitsAfterTheRound() {
  ScriptedStation station(options());
  station.start();
  for (const std::size_t asked : {1U, 2U}) {
    QCOMPARE(station.asked().size(), asked);
    station.end(gone());
    QCOMPARE(station.state(), LinkState::Connecting);
    QVERIFY(station.status().sentence.contains(QLatin1String("instead. The values shown are not")));
  }
  station.end(gone());
  QCOMPARE(station.state(), LinkState::Backoff);
  QCOMPARE(station.status().attempt, 3);
  QVERIFY(station.status().sentence.contains(QLatin1String("any of 3 servers")));
  QCOMPARE(std::set(station.asked().begin(), station.asked().end()).size(), std::size_t(3));
  station.pass(*station.status().retryIn);
  QCOMPARE(station.asked().size(), std::size_t(4));
  QCOMPARE(station.asked()[3], station.asked()[0]);
}

void TestFailover::leavesAServerThatIsGone() {
  ScriptedStation station(options());
  station.startLive({kAnna});
  const auto first = station.status().server;
  station.end(gone());
  QCOMPARE(station.state(), LinkState::Connecting);
  QVERIFY(station.status().server != first);
  QVERIFY2(!station.status().retryIn, "There is another server: nothing to wait for.");
  station.bringLive({kAnna});
  QCOMPARE(station.state(), LinkState::Live);
  QCOMPARE(station.status().attempt, 0);
}

void TestFailover::leavesAServerThatIsSilent() {
  ScriptedStation station(options());
  auto& stream = station.startLive({kAnna});
  const auto first = station.status().server;
  station.pass(3s);
  QCOMPARE(station.state(), LinkState::Stale);
  station.pass(1s);
  QCOMPARE(stream.cancels(), 1);
  station.end(absl::CancelledError());
  QCOMPARE(station.state(), LinkState::Connecting);
  QVERIFY(station.status().server != first);
  QVERIFY(station.status().sentence.contains(QLatin1String("fallen silent")));
}

void TestFailover::leavesAServerThatDoesNotAnswer() {
  ScriptedStation station(options());
  auto& stream = station.start();
  station.pass(3s);
  QCOMPARE(stream.cancels(), 1);
  station.end(absl::CancelledError());
  QCOMPARE(station.state(), LinkState::Connecting);
  QCOMPARE(station.asked().size(), std::size_t(2));
}

void TestFailover::tellsTheOtherServerWhereItStoppedAndWhatIsOpen() {
  ScriptedStation station(options());
  station.startLive({kAnna}, 40);
  const auto command = station.writer().acknowledge(kAlarm);
  station.end(gone());
  station.stream().finishAllWrites();
  QCOMPARE(station.written<Subscribe>(), std::vector<Subscribe>({{kAnna, Cursor{kEpoch, 40}}}));
  const auto commands = station.commands();
  QVERIFY2(std::ranges::find(commands, command, &Command::id) != commands.end(),
           "The acknowledge is not sent again under its id.");
}

void TestFailover::comesBackSoonToAServerThatFoundItTooSlow() {
  ScriptedStation station(options());
  station.startLive({kAnna}, 40);
  serveWell(station);
  station.end(absl::ResourceExhaustedError("the station does not read"));
  QCOMPARE(station.state(), LinkState::Backoff);
  QVERIFY(*station.status().retryIn <= 250ms);
  station.pass(250ms);
  QCOMPARE(station.transport().opened(), std::size_t(2));
  QCOMPARE(station.asked().size(), std::size_t(1));
  QCOMPARE(station.written<Subscribe>(), std::vector<Subscribe>({{kAnna, Cursor{kEpoch, 40}}}));
}

void TestFailover::leavesAServerThatIsOverloadedAgain() {
  ScriptedStation station(options());
  station.startLive({kAnna});
  station.end(absl::ResourceExhaustedError("too many stations"));
  QCOMPARE(station.state(), LinkState::Connecting);
  QCOMPARE(station.asked().size(), std::size_t(2));
}

void TestFailover::serversThatDieYoungAreNotHammered() {
  ScriptedStation station(options());
  station.start();
  for (int server = 0; server < 3; ++server) {
    station.bringLive({kAnna});
    QCOMPARE(station.state(), LinkState::Live);
    station.end(gone());
  }
  QCOMPARE(station.state(), LinkState::Backoff);
}

void TestFailover::aRefusalLeavesTheOthers_data() {
  QTest::addColumn<absl::StatusCode>("code");
  for (const auto code : {absl::StatusCode::kPermissionDenied, absl::StatusCode::kInvalidArgument,
                          absl::StatusCode::kUnimplemented, absl::StatusCode::kFailedPrecondition,
                          absl::StatusCode::kUnauthenticated})
    QTest::newRow(absl::StatusCodeToString(code).c_str()) << code;
}

void TestFailover::aRefusalLeavesTheOthers() {
  QFETCH(absl::StatusCode, code);
  ScriptedStation station(options());
  station.start();
  station.end(absl::Status(code, "not here"));
  QCOMPARE(station.state(), LinkState::Connecting);
  QVERIFY(station.status().sentence.contains(QLatin1String("not here")));
  station.end(gone());
  station.end(gone());
  for (int round = 0; round < 3; ++round) {
    QCOMPARE(station.state(), LinkState::Backoff);
    station.passBackoff();
    station.end(gone());
    station.end(gone());
  }
  QCOMPARE(std::ranges::count(station.asked(), station.asked()[0]), 1);
}

void TestFailover::stopsWhenAllRefuse() {
  ScriptedStation station(options());
  station.start();
  for (int server = 0; server < 3; ++server)
    station.end(absl::PermissionDeniedError("not registered"));
  QCOMPARE(station.state(), LinkState::Disconnected);
  QVERIFY(station.status().permanent);
  QVERIFY(station.status().sentence.contains(QLatin1String("2 other servers refused")));
  station.pass(1h);
  QCOMPARE(station.transport().opened(), std::size_t(3));
  station.client().retryNow();
  QCOMPARE(station.transport().opened(), std::size_t(4));
  station.end(absl::PermissionDeniedError("not registered"));
  QVERIFY2(station.state() == LinkState::Connecting, "The user's wish counts for all servers.");
}

void TestFailover::asksARefuserAgainWhenAnotherHasServed() {
  ScriptedStation station(options({"a:1", "b:2"}));
  station.start();
  station.end(absl::PermissionDeniedError("not yet"));
  station.bringLive({kAnna});
  serveWell(station);
  station.end(gone());
  QCOMPARE(station.asked().size(), std::size_t(3));
  QCOMPARE(station.asked()[2], station.asked()[0]);
}

void TestFailover::takesNoServersListForAnothers() {
  ScriptedStation station(options());
  QSignalSpy lists(&station.client(), &MonitorClient::patientsListed);
  station.start();
  station.end(gone());
  station.stream().greet(extendedServer());
  const std::vector<Patient> ward{{kAnna, "Anna", "Bed 1", AgeGroup::Adult, {}, {}}};
  QVERIFY(station.transport().answer(protocol::encodeDirectory(ward)));  // of the first
  settle();
  QCOMPARE(lists.size(), 0);
  QVERIFY(station.transport().answer(protocol::encodeDirectory(ward)));
  settle();
  QCOMPARE(lists.size(), 1);
}

void TestFailover::aNewServerIsNotKnownToBeExtended() {
  ScriptedStation station(options());
  station.startLive({kAnna});
  QVERIFY(station.status().extended);
  station.end(gone());
  QVERIFY(!station.status().extended);
  station.stream().finishAllWrites();
  settle();
  station.pass(10s);
  QVERIFY2(station.state() == LinkState::Syncing, "A plain server may be silent for 15 s.");
}

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
