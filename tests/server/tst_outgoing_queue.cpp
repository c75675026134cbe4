// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outgoing_queue.h"

#include <QTest>

#include "protocol/extended_encoder.h"
#include "protocol/response_decoder.h"

using namespace vitalwall;
using namespace vitalwall::server;

namespace {

const PatientId kAda = PatientId::fromName("Ada");
const PatientId kBob = PatientId::fromName("Bob");

Outgoing vitalsOf(PatientId patient, double heartRate) {
  const Vitals vitals{
      patient, {}, {{mdc::kHeartRate, Unit::BeatPerMinute, heartRate, Validity::Valid, {}}}};
  Outgoing outgoing;
  outgoing.vitals.push_back({patient, share(protocol::encodeVitalsEntry(vitals))});
  return outgoing;
}

SharedBytes batchOf(double heartRate) {
  return vitalsOf(kAda, heartRate).vitals[0].bytes;
}

Outgoing alertOf(std::uint64_t revision) {
  Alert alert;
  alert.id = AlertId::fromName("alert");
  alert.patient = kAda;
  alert.revision = revision;
  Outgoing outgoing;
  outgoing.urgent.push_back({share(protocol::encodeAlertEntry(alert))});
  return outgoing;
}

Outgoing resultOf(const char* command) {
  CommandResult result;
  result.id = CommandId::fromName(command);
  Outgoing outgoing;
  outgoing.urgent.push_back(
      {share(protocol::encodeCommandResult(result)), UrgentKind::CommandResult});
  return outgoing;
}

Outgoing snapshotEndOf(PatientId patient) {
  Outgoing outgoing;
  outgoing.urgent.push_back(
      {share(protocol::encodeSnapshotEnd({patient, {1, 1}, true})), UrgentKind::SnapshotEnd});
  return outgoing;
}

Outgoing wavesOf(std::uint64_t firstSample) {
  const WaveBlock block{kAda, 0, firstSample, {}, std::vector<std::int16_t>(10, 1)};
  Outgoing outgoing;
  outgoing.waves.push_back(share(protocol::encodeWavesEntry(std::span(&block, 1))));
  return outgoing;
}

/// One word per event, in the order in which a station applies them.
QString describe(const Frame& frame) {
  std::string bytes = frame.head;
  for (const auto& entry : frame.entries) bytes += *entry;
  if (frame.batch) bytes += *frame.batch;
  const auto decoded = protocol::decodeResponse(bytes, {});
  if (!decoded.ok()) return QStringLiteral("undecodable");
  QStringList words;
  for (const auto& event : decoded->events) {
    if (const auto* vitals = std::get_if<Vitals>(&event))
      words += QStringLiteral("HR%1").arg(vitals->numerics[0].value.value());
    if (const auto* block = std::get_if<WaveBlock>(&event))
      words += QStringLiteral("wave%1").arg(block->firstSample);
    if (const auto* alert = std::get_if<Alert>(&event))
      words += QStringLiteral("alert%1").arg(alert->revision);
    if (std::holds_alternative<CommandResult>(event)) words += QStringLiteral("result");
    if (std::holds_alternative<SnapshotEnd>(event)) words += QStringLiteral("end");
    if (std::holds_alternative<ServerHeartbeat>(event)) words += QStringLiteral("beat");
  }
  return QStringLiteral("%1: %2").arg(decoded->sequence).arg(words.join(QLatin1Char(' ')));
}

}  // namespace

class TestOutgoingQueue : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_counters = std::make_unique<ServerCounters>(); }

  void aBatchPassesAnEmptyQueueAsItIs() {
    OutgoingQueue queue(Framing::Batched, 1, *m_counters);
    const auto batch = batchOf(60);
    const auto heartbeat = share(protocol::encodeHeartbeat({}));
    const auto frame = queue.pass(batch, heartbeat);
    QVERIFY(frame);
    QCOMPARE(frame->batch.get(), batch.get());
    QCOMPARE(describe(*frame), QStringLiteral("1: HR60 beat"));
    QCOMPARE(describe(*queue.pass(nullptr, heartbeat)), QStringLiteral("2: beat"));
    QVERIFY(queue.isEmpty());
    QVERIFY(queue.add(vitalsOf(kAda, 61)));
    QCOMPARE(describe(queue.take()), QStringLiteral("3: HR61"));
  }

  void nothingPassesWhatWaits_data() {
    QTest::addColumn<Outgoing>("waiting");
    QTest::addColumn<QString>("told");
    QTest::newRow("alert") << alertOf(1) << QStringLiteral("1: alert1");
    QTest::newRow("vitals") << vitalsOf(kAda, 61) << QStringLiteral("1: HR61");
    QTest::newRow("waves") << wavesOf(10) << QStringLiteral("1: wave10");
  }

  void nothingPassesWhatWaits() {
    QFETCH(Outgoing, waiting);
    OutgoingQueue queue(Framing::Batched, 1, *m_counters);
    QVERIFY(queue.add(std::move(waiting)));
    QVERIFY(!queue.pass(batchOf(60), nullptr));
    QTEST(describe(queue.take()), "told");
    QVERIFY2(queue.pass(batchOf(60), nullptr), "nothing waits any more");
  }

  void tooLargeABatchDoesNotPass() {
    OutgoingQueue queue(Framing::Batched, 1, *m_counters);
    QVERIFY(!queue.pass(share(std::string(OutgoingQueue::kFrameBytes + 1, 'x')), nullptr));
  }

  void batchesWhatWaits() {
    OutgoingQueue queue(Framing::Batched, 7, *m_counters);
    QVERIFY(queue.add(vitalsOf(kAda, 60)));
    QVERIFY(queue.add(vitalsOf(kBob, 70)));
    QVERIFY(queue.add(wavesOf(0)));
    QVERIFY(queue.add(alertOf(1)));
    QCOMPARE(describe(queue.take()), QStringLiteral("1: HR60 HR70 wave0 alert1"));
    QVERIFY(queue.isEmpty());
    QVERIFY(queue.add(wavesOf(10)));
    QCOMPARE(describe(queue.take()), QStringLiteral("2: wave10"));
  }

  void newestVitalsWin() {
    OutgoingQueue queue(Framing::Batched, 1, *m_counters);
    QVERIFY(queue.add(vitalsOf(kAda, 60)));
    QVERIFY(queue.add(vitalsOf(kBob, 70)));
    QVERIFY(queue.add(vitalsOf(kAda, 61)));
    QVERIFY(queue.add(vitalsOf(kAda, 62)));
    QCOMPARE(describe(queue.take()), QStringLiteral("1: HR62 HR70"));
    QCOMPARE(m_counters->conflatedVitals.load(), 2U);
    QVERIFY(queue.isEmpty());
  }

  void alertsAreNeverConflatedOrReordered() {
    OutgoingQueue queue(Framing::Batched, 1, *m_counters);
    for (const std::uint64_t revision : {1U, 2U, 3U}) QVERIFY(queue.add(alertOf(revision)));
    QCOMPARE(describe(queue.take()), QStringLiteral("1: alert1 alert2 alert3"));
  }

  void oldWavesAreDroppedAsAGap() {
    OutgoingQueue queue(Framing::Batched, 1, *m_counters);
    const auto ticks = OutgoingQueue::kWaveTicks + 2;
    for (std::size_t tick = 0; tick < ticks; ++tick) QVERIFY(queue.add(wavesOf(tick * 10)));
    QCOMPARE(m_counters->droppedWaveTicks.load(), 2U);
    const QString message = describe(queue.take());
    QVERIFY(message.startsWith(QStringLiteral("1: wave20 wave30")));
    QVERIFY(message.endsWith(QStringLiteral("wave260")));
  }

  /// Singular fields of concatenated messages merge, so one message can carry only one of each.
  void oneResultAndOneSnapshotEndPerMessage() {
    OutgoingQueue queue(Framing::Batched, 1, *m_counters);
    QVERIFY(queue.add(resultOf("a")));
    QVERIFY(queue.add(vitalsOf(kAda, 60)));
    QVERIFY(queue.add(snapshotEndOf(kAda)));
    QVERIFY(queue.add(resultOf("b")));
    QVERIFY(queue.add(resultOf("c")));
    QVERIFY(queue.add(alertOf(1)));
    QVERIFY(queue.add(snapshotEndOf(kBob)));
    QCOMPARE(describe(queue.take()), QStringLiteral("1: HR60 result end"));
    QCOMPARE(describe(queue.take()), QStringLiteral("2: result"));
    QCOMPARE(describe(queue.take()), QStringLiteral("3: alert1 result end"));
    QVERIFY(queue.isEmpty());
  }

  void heartbeatIsTheNewestOnly() {
    OutgoingQueue queue(Framing::Batched, 1, *m_counters);
    for (int i = 0; i < 3; ++i) {
      Outgoing outgoing;
      outgoing.heartbeat = share(protocol::encodeHeartbeat({fromUnixMillis(i)}));
      QVERIFY(queue.add(std::move(outgoing)));
    }
    QCOMPARE(describe(queue.take()), QStringLiteral("1: beat"));
    QVERIFY(queue.isEmpty());
  }

  void forgetsVitals() {
    OutgoingQueue queue(Framing::Batched, 1, *m_counters);
    QVERIFY(queue.add(vitalsOf(kAda, 60)));
    QVERIFY(queue.add(vitalsOf(kBob, 70)));
    queue.forget(kAda);
    queue.forget(PatientId::fromName("nobody"));
    QCOMPARE(describe(queue.take()), QStringLiteral("1: HR70"));
  }

  void singleMessagesUrgentFirst() {
    OutgoingQueue queue(Framing::Single, 1, *m_counters);
    Outgoing outgoing;
    outgoing.vitals.push_back({kAda, share("vitals of Ada")});
    outgoing.vitals.push_back({kBob, share("vitals of Bob")});
    outgoing.urgent.push_back({share("alert")});
    QVERIFY(queue.add(std::move(outgoing)));
    for (const char* expected : {"alert", "vitals of Ada", "vitals of Bob"}) {
      const Frame frame = queue.take();
      QVERIFY2(frame.head.empty(), "a plain client never sees an extension field");
      QCOMPARE(frame.entries.size(), 1U);
      QCOMPARE(*frame.entries[0], std::string(expected));
    }
    QVERIFY(queue.isEmpty());
  }

  void refusesTooManyUrgentMessages() {
    OutgoingQueue queue(Framing::Batched, 1, *m_counters);
    for (std::size_t i = 0; i < OutgoingQueue::kUrgentCapacity; ++i)
      QVERIFY(queue.add(alertOf(i + 1)));
    QVERIFY(!queue.add(alertOf(9999)));
    QVERIFY2(queue.add(vitalsOf(kAda, 60)), "vitals are bounded by the number of patients");
  }

  void messagesStayBelowTheLimitOfReaders() {
    OutgoingQueue queue(Framing::Batched, 1, *m_counters);
    const auto big = share(std::string(100'000, 'x'));
    for (int i = 0; i < 30; ++i) {
      Outgoing outgoing;
      outgoing.urgent.push_back({big});
      QVERIFY(queue.add(std::move(outgoing)));
    }
    int messages = 0;
    for (; !queue.isEmpty(); ++messages) QVERIFY(queue.take().size() < 2 * 1024 * 1024);
    QCOMPARE(messages, 3);
  }

  void anAlarmWaitsForLittle() {
    OutgoingQueue queue(Framing::Batched, 1, *m_counters);
    for (std::size_t tick = 0; tick < OutgoingQueue::kWaveTicks; ++tick) {
      Outgoing outgoing;
      outgoing.waves.push_back(share(std::string(10'000, 'w')));
      QVERIFY(queue.add(std::move(outgoing)));
    }
    QVERIFY(queue.take().size() < 2 * OutgoingQueue::kLateBytes);
    QVERIFY(queue.add(alertOf(1)));
    const Frame next = queue.take();
    QCOMPARE(*next.entries.front(), *alertOf(1).urgent.front().bytes);
  }

 private:
  std::unique_ptr<ServerCounters> m_counters;
};

QTEST_APPLESS_MAIN(TestOutgoingQueue)
#include "tst_outgoing_queue.moc"
