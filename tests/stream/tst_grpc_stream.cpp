// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <future>

#include "stream/echo_server.h"
#include "stream/transport.h"
#include "support/recording_observer.h"

using namespace vitalwall;
using namespace std::chrono_literals;
using test::EchoServer;
using test::RecordingObserver;

namespace {
/// One started call against a server.
struct Running {
  std::shared_ptr<RecordingObserver> observer = std::make_shared<RecordingObserver>();
  std::shared_ptr<stream::MonitorStream> stream;
};

Running run(stream::Transport& transport, const std::string& behaviour,
            const stream::Metadata& metadata = {}) {
  Running call;
  call.stream = transport.openStream("/Test/" + behaviour, metadata);
  call.stream->start(call.observer);
  return call;
}

/// A loopback port on which nobody listens any more.
std::string deadTarget() {
  EchoServer server;
  server.shutDown(0ms);
  return server.target();
}

/// Makes one unary call and waits for its outcome.
absl::StatusOr<std::string> ask(stream::Transport& transport, const std::string& behaviour,
                                const std::string& request, std::chrono::milliseconds deadline) {
  std::promise<absl::StatusOr<std::string>> promise;
  auto answer = promise.get_future();
  transport.callUnary("/Test/" + behaviour, request, deadline,
                      [&](absl::StatusOr<std::string> bytes) { promise.set_value(bytes); });
  return answer.get();
}
}  // namespace

class TestGrpcStream : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void echoesAndEndsAfterHalfClose();
  void readsOnAfterHalfClose();
  void metadataComesBeforeMessages();
  void tellsTheServersRefusal();
  void tellsTheServersCancel();
  void cancelsAStreamThatIsSilent();
  void cancelBeforeStartEndsItAtOnce();
  void endsOnceWhenTheServerGoes();
  void endsWhenNobodyListens();
  void takesLargeMessages_data();
  void takesLargeMessages();
  void writesAndClosesAfterTheEndAreHarmless();
  void runsOnWithoutAHandle();
  void survivesManyStartsAndStops();
  void transportEndsItsCallsBeforeItGoes();
  void streamOfAGoneTransportEndsAtOnce();
  void unaryAnswers();
  void unaryKeepsItsDeadline();
};

void TestGrpcStream::echoesAndEndsAfterHalfClose() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  const auto call = run(*transport, "Echo");
  for (std::size_t number = 1; number <= 3; ++number) {
    call.stream->write("message " + std::to_string(number));
    QVERIFY(call.observer->awaitWrites(number));
  }
  QVERIFY(call.observer->awaitMessages(3));
  call.stream->halfClose();
  QVERIFY(call.observer->awaitDone().ok());
  QCOMPARE(call.observer->messages(),
           (std::vector<std::string>{"message 1", "message 2", "message 3"}));
  QCOMPARE(call.observer->written(), (std::vector<bool>{true, true, true}));
}

void TestGrpcStream::readsOnAfterHalfClose() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  const auto call = run(*transport, "Afterwards");
  call.stream->halfClose();
  QVERIFY(call.observer->awaitDone().ok());
  QCOMPARE(call.observer->messages(), std::vector<std::string>(3, "afterwards"));
}

void TestGrpcStream::metadataComesBeforeMessages() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  for (int round = 0; round < 50; ++round) {
    const auto call = run(*transport, "Echo", {{"station", "ICU-1"}});
    call.stream->write("x");
    QVERIFY(call.observer->awaitMessages(1));
    call.stream->halfClose();
    QVERIFY(call.observer->awaitDone().ok());
    const auto metadata = call.observer->metadata();
    QVERIFY(metadata && metadata->contains("behaviour"));
    QCOMPARE(metadata->find("behaviour")->second, std::string("Echo"));
    QVERIFY(!call.observer->messageCameFirst());
  }
}

void TestGrpcStream::tellsTheServersRefusal() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  const auto call = run(*transport, "Refuse");
  call.stream->write("please");
  const auto status = call.observer->awaitDone();
  QCOMPARE(status.code(), absl::StatusCode::kPermissionDenied);
  QCOMPARE(std::string(status.message()), std::string("not for you"));
}

void TestGrpcStream::tellsTheServersCancel() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  const auto call = run(*transport, "Abort");
  call.stream->write("please");
  QCOMPARE(call.observer->awaitDone().code(), absl::StatusCode::kCancelled);
}

void TestGrpcStream::cancelsAStreamThatIsSilent() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  const auto call = run(*transport, "Silent");
  call.stream->write("hello?");
  QVERIFY(call.observer->awaitWrites(1));
  call.stream->cancel();
  call.stream->cancel();
  QCOMPARE(call.observer->awaitDone().code(), absl::StatusCode::kCancelled);
}

void TestGrpcStream::cancelBeforeStartEndsItAtOnce() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  const auto stream = transport->openStream("/Test/Silent", {});
  const auto observer = std::make_shared<RecordingObserver>();
  stream->cancel();
  stream->start(observer);
  QCOMPARE(observer->awaitDone().code(), absl::StatusCode::kCancelled);
}

void TestGrpcStream::endsOnceWhenTheServerGoes() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  const auto call = run(*transport, "Echo");
  call.stream->write("x");
  QVERIFY(call.observer->awaitMessages(1));
  server.shutDown(0ms);
  QCOMPARE(call.observer->awaitDone().code(), absl::StatusCode::kUnavailable);
  QCOMPARE(call.observer->ends(), 1);
}

void TestGrpcStream::endsWhenNobodyListens() {
  const auto transport = stream::makeGrpcTransport(deadTarget());
  const auto call = run(*transport, "Echo");
  call.stream->write("x");
  QCOMPARE(call.observer->awaitDone().code(), absl::StatusCode::kUnavailable);
  QCOMPARE(call.observer->written(), std::vector<bool>{false});
  QVERIFY2(!call.observer->metadata(), "A server that was never reached has no metadata.");
}

void TestGrpcStream::takesLargeMessages_data() {
  QTest::addColumn<int>("bytes");
  QTest::addColumn<bool>("arrives");
  QTest::newRow("5 MB, beyond gRPC's default") << 5'000'000 << true;
  QTest::newRow("beyond the station's limit") << 17 * 1024 * 1024 << false;
}

void TestGrpcStream::takesLargeMessages() {
  QFETCH(int, bytes);
  QFETCH(bool, arrives);
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  const auto call = run(*transport, "Large");
  call.stream->write(std::to_string(bytes));
  if (arrives) {
    QVERIFY(call.observer->awaitMessages(1));
    QCOMPARE(call.observer->messages().front().size(), std::size_t(bytes));
    call.stream->halfClose();
    QVERIFY(call.observer->awaitDone().ok());
  } else {
    QCOMPARE(call.observer->awaitDone().code(), absl::StatusCode::kResourceExhausted);
    QVERIFY(call.observer->messages().empty());
  }
}

void TestGrpcStream::writesAndClosesAfterTheEndAreHarmless() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  const auto call = run(*transport, "Refuse");
  call.stream->write("please");
  QVERIFY(!call.observer->awaitDone().ok());
  call.stream->write("really");
  call.stream->halfClose();
  call.stream->cancel();
  QCOMPARE(call.observer->ends(), 1);
}

void TestGrpcStream::runsOnWithoutAHandle() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  auto call = run(*transport, "Afterwards");
  call.stream->halfClose();
  call.stream.reset();
  QVERIFY(call.observer->awaitDone().ok());
  QCOMPARE(call.observer->messages().size(), std::size_t(3));
}

void TestGrpcStream::survivesManyStartsAndStops() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  for (int cycle = 0; cycle < 200; ++cycle) {
    auto call = run(*transport, cycle % 2 ? "Echo" : "Silent");
    call.stream->write("x");
    if (cycle % 3 == 0) QVERIFY(call.observer->awaitWrites(1));
    call.stream->cancel();
    if (cycle % 5 == 0) call.stream.reset();
    QCOMPARE(call.observer->awaitDone().code(), absl::StatusCode::kCancelled);
  }
}

void TestGrpcStream::transportEndsItsCallsBeforeItGoes() {
  EchoServer server;
  for (int round = 0; round < 50; ++round) {
    auto transport = stream::makeGrpcTransport(server.target());
    const auto first = run(*transport, "Silent");
    const auto second = run(*transport, "Echo");
    second.stream->write("x");
    transport.reset();
    QCOMPARE(first.observer->ends(), 1);
    QCOMPARE(second.observer->ends(), 1);
  }
}

void TestGrpcStream::streamOfAGoneTransportEndsAtOnce() {
  auto transport = stream::makeGrpcTransport(deadTarget());
  const auto stream = transport->openStream("/Test/Echo", {});
  const auto observer = std::make_shared<RecordingObserver>();
  transport.reset();
  stream->start(observer);
  QCOMPARE(observer->ends(), 1);
  QCOMPARE(observer->awaitDone().code(), absl::StatusCode::kCancelled);
}

void TestGrpcStream::unaryAnswers() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  const auto answer = ask(*transport, "Echo", "who is there?", 10s);
  QVERIFY2(answer.ok(), answer.status().ToString().c_str());
  QCOMPARE(*answer, std::string("who is there?"));
  QCOMPARE(ask(*transport, "Refuse", "x", 10s).status().code(),
           absl::StatusCode::kPermissionDenied);
}

void TestGrpcStream::unaryKeepsItsDeadline() {
  EchoServer server;
  const auto transport = stream::makeGrpcTransport(server.target());
  const auto answer = ask(*transport, "Silent", "x", 100ms);
  QCOMPARE(answer.status().code(), absl::StatusCode::kDeadlineExceeded);
}

QTEST_APPLESS_MAIN(TestGrpcStream)
#include "tst_grpc_stream.moc"
