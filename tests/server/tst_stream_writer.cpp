// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stream_writer.h"

#include <QTest>
#include <map>
#include <thread>

#include "server/fake_server_stream.h"
#include "support/manual_clock.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;
using namespace std::chrono_literals;

namespace {

Outgoing urgent(std::string text) {
  Outgoing outgoing;
  outgoing.urgent.push_back({share(std::move(text))});
  return outgoing;
}

/// A writer on a fake stream.
struct Bench {
  explicit Bench(Framing framing = Framing::Single)
      : writer(stream, OutgoingQueue(framing, 1, counters), clock, counters) {}

  ManualClock clock;
  ServerCounters counters;
  std::shared_ptr<FakeServerStream> stream = std::make_shared<FakeServerStream>();
  StreamWriter writer;

  /// The write in flight, done.
  std::string completeWrite(bool ok = true) {
    const auto message = stream->takeWrite();
    if (!message) return "nothing";
    writer.onWritten(ok);
    return *message;
  }
};

}  // namespace

class TestStreamWriter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void writesAtOnceAndOneAtATime() {
    Bench bench;
    bench.writer.send(urgent("a"));
    QVERIFY(bench.stream->isWriting());
    bench.writer.send(urgent("b"));
    bench.writer.send(urgent("c"));
    QCOMPARE(bench.completeWrite(), std::string("a"));
    QCOMPARE(bench.completeWrite(), std::string("b"));
    QCOMPARE(bench.completeWrite(), std::string("c"));
    QVERIFY(!bench.stream->isWriting());
    QVERIFY(bench.stream->breaches().empty());
  }

  /// Eight threads send while the stream completes: one write in flight, nothing lost, each
  /// thread's order kept. Meaningful under ThreadSanitizer.
  void manyProducers() {
    constexpr int kProducers = 8;
    constexpr int kMessages = 2000;
    Bench bench;
    std::vector<std::jthread> producers;
    for (int producer = 0; producer < kProducers; ++producer)
      producers.emplace_back([&bench, producer] {
        for (int i = 0; i < kMessages; ++i) {
          Outgoing outgoing;
          // Vitals of one patient per message are never conflated and have no bound.
          const std::string text = std::to_string(producer) + ' ' + std::to_string(i);
          outgoing.vitals.push_back({PatientId::fromName(text), share(text)});
          bench.writer.send(std::move(outgoing));
        }
      });

    std::map<int, int> next;
    for (int received = 0; received < kProducers * kMessages; ++received) {
      const auto message = bench.stream->awaitWrite();
      QVERIFY(message);
      bench.writer.onWritten(true);
      const auto space = message->find(' ');
      QCOMPARE(std::stoi(message->substr(space + 1)), next[std::stoi(*message)]++);
    }
    QVERIFY(bench.stream->breaches().empty());
    QVERIFY(!bench.stream->isWriting());
  }

  /// Everything that can end a stream comes at once from different threads.
  void manyEnds() {
    for (int round = 0; round < 200; ++round) {
      Bench bench;
      bench.writer.send(urgent("a"));
      bench.writer.requestRead();
      {
        const std::jthread sender([&bench] {
          for (int i = 0; i < 20; ++i) bench.writer.send(urgent("b"));
        });
        const std::jthread failure([&bench] {
          if (bench.stream->takeWrite()) bench.writer.onWritten(false);
        });
        const std::jthread cancel([&bench] { bench.writer.finish(absl::CancelledError("gone")); });
        const std::jthread halfClose([&bench] { bench.writer.drain(); });
        const std::jthread watch([&bench] {
          bench.clock.advance(6s);
          bench.writer.watch();
        });
      }
      QVERIFY(bench.stream->finished().has_value());
      QVERIFY2(bench.stream->breaches().empty(),
               bench.stream->breaches().empty() ? "" : bench.stream->breaches()[0].c_str());
    }
  }

  void aBatchPassesOnlyAnIdleStream() {
    Bench bench(Framing::Batched);
    const auto batch = share("batch");
    QVERIFY(bench.writer.pass(batch, nullptr));
    QVERIFY(bench.stream->isWriting());
    QVERIFY2(!bench.writer.pass(batch, nullptr), "one write is in flight");
    QVERIFY(bench.completeWrite().ends_with("batch"));
    QVERIFY(!bench.stream->isWriting());
    QVERIFY(bench.writer.pass(batch, nullptr));
    QVERIFY(bench.stream->breaches().empty());
  }

  void aBatchAfterTheEndIsIgnored() {
    Bench bench(Framing::Batched);
    bench.writer.drain();
    QVERIFY2(bench.writer.pass(share("batch"), nullptr), "there is nothing to be sent in parts");
    QVERIFY(!bench.stream->isWriting());
    QVERIFY(bench.stream->breaches().empty());
  }

  void countsWhatWasTaken() {
    Bench bench;
    for (const bool ok : {true, true, false}) {
      bench.writer.send(urgent("a"));
      bench.completeWrite(ok);
    }
    QCOMPARE(bench.counters.messages.load(), 2U);
  }

  void failedWriteEndsTheStream() {
    Bench bench;
    bench.writer.send(urgent("a"));
    bench.writer.send(urgent("b"));
    bench.completeWrite(false);
    QVERIFY(absl::IsUnavailable(*bench.stream->finished()));
    bench.writer.send(urgent("c"));
    bench.writer.requestRead();
    bench.writer.drain();
    QVERIFY(!bench.stream->isWriting());
    QVERIFY(!bench.stream->takeRead());
    QVERIFY(bench.stream->breaches().empty());
  }

  void drainWritesWhatWaitsThenEndsWithOk() {
    Bench bench;
    bench.writer.send(urgent("a"));
    bench.writer.send(urgent("b"));
    bench.writer.drain();
    bench.writer.send(urgent("too late"));
    QCOMPARE(bench.completeWrite(), std::string("a"));
    QVERIFY(!bench.stream->finished());
    QCOMPARE(bench.completeWrite(), std::string("b"));
    QVERIFY(bench.stream->finished()->ok());
    QCOMPARE(bench.completeWrite(), std::string("nothing"));
  }

  void drainOfAnIdleStreamEndsAtOnce() {
    Bench bench;
    bench.writer.drain();
    QVERIFY(bench.stream->finished()->ok());
  }

  void finishWithAWriteInFlight() {
    Bench bench;
    bench.writer.send(urgent("a"));
    bench.writer.send(urgent("b"));
    bench.writer.finish(absl::UnavailableError("the server is shutting down"));
    QVERIFY(absl::IsUnavailable(*bench.stream->finished()));
    QCOMPARE(bench.completeWrite(), std::string("a"));
    QVERIFY2(!bench.stream->isWriting(), "what waited is forgotten");
    bench.writer.finish(absl::OkStatus());
    QVERIFY(absl::IsUnavailable(bench.writer.endStatus()));
    QVERIFY(!bench.writer.isDone());
    bench.writer.onDone();
    QVERIFY(bench.writer.isDone());
    QVERIFY(bench.stream->breaches().empty());
  }

  void stuckWriteEndsTheStreamAndBreaksItOff() {
    Bench bench;
    bench.writer.send(urgent("a"));
    bench.clock.advance(4999ms);
    bench.writer.watch();
    QVERIFY(!bench.stream->finished());
    bench.clock.advance(1ms);
    bench.writer.watch();
    QVERIFY(absl::IsResourceExhausted(*bench.stream->finished()));
    QCOMPARE(bench.counters.slowStreams.load(), 1U);
    QCOMPARE(bench.stream->cancels(), 0);

    // The peer has some time to read the end; then the stream must not be kept any longer.
    bench.clock.advance(StreamWriter::kEndGrace - 1ms);
    bench.writer.watch();
    QCOMPARE(bench.stream->cancels(), 0);
    bench.clock.advance(1ms);
    bench.writer.watch();
    bench.writer.watch();
    QCOMPARE(bench.stream->cancels(), 1);
  }

  void slowButSteadyWritesAreNotStuck() {
    Bench bench;
    for (int i = 0; i < 5; ++i) {
      bench.writer.send(urgent("a"));
      bench.clock.advance(4s);
      bench.writer.watch();
      QCOMPARE(bench.completeWrite(), std::string("a"));
    }
    QVERIFY(!bench.stream->finished());
  }

  void anIdleStreamIsNotStuck() {
    Bench bench;
    bench.clock.advance(1h);
    bench.writer.watch();
    QVERIFY(!bench.stream->finished());
  }

  void finishedAndDoneIsNotBrokenOff() {
    Bench bench;
    bench.writer.finish(absl::OkStatus());
    bench.writer.onDone();
    bench.clock.advance(1h);
    bench.writer.watch();
    QCOMPARE(bench.stream->cancels(), 0);
  }

  void tooManyUrgentMessagesEndTheStream() {
    Bench bench;
    for (std::size_t i = 0; i <= OutgoingQueue::kUrgentCapacity; ++i)
      bench.writer.send(urgent(std::to_string(i)));
    QVERIFY2(!bench.stream->finished(), "one is in flight, the others fit");
    bench.writer.send(urgent("one too many"));
    QVERIFY(absl::IsResourceExhausted(*bench.stream->finished()));
    QCOMPARE(bench.counters.slowStreams.load(), 1U);
  }

  /// A peer that asks without listening waits; one that listens is served.
  void readsOnlyWhileAnswersAreTaken() {
    Bench bench;
    bench.writer.requestRead();
    QVERIFY(bench.stream->takeRead());
    for (std::size_t i = 0; i < StreamWriter::kReadThreshold + 2; ++i)
      bench.writer.send(urgent("answer"));
    bench.writer.requestRead();
    QVERIFY(!bench.stream->takeRead());
    bench.completeWrite();
    QVERIFY(bench.stream->takeRead());
    bench.completeWrite();
    QVERIFY2(!bench.stream->takeRead(), "one request asks for one read");
  }
};

QTEST_APPLESS_MAIN(TestStreamWriter)
#include "tst_stream_writer.moc"
