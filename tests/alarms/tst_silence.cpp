// SPDX-License-Identifier: GPL-3.0-or-later
// Technical alarms of the whole bed: no data, source lost, the record.
#include <QTest>

#include "alarms/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::alarms;
using namespace vitalwall::alarms::testing;

namespace {

/// Three beds of the simulator and one that is alone at its source.
std::vector<MonitoredBed> fourBeds() {
  return {bedOf(1), bedOf(2), bedOf(3), bedOf(4, "monitor 4")};
}

void speak(WardBench& ward, std::initializer_list<std::size_t> beds) {
  for (const auto bed : beds)
    ward.engine.onVitals({ward.patients[bed], ward.now.wall, {numericOf(mdc::kHeartRate, 80)}},
                         ward.now);
}

/// Time passes, a second at a time, while `beds` give vitals. All alerts of it.
std::vector<Alert> pass(WardBench& ward, int seconds, std::initializer_list<std::size_t> beds) {
  std::vector<Alert> all;
  for (int second = 0; second < seconds; ++second) {
    const auto changes = ward.tick(1s);
    all.insert(all.end(), changes.alerts.begin(), changes.alerts.end());
    speak(ward, beds);
  }
  return all;
}

}  // namespace

class TestSilence : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void oneSilentBed() {
    WardBench ward(rulesWithoutDelays(), fourBeds());
    pass(ward, 1, {0, 1, 2, 3});
    QVERIFY(pass(ward, 10, {1, 2, 3}).empty());
    const auto raised = pass(ward, 1, {1, 2, 3});
    QCOMPARE(raised.size(), 1U);
    QCOMPARE(raised[0].condition, mdc::kEventNoData);
    QCOMPARE(raised[0].patient, ward.patients[0]);
    QCOMPARE(raised[0].priority, AlertPriority::Medium);
    QVERIFY(raised[0].group.empty());
    const auto back = ward.giveTo(0, {numericOf(mdc::kHeartRate, 80)}).alerts;
    QCOMPARE(back.size(), 1U);
    QVERIFY(!back[0].isOpen());
  }

  void aBedThatWasNeverHeard() {
    WardBench ward(rulesWithoutDelays(), fourBeds());
    const auto raised = pass(ward, 12, {0, 1, 2});
    QCOMPARE(raised.size(), 1U);
    QCOMPARE(raised[0].condition, mdc::kEventNoData);
    QCOMPARE(raised[0].patient, ward.patients[3]);
  }

  /// One lost source is never shown as the silence of its beds, not even for a moment.
  void lostSource() {
    WardBench ward(rulesWithoutDelays(), fourBeds());
    pass(ward, 1, {0, 1, 2, 3});
    pass(ward, 1, {1, 2, 3});
    pass(ward, 1, {2, 3});
    const auto raised = pass(ward, 12, {3});
    QCOMPARE(raised.size(), 3U);
    for (const auto& alert : raised) {
      QCOMPARE(alert.condition, mdc::kEventSourceLost);
      QCOMPARE(alert.group, std::string("source sim"));
      QCOMPARE(alert.message, std::string("No data from sim"));
    }
  }

  void aSourceThatIsBackMayTakeItsTime() {
    WardBench ward(rulesWithoutDelays(), fourBeds());
    pass(ward, 1, {0, 1, 2, 3});
    pass(ward, 12, {3});
    const auto first = ward.giveTo(0, {numericOf(mdc::kHeartRate, 80)}).alerts;
    QCOMPARE(first.size(), 1U);
    QVERIFY(!first[0].isOpen());
    QVERIFY2(pass(ward, 5, {0, 3}).empty(), "the other beds are still those of a lost source");
    speak(ward, {1});
    const auto late = pass(ward, 7, {0, 1, 3});
    QCOMPARE(late.size(), 2U);
    for (const auto& alert : late) {
      QCOMPARE(alert.patient, ward.patients[2]);
      QCOMPARE(alert.isOpen(), alert.condition == mdc::kEventNoData);
    }
  }

  void whatWasMeasuredIsNoLongerOfNow() {
    WardBench ward;
    ward.heartRate(134);
    ward.tick(11s);
    const auto open = ward.open();
    QCOMPARE(alertOf(open, mdc::kEventHigh)->message, std::string("HR 134 > 120 (no value now)"));
    const auto answer = ward.engine.autoLimits({ward.patients[0]}, {}, ward.now);
    QCOMPARE(answer.result.outcome, CommandOutcome::Refused);
  }

  void storageFailing() {
    WardBench ward(rulesWithoutDelays(), fourBeds());
    const auto raised = ward.engine.onStorage("the disk is full", ward.now).alerts;
    QCOMPARE(raised.size(), 4U);
    QCOMPARE(raised[0].message, std::string("Alarms are not recorded: the disk is full"));
    QCOMPARE(raised[0].group, std::string("record"));
    QCOMPARE(raised[0].priority, AlertPriority::Medium);
    QVERIFY(ward.engine.onStorage("the disk is full", ward.now).isEmpty());
    const auto back = ward.engine.onStorage({}, ward.now).alerts;
    QCOMPARE(back.size(), 4U);
    QVERIFY2(!back[0].isOpen(), "technical alarms do not latch");
  }

  void recordDamaged() {
    WardBench ward(rulesWithoutDelays(), {bedOf(1)});
    const auto raised = ward.engine.onRecordDamaged("kept as alarms.broken", ward.now).alerts;
    QCOMPARE(raised.size(), 1U);
    QVERIFY(ward.engine.onRecordDamaged("kept as alarms.broken", ward.now).isEmpty());
    ward.heartRate(80);
    QVERIFY(pass(ward, 5, {0}).empty());
    const auto seen = ward.acknowledge(raised[0].id).changes.alerts;
    QCOMPARE(seen[0].state, AlertState::Inactive);
    QCOMPARE(seen[0].cause, AlertCause::Reset);
    QVERIFY(ward.open().empty());
  }

  void recordedLate() {
    WardBench ward;
    const Alert raised = ward.heartRate(134).alerts[0];
    const auto recorded = ward.engine.onRecorded(raised.id, ward.now).alerts;
    QCOMPARE(recorded.size(), 1U);
    QCOMPARE(recorded[0].cause, AlertCause::Recorded);
    QVERIFY(recorded[0].revision > raised.revision);
    QVERIFY(ward.engine.onRecorded(AlertId::fromName("other"), ward.now).isEmpty());
  }

  void lostAcknowledgement() {
    WardBench ward;
    const AlertId alert = ward.heartRate(134).alerts[0].id;
    const LostAcknowledgement lost{alert, {"Eve", ward.now.wall - 1s, ""}};
    QVERIFY2(ward.engine.onLostAcknowledgement(lost, ward.now).isEmpty(), "nobody has lost");
    ward.acknowledge(alert, "Ann");
    const auto replaced = ward.engine.onLostAcknowledgement(lost, ward.now).alerts;
    QCOMPARE(replaced.size(), 1U);
    QCOMPARE(replaced[0].acknowledged->by, std::string("Eve"));
    QCOMPARE(replaced[0].changedBy, std::string("Eve"));
    QVERIFY(ward.engine.onLostAcknowledgement(lost, ward.now).isEmpty());
  }
};

QTEST_APPLESS_MAIN(TestSilence)
#include "tst_silence.moc"
