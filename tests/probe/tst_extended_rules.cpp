// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "apps/vitalwall-probe/extended_rules.h"
#include "probe/moments.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::probe;
using protocol::DecodedResponse;

namespace {

const PatientId kPatient = PatientId::fromName("a patient");
constexpr std::uint64_t kEpoch = 7;

struct Fixture {
  Fixture() { rules.onSubscribed(kPatient, kStart); }

  /// The next message in order, with `events`.
  void receive(std::vector<ServerEvent> events, Moment at = kStart) {
    rules.onMessage({kEpoch, ++sequence, std::move(events)}, at);
  }
  QString first() const {
    return log.sentences().empty() ? QString() : QString::fromStdString(log.sentences().front());
  }

  ViolationLog log;
  Deadlines deadlines{log};
  ExtendedRules rules{log, deadlines};
  std::uint64_t sequence = 0;
};

WaveBlock blockAt(std::uint64_t first, std::size_t samples, std::uint32_t channel = 0) {
  return {kPatient, channel, first, kStart.wall, std::vector<std::int16_t>(samples)};
}

Alert alertInRevision(std::uint64_t revision) {
  Alert alert;
  alert.id = AlertId::fromName("an alert");
  alert.patient = kPatient;
  alert.revision = revision;
  alert.raisedAt = kStart.wall;
  return alert;
}

SnapshotEnd snapshotEnd(std::uint64_t epoch) {
  return {kPatient, Cursor{epoch, 0}, true};
}

}  // namespace

class TestExtendedRules : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aProperStreamIsAccepted() {
    Fixture f;
    AlarmSettings settings;
    settings.patient = kPatient;
    settings.revision = 2;
    settings.changedAt = kStart.wall;
    f.receive(
        {Vitals{kPatient, kStart.wall, {}}, alertInRevision(1), settings, snapshotEnd(kEpoch)});
    f.receive({blockAt(500, 20), blockAt(90, 5, 1)});
    f.receive({blockAt(520, 20), blockAt(95, 5, 1), alertInRevision(3)});
    for (auto t = 1s; t < 10s; t += 1s) {
      f.receive({ServerHeartbeat{after(t).wall}}, after(t));
      f.deadlines.onTime(after(t).steady);
    }
    QCOMPARE(f.first(), QString());
    QCOMPARE(f.rules.gaps(), 0u);
  }

  void aJumpInTheSequenceIsAGap_data() {
    QTest::addColumn<quint64>("next");
    QTest::newRow("lost") << quint64(7);
    QTest::newRow("repeated") << quint64(5);
    QTest::newRow("back") << quint64(1);
  }
  void aJumpInTheSequenceIsAGap() {
    QFETCH(const quint64, next);
    Fixture f;
    f.rules.onMessage({kEpoch, 5, {}}, kStart);
    f.rules.onMessage({kEpoch, next, {}}, kStart);
    QCOMPARE(f.first(), QStringLiteral("Sequence %1 follows 5.").arg(next));
    QCOMPARE(f.rules.gaps(), 1u);
  }

  void theEpochIsConstantAndGiven() {
    Fixture f;
    f.receive({});
    f.rules.onMessage({kEpoch + 1, 2, {}}, kStart);
    QCOMPARE(f.first(), QStringLiteral("The epoch changed from 7 to 8 within a stream."));
    Fixture g;
    g.rules.onMessage({0, 1, {}}, kStart);
    QCOMPARE(g.first(), QStringLiteral("A message came without an epoch."));
  }

  void wavesJoin_data() {
    QTest::addColumn<quint64>("next");
    QTest::addColumn<quint64>("gaps");
    QTest::newRow("forward") << quint64(130) << quint64(1);
    QTest::newRow("overlap") << quint64(110) << quint64(0);
    QTest::newRow("again") << quint64(100) << quint64(0);
  }
  void wavesJoin() {
    QFETCH(const quint64, next);
    QFETCH(const quint64, gaps);
    Fixture f;
    f.receive({blockAt(100, 20)});
    f.receive({blockAt(next, 20)});
    QVERIFY(f.first().endsWith(QStringLiteral("goes on at sample %1 instead of 120.").arg(next)));
    QCOMPARE(f.rules.gaps(), gaps);
  }

  void anEmptyWaveBlockIsWrong() {
    Fixture f;
    f.receive({blockAt(100, 0)});
    QVERIFY(f.first().endsWith(QStringLiteral("came without samples.")));
  }

  void revisionsOfAPatientRise() {
    Fixture f;
    f.receive({alertInRevision(4), snapshotEnd(kEpoch)});
    f.receive({alertInRevision(4)});
    QVERIFY(f.first().startsWith(QStringLiteral("Revision 4 of patient")));
    QCOMPARE(f.log.count(), 1u);
  }

  void onlySubscribedPatientsAreSent_data() {
    QTest::addColumn<DecodedResponse>("message");
    const auto other = PatientId::fromName("somebody else");
    auto alert = alertInRevision(1);
    alert.patient = other;
    auto block = blockAt(0, 1);
    block.patient = other;
    const auto row = [](const char* name, ServerEvent event) {
      QTest::newRow(name) << DecodedResponse{kEpoch, 1, {std::move(event)}};
    };
    row("vitals", Vitals{other, kStart.wall, {}});
    row("wave", block);
    row("alert", alert);
    AlarmSettings settings;
    settings.patient = other;
    settings.changedAt = kStart.wall;
    row("alarm settings", settings);
    row("order", Order{{}, other, "", OrderStatus::Active, "", kStart.wall});
  }
  void onlySubscribedPatientsAreSent() {
    QFETCH(const DecodedResponse, message);
    Fixture f;
    f.rules.onMessage(message, kStart);
    QVERIFY(f.first().startsWith(QStringLiteral("Nobody subscribed the ")));
  }

  void heartbeatsAreMissedAfterThreeSeconds() {
    Fixture f;
    f.receive({snapshotEnd(kEpoch), ServerHeartbeat{kStart.wall}});
    f.deadlines.onTime(after(3s).steady);
    QCOMPARE(f.first(), QString());
    f.deadlines.onTime(after(3001ms).steady);
    QCOMPARE(f.first(), QStringLiteral("Missing: a heartbeat within 3000 ms."));
  }

  void aHeartbeatTellsTheTime() {
    Fixture f;
    f.receive({ServerHeartbeat{WallTime{}}});
    QVERIFY(f.first().startsWith(QStringLiteral("Timestamp 0 of a heartbeat")));
  }

  void aSnapshotEnds() {
    Fixture f;
    f.receive({ServerHeartbeat{after(2s).wall}}, after(2s));
    f.deadlines.onTime(after(4s).steady);
    QVERIFY(f.first().startsWith(QStringLiteral("Missing: snapshot_end of patient")));
  }

  void aSnapshotEndBelongsToASubscriptionAndThisEpoch() {
    Fixture f;
    f.receive({snapshotEnd(kEpoch), snapshotEnd(kEpoch)});
    QVERIFY(f.first().startsWith(QStringLiteral("Nobody waited for snapshot_end")));
    Fixture g;
    g.receive({snapshotEnd(kEpoch + 1)});
    QVERIFY(g.first().endsWith(QStringLiteral("is of another epoch.")));
  }

  void aCommandIsAnswered() {
    const auto command = CommandId::fromName("acknowledge");
    Fixture f;
    f.rules.onCommandSent(command, kStart);
    f.receive({snapshotEnd(kEpoch), ServerHeartbeat{after(1s).wall},
               CommandResult{command, CommandOutcome::AlreadyDone, "", "", {}}},
              after(1s));
    f.deadlines.onTime(after(3500ms).steady);
    QCOMPARE(f.first(), QString());
    f.rules.onCommandSent(CommandId::fromName("another"), after(3500ms));
    f.receive({ServerHeartbeat{after(4s).wall}}, after(4s));
    f.deadlines.onTime(after(6600ms).steady);
    QVERIFY(f.first().startsWith(QStringLiteral("Missing: the result of command")));
  }

  void theExtensionIsAnnounced() {
    Fixture f;
    f.rules.onOpened(kStart);
    f.rules.onMetadata(false, after(1s));
    QCOMPARE(f.first(),
             QStringLiteral("The server speaks the base contract only; check it with --plain."));
    Fixture g;
    g.rules.onOpened(kStart);
    g.receive({snapshotEnd(kEpoch), ServerHeartbeat{after(2s).wall}}, after(2s));
    g.deadlines.onTime(after(4s).steady);
    QCOMPARE(g.first(), QStringLiteral("Missing: the server's metadata within 3000 ms."));
  }

  void whatCannotBeUnderstoodIsWrong() {
    Fixture f;
    f.receive({Notice{kPatient, "alert without id"}});
    QCOMPARE(f.first(),
             QStringLiteral("A part of a message cannot be understood: alert without id"));
  }
};

QTEST_APPLESS_MAIN(TestExtendedRules)
#include "tst_extended_rules.moc"
