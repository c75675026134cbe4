// SPDX-License-Identifier: GPL-3.0-or-later
// Episodes of limits: raised, worse, missing, ended, acknowledged.
#include <QTest>

#include "alarms/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::alarms;
using namespace vitalwall::alarms::testing;

class TestAlarmEngine : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void raisesOnceAndClears() {
    WardBench ward;
    QVERIFY(ward.heartRate(80).isEmpty());
    const auto raised = ward.heartRate(134).alerts;
    QCOMPARE(raised.size(), 1U);
    QCOMPARE(raised[0].message, std::string("HR 134 > 120"));
    QCOMPARE(raised[0].priority, AlertPriority::Medium);
    QCOMPARE(raised[0].cause, AlertCause::Raised);
    QCOMPARE(raised[0].revision, 1U);
    QCOMPARE(raised[0].raisedAt, ward.now.wall);
    QVERIFY(raised[0].needsAttention());

    QVERIFY2(ward.heartRate(130).isEmpty(), "a better value is no new alarm");
    QVERIFY2(ward.heartRate(119).isEmpty(), "within the hysteresis nothing ends");
    const auto cleared = ward.heartRate(110).alerts;
    QCOMPARE(cleared.size(), 1U);
    QCOMPARE(cleared[0].id, raised[0].id);
    QCOMPARE(cleared[0].revision, 2U);
    QCOMPARE(cleared[0].state, AlertState::Inactive);
    QCOMPARE(cleared[0].cause, AlertCause::Ended);
    QVERIFY(cleared[0].changedAt > cleared[0].raisedAt);
    QVERIFY(ward.open().empty());
  }

  void hysteresisRaisesNothing() {
    WardBench ward;
    QVERIFY(ward.heartRate(119).isEmpty());
    QVERIFY(ward.heartRate(120).isEmpty());
  }

  void newEpisodeHasANewId() {
    WardBench ward;
    const auto first = ward.heartRate(130).alerts;
    ward.heartRate(80);
    const auto second = ward.heartRate(130).alerts;
    QVERIFY(first[0].id != second[0].id);
    QCOMPARE(second[0].revision, 3U);
  }

  void anotherRunHasOtherIds() {
    WardBench ward;
    const AlertId first = ward.heartRate(134).alerts[0].id;
    AlarmEngine later(WardBench::kEpoch + 1, factoryRules(), {bedOf(1)});
    const Vitals vitals{ward.patients[0], {}, {numericOf(mdc::kHeartRate, 150)}};
    QVERIFY(later.onVitals(vitals, ward.now).alerts.at(0).id != first);
  }

  void showsTheWorstValue() {
    WardBench ward;
    ward.heartRate(125);
    QVERIFY2(ward.heartRate(125.2).isEmpty(), "the same number on screen is no change");
    const auto worse = ward.heartRate(131).alerts;
    QCOMPARE(worse[0].message, std::string("HR 131 > 120"));
    QCOMPARE(worse[0].cause, AlertCause::Worse);
    ward.heartRate(123);
    QCOMPARE(ward.open()[0].value, std::optional(131.0));
  }

  void higherPriorityRemovesTheAcknowledgement() {
    WardBench ward;
    const auto raised = ward.heartRate(130).alerts;
    ward.acknowledge(raised[0].id);
    const auto worse = ward.heartRate(150).alerts;
    QCOMPARE(worse.size(), 1U);
    QCOMPARE(worse[0].id, raised[0].id);
    QCOMPARE(worse[0].priority, AlertPriority::High);
    QCOMPARE(worse[0].message, std::string("HR 150 > 140"));
    QCOMPARE(worse[0].cause, AlertCause::Worse);
    QVERIFY2(!worse[0].acknowledged, "who silenced 130 has not seen 150");
    QCOMPARE(worse[0].raisedAt, raised[0].raisedAt);

    QVERIFY2(ward.heartRate(135).isEmpty(), "the priority never falls within an episode");
    QCOMPARE(ward.acknowledge(raised[0].id).result.outcome, CommandOutcome::Ok);
    QVERIFY2(ward.heartRate(150).isEmpty(), "so the extreme limit cannot sound again and again");
  }

  void worseningKeepsTheAcknowledgement() {
    WardBench ward;
    ward.acknowledge(ward.heartRate(125).alerts[0].id);
    QVERIFY(ward.heartRate(135).alerts[0].acknowledged.has_value());
  }

  void highAndLowAreTwoConditions() {
    WardBench ward;
    const auto high = ward.heartRate(150).alerts;
    const auto swapped = ward.heartRate(30).alerts;
    QCOMPARE(swapped.size(), 2U);
    QVERIFY(alertOf(swapped, mdc::kEventLow)->isActive());
    QCOMPARE(alertOf(swapped, mdc::kEventHigh)->id, high[0].id);
    QVERIFY(!alertOf(swapped, mdc::kEventHigh)->isOpen());
  }

  void missingValueKeepsTheAlarmAndSaysSo() {
    WardBench ward;
    ward.heartRate(134);
    const auto missing = ward.heartRate({}, Validity::NotMeasured).alerts;
    QCOMPARE(missing.size(), 1U);
    QVERIFY(missing[0].isActive());
    QCOMPARE(missing[0].message, std::string("HR 134 > 120 (no value now)"));
    QCOMPARE(missing[0].cause, AlertCause::ValueMissing);
    QVERIFY2(ward.heartRate({}, Validity::NotMeasured).isEmpty(), "it is said once");

    const auto again = ward.heartRate(133).alerts;
    QCOMPARE(again.size(), 1U);
    QCOMPARE(again[0].message, std::string("HR 134 > 120"));
    QCOMPARE(again[0].cause, AlertCause::ValueBack);
  }

  void parameterThatVanishesKeepsItsAlarm() {
    WardBench ward;
    ward.heartRate(134);
    const auto missing = ward.give({numericOf(mdc::kSpO2, 97)}).alerts;
    QCOMPARE(missing.size(), 1U);
    QVERIFY(missing[0].isActive());
    QVERIFY(missing[0].message.ends_with("(no value now)"));
  }

  void leadOffIsTechnicalAndEndsWithAValue() {
    WardBench ward;
    ward.heartRate(134);
    const auto off = ward.heartRate({}, Validity::LeadOff).alerts;
    QCOMPARE(off.size(), 2U);
    const Alert* leadOff = alertOf(off, mdc::kEventLeadOff);
    QCOMPARE(leadOff->kind, AlertKind::Technical);
    QCOMPARE(leadOff->message, std::string("HR lead or sensor off"));
    QCOMPARE(ward.open().size(), 2U);
    ward.heartRate(80);
    QVERIFY(ward.open().empty());
  }

  void firstAcknowledgementStays() {
    WardBench ward;
    const auto raised = ward.heartRate(134).alerts;
    const auto first = ward.acknowledge(raised[0].id, "Ann", "seen at the bed");
    QCOMPARE(first.result.outcome, CommandOutcome::Ok);
    QCOMPARE(first.changes.alerts[0].revision, 2U);
    QCOMPARE(first.changes.alerts[0].cause, AlertCause::Acknowledged);
    QCOMPARE(first.changes.alerts[0].changedBy, std::string("Ann"));
    QVERIFY(!first.changes.alerts[0].needsAttention());
    QCOMPARE(first.changes.audit.size(), 1U);
    QCOMPARE(first.changes.audit[0].action, AuditAction::AlarmAcknowledged);
    QCOMPARE(first.changes.audit[0].station, std::string("Station 1"));
    QCOMPARE(first.changes.audit[0].detail,
             std::string("HR 134 > 120 acknowledged. Note: seen at the bed"));

    const auto second = ward.acknowledge(raised[0].id, "Ben");
    QCOMPARE(second.result.outcome, CommandOutcome::AlreadyDone);
    QCOMPARE(second.result.by, std::string("Ann"));
    QCOMPARE(second.result.at, first.result.at);
    QVERIFY(second.changes.alerts.empty());
    QCOMPARE(ward.engine.revision(), 2U);
  }

  void whoComesAfterTheEndIsToldWhoWasFirst() {
    WardBench ward;
    const AlertId alert = ward.heartRate(134).alerts[0].id;
    ward.acknowledge(alert, "Ann");
    ward.heartRate(80);
    const auto late = ward.acknowledge(alert, "Ben").result;
    QCOMPARE(late.outcome, CommandOutcome::AlreadyDone);
    QCOMPARE(late.by, std::string("Ann"));
  }

  void unknownOrEndedAlertIsNotFound() {
    WardBench ward;
    const auto unknown = ward.acknowledge(AlertId::fromName("none"));
    QCOMPARE(unknown.result.outcome, CommandOutcome::NotFound);
    QVERIFY(!unknown.result.message.empty());
    QCOMPARE(unknown.changes.audit[0].action, AuditAction::CommandRefused);
    const AlertId alert = ward.heartRate(134).alerts[0].id;
    ward.heartRate(80);
    QCOMPARE(ward.acknowledge(alert).result.outcome, CommandOutcome::NotFound);
  }

  void lateAndUnknownVitalsAreIgnored() {
    WardBench ward;
    ward.heartRate(80);
    const Vitals late{ward.patients[0], ward.now.wall - 2s, {numericOf(mdc::kHeartRate, 150)}};
    QVERIFY(ward.engine.onVitals(late, ward.now).isEmpty());
    Vitals stranger = late;
    stranger.patient = PatientId::fromName("nobody");
    QVERIFY(ward.engine.onVitals(stranger, ward.now).isEmpty());
    QVERIFY(ward.engine.openAlerts(stranger.patient).empty());
  }
};

QTEST_APPLESS_MAIN(TestAlarmEngine)
#include "tst_alarm_engine.moc"
