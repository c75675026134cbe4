// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTest>
#include <thread>

#include "session/client_thread.h"
#include "session/scripted_station.h"
#include "support/queued_values.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace std::chrono_literals;
using session::ClientThread;
using session::LinkState;
using session::MonitorClient;

namespace {
session::ClientOptions threadOptions(std::vector<PatientId> patients,
                                     const std::shared_ptr<FakeTransport>& transport) {
  auto options = optionsFor(std::move(patients));
  options.times.tick = 5ms;
  options.transport = [transport](const std::string&) { return transport; };
  return options;
}

/// The first stream once it is started, or null when patience ends.
std::shared_ptr<FakeStream> awaitStream(FakeTransport& transport) {
  const auto isStarted = [&] { return transport.opened() > 0 && transport.stream(0)->isStarted(); };
  return QTest::qWaitFor(isStarted, 5000) ? transport.stream(0) : nullptr;
}

/// Plays a server that takes every request and finishes after the half-close.
void serveUntilClosed(FakeStream& stream) {
  while (stream.awaitWrite()) stream.finishWrite();
  stream.end(absl::OkStatus());
}
}  // namespace

/// The client in its thread: signals reach the owner's thread, and the end is bounded.
class TestClientThread : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void signalsArriveInTheOwnersThread();
  void destructionDrainsAndFinishes();
  void destructionIsBoundedWhenTheServerHangs();
  void destructionBeforeStart();
  void destructionDuringBackoff();
  void lateEventsFindNobody();
};

void TestClientThread::signalsArriveInTheOwnersThread() {
  const auto transport = std::make_shared<FakeTransport>();
  std::jthread library;  // ends after the client has half-closed
  ClientThread client(threadOptions({kAnna}, transport));
  QThread* seenIn = nullptr;
  connect(&client.client(), &MonitorClient::snapshotEnded, this,
          [&] { seenIn = QThread::currentThread(); });
  client.start();
  const auto stream = awaitStream(*transport);
  QVERIFY(stream);
  library = std::jthread([stream] {
    stream->greet(extendedServer());
    stream->deliver(protocol::encodeHead(kEpoch, 1) +
                    protocol::encodeSnapshotEnd({kAnna, {kEpoch, 1}, true}));
    serveUntilClosed(*stream);
  });
  QTRY_COMPARE(seenIn, QThread::currentThread());
}

void TestClientThread::destructionDrainsAndFinishes() {
  const auto transport = std::make_shared<FakeTransport>();
  auto client = std::make_unique<ClientThread>(threadOptions({kAnna, kBela}, transport));
  client->start();
  const auto stream = awaitStream(*transport);
  QVERIFY(stream);
  const auto writer = client->writer();
  for (int count = 0; count < 100; ++count) writer.acknowledge(AlertId::random());
  const std::jthread library([stream] { serveUntilClosed(*stream); });
  client.reset();
  QVERIFY(stream->isHalfClosed());
  QCOMPARE(stream->writes().size(), std::size_t(102));
  QCOMPARE(stream->cancels(), 0);
  QCOMPARE(stream->misuse(), std::string());
}

void TestClientThread::destructionIsBoundedWhenTheServerHangs() {
  const auto transport = std::make_shared<FakeTransport>();
  auto client = std::make_unique<ClientThread>(threadOptions({kAnna, kBela}, transport));
  client->start();
  const auto stream = awaitStream(*transport);
  QVERIFY(stream && stream->awaitWrite());
  const auto writer = client->writer();
  for (int count = 0; count < 100; ++count) writer.acknowledge(AlertId::random());
  QElapsedTimer time;
  time.start();
  client.reset();
  QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
  QVERIFY(stream->cancels() > 0);
  QVERIFY(stream->isWriting());
}

void TestClientThread::destructionBeforeStart() {
  const auto transport = std::make_shared<FakeTransport>();
  QElapsedTimer time;
  time.start();
  { const ClientThread client(threadOptions({kAnna}, transport)); }
  QCOMPARE(transport->opened(), std::size_t(0));
  QVERIFY(time.elapsed() < 500);
}

void TestClientThread::destructionDuringBackoff() {
  const auto transport = std::make_shared<FakeTransport>();
  const auto standingClock = std::make_shared<ManualClock>();
  auto client = std::make_unique<ClientThread>(threadOptions({kAnna}, transport), standingClock);
  const QueuedValues statuses(client->client(), &MonitorClient::statusChanged);
  client->start();
  const auto stream = awaitStream(*transport);
  QVERIFY(stream);
  stream->end(absl::UnavailableError("gone"));
  QTRY_VERIFY(!statuses.isEmpty() && statuses.last().state == LinkState::Backoff);
  QElapsedTimer time;
  time.start();
  client.reset();
  QVERIFY(time.elapsed() < 500);
}

void TestClientThread::lateEventsFindNobody() {
  const auto transport = std::make_shared<FakeTransport>();
  auto client = std::make_unique<ClientThread>(threadOptions({kAnna}, transport));
  const QueuedValues alerts(client->client(), &MonitorClient::alertReceived);
  client->start();
  const auto stream = awaitStream(*transport);
  QVERIFY(stream);
  const auto writer = client->writer();
  client.reset();
  stream->deliver(protocol::encodeHead(kEpoch, 1) + protocol::encodeAlertEntry(alertOf(kAnna, 1)));
  transport->answer(absl::UnavailableError("too late"));
  writer.acknowledge(kAlarm);
  stream->end(absl::OkStatus());
  settle();
  QVERIFY(alerts.isEmpty());
}

QTEST_GUILESS_MAIN(TestClientThread)
#include "tst_client_thread.moc"
