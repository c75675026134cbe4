// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <atomic>
#include <map>
#include <thread>

#include "stream/outbox.h"
#include "support/fake_stream.h"

using namespace vitalwall;
using test::FakeStream;

namespace {
/// Hands the completions to the outbox, as the session's observer does.
class OutboxObserver final : public stream::StreamObserver {
 public:
  explicit OutboxObserver(stream::Outbox& outbox) : m_outbox(outbox) {}
  void onMetadata(const stream::Metadata&) override {}
  void onMessage(std::string_view) override {}
  void onWritten(bool ok) override { m_outbox.onWritten(ok); }
  void onDone(const absl::Status&) override {}

 private:
  stream::Outbox& m_outbox;
};

std::shared_ptr<FakeStream> attachTo(stream::Outbox& outbox) {
  auto stream = std::make_shared<FakeStream>();
  stream->start(std::make_shared<OutboxObserver>(outbox));
  outbox.attach(stream);
  return stream;
}

/// Pushes "producer:0", "producer:1", ... and counts what was taken.
void produce(stream::Outbox& outbox, const std::string& producer, int count,
             std::atomic<int>& taken) {
  for (int number = 0; number < count; ++number)
    if (outbox.push(producer + ':' + std::to_string(number))) ++taken;
}

/// True if every producer's numbers rise within `messages`.
bool keepsEachOrder(const std::vector<std::string>& messages) {
  std::map<std::string, int> next;
  for (const auto& message : messages) {
    const auto colon = message.find(':');
    const int number = std::stoi(message.substr(colon + 1));
    auto& expected = next[message.substr(0, colon)];
    if (number < expected) return false;
    expected = number + 1;
  }
  return true;
}

using Texts = std::vector<std::string>;
}  // namespace

class TestOutbox : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void writesOneAtATimeInOrder();
  void drainsBeforeItCloses();
  void closesAtOnceWhenNothingWaits();
  void forgetsWhatWaitsAfterAFailedWrite();
  void refusesBeyondItsCapacity();
  void takesNothingWithoutAStream();
  void forgetsTheOldStreamsMessages();
  void saysWhenAllIsOnTheWire();
  void servesManyProducersWithOneWriter();
  void survivesReconnectionsUnderLoad();
};

void TestOutbox::writesOneAtATimeInOrder() {
  stream::Outbox outbox;
  const auto stream = attachTo(outbox);
  QVERIFY(outbox.push("a"));
  QVERIFY(outbox.push("b"));
  QVERIFY(outbox.push("c"));
  QCOMPARE(stream->writes(), Texts{"a"});
  QVERIFY(stream->finishWrite());
  QCOMPARE(stream->writes(), (Texts{"a", "b"}));
  stream->finishAllWrites();
  QCOMPARE(stream->writes(), (Texts{"a", "b", "c"}));
  QVERIFY(outbox.push("d"));
  QCOMPARE(stream->writes().back(), std::string("d"));
  QCOMPARE(stream->misuse(), std::string());
}

void TestOutbox::drainsBeforeItCloses() {
  stream::Outbox outbox;
  const auto stream = attachTo(outbox);
  QVERIFY(outbox.push("a"));
  QVERIFY(outbox.push("b"));
  outbox.drainAndClose();
  outbox.drainAndClose();
  QVERIFY(!outbox.push("too late"));
  QVERIFY(stream->finishWrite());
  QVERIFY(!stream->isHalfClosed());
  QVERIFY(stream->finishWrite());
  QVERIFY(stream->isHalfClosed());
  QCOMPARE(stream->writes(), (Texts{"a", "b"}));
  QCOMPARE(stream->misuse(), std::string());
}

void TestOutbox::closesAtOnceWhenNothingWaits() {
  stream::Outbox outbox;
  const auto stream = attachTo(outbox);
  outbox.drainAndClose();
  QVERIFY(stream->isHalfClosed());
}

void TestOutbox::forgetsWhatWaitsAfterAFailedWrite() {
  stream::Outbox outbox;
  const auto stream = attachTo(outbox);
  QVERIFY(outbox.push("a"));
  QVERIFY(outbox.push("b"));
  QVERIFY(stream->finishWrite(false));
  QCOMPARE(stream->writes(), Texts{"a"});
  QCOMPARE(outbox.waiting(), std::size_t(0));
  QVERIFY(!outbox.push("c"));
  QVERIFY(!outbox.hasWrittenAll());
  outbox.drainAndClose();
  QVERIFY(!stream->isHalfClosed());
}

void TestOutbox::refusesBeyondItsCapacity() {
  stream::Outbox outbox(2);
  const auto stream = attachTo(outbox);
  QVERIFY(outbox.push("in flight"));
  QVERIFY(outbox.push("first"));
  QVERIFY(outbox.push("second"));
  QVERIFY(!outbox.push("third"));
  QVERIFY(stream->finishWrite());
  QVERIFY(outbox.push("third"));
  stream->finishAllWrites();
  QCOMPARE(stream->writes(), (Texts{"in flight", "first", "second", "third"}));
}

void TestOutbox::takesNothingWithoutAStream() {
  stream::Outbox outbox;
  QVERIFY(!outbox.push("a"));
  const auto stream = attachTo(outbox);
  outbox.detach();
  QVERIFY(!outbox.push("b"));
  outbox.onWritten(true);
  QCOMPARE(stream->writes(), Texts{});
}

void TestOutbox::forgetsTheOldStreamsMessages() {
  stream::Outbox outbox;
  const auto first = attachTo(outbox);
  QVERIFY(outbox.push("a"));
  QVERIFY(outbox.push("b"));
  first->end(absl::UnavailableError("gone"));
  const auto second = attachTo(outbox);
  QVERIFY(outbox.push("c"));
  second->finishAllWrites();
  QCOMPARE(first->writes(), Texts{"a"});
  QCOMPARE(second->writes(), Texts{"c"});
}

void TestOutbox::saysWhenAllIsOnTheWire() {
  stream::Outbox outbox;
  QVERIFY(!outbox.hasWrittenAll());
  const auto stream = attachTo(outbox);
  QVERIFY(outbox.hasWrittenAll());
  QVERIFY(outbox.push("a"));
  QVERIFY(!outbox.hasWrittenAll());
  stream->finishAllWrites();
  QVERIFY(outbox.hasWrittenAll());
}

void TestOutbox::servesManyProducersWithOneWriter() {
  constexpr int kProducers = 8;
  constexpr int kMessages = 2000;
  stream::Outbox outbox(kProducers * kMessages);
  const auto stream = attachTo(outbox);
  std::thread library([&] {
    while (stream->awaitWrite()) stream->finishWrite();
  });
  std::atomic<int> taken = 0;
  std::vector<std::thread> producers;
  for (int number = 0; number < kProducers; ++number)
    producers.emplace_back(
        [&, name = std::to_string(number)] { produce(outbox, name, kMessages, taken); });
  for (auto& producer : producers) producer.join();
  outbox.drainAndClose();
  library.join();
  QCOMPARE(taken.load(), kProducers * kMessages);
  QCOMPARE(stream->writes().size(), std::size_t(kProducers * kMessages));
  QVERIFY(keepsEachOrder(stream->writes()));
  QCOMPARE(stream->misuse(), std::string());
}

void TestOutbox::survivesReconnectionsUnderLoad() {
  stream::Outbox outbox;
  std::atomic<bool> stop = false;
  std::atomic<int> taken = 0;
  std::vector<std::thread> producers;
  for (int number = 0; number < 4; ++number)
    producers.emplace_back([&, name = std::to_string(number)] {
      for (int round = 0; !stop; ++round)
        produce(outbox, name + '.' + std::to_string(round), 10, taken);
    });
  for (int reconnection = 0; reconnection < 200; ++reconnection) {
    const auto stream = attachTo(outbox);
    for (int write = 0; write < 20 && stream->awaitWrite(); ++write) stream->finishWrite();
    stream->end(absl::UnavailableError("gone"));
    outbox.detach();
    QCOMPARE(stream->misuse(), std::string());
    QVERIFY(keepsEachOrder(stream->writes()));
  }
  stop = true;
  for (auto& producer : producers) producer.join();
}

QTEST_APPLESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
