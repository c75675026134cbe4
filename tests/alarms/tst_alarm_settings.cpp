// SPDX-License-Identifier: GPL-3.0-or-later
// What people set for a patient: pauses, alarms off, limits, profile; and what follows from it.
#include <QTest>

#include "alarms/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::alarms;
using namespace vitalwall::alarms::testing;

namespace {

const Actor kAnn{"Ann", "Station 1"};

LimitPair between(double low, double high) {
  return {low, high, {}, {}};
}

}  // namespace

class TestAlarmSettings : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyCommandLeavesOneRow() {
    WardBench ward;
    const auto done = ward.engine.pauseAudio({ward.patients[0], 60s}, kAnn, ward.now);
    QCOMPARE(done.result.outcome, CommandOutcome::Ok);
    QCOMPARE(done.result.by, std::string("Ann"));
    QCOMPARE(done.changes.audit.size(), 1U);
    const AuditEntry& row = done.changes.audit[0];
    QCOMPARE(row.action, AuditAction::AudioPaused);
    QCOMPARE(row.person, std::string("Ann"));
    QCOMPARE(row.station, std::string("Station 1"));
    QCOMPARE(row.patient, std::optional(ward.patients[0]));
    QCOMPARE(row.at, ward.now.wall);
    QCOMPARE(row.detail, std::string("Sound paused for 60 s; before: not paused."));
    QCOMPARE(done.changes.settings.size(), 1U);
    QCOMPARE(done.changes.settings[0].changedBy, std::string("Ann"));
    QCOMPARE(done.changes.settings[0].revision, ward.engine.revision());
    QVERIFY(done.changes.settings[0] == ward.settings());
  }

  void unknownPatient() {
    WardBench ward;
    const auto answer =
        ward.engine.setProfile({PatientId::fromName("x"), AgeGroup::Neonate}, kAnn, ward.now);
    QCOMPARE(answer.result.outcome, CommandOutcome::NotFound);
    QCOMPARE(answer.result.message, std::string("No such patient is monitored here."));
    QCOMPARE(answer.changes.audit.at(0).action, AuditAction::CommandRefused);
  }

  void audioPauseEndsOnTheSteadyClock() {
    WardBench ward;
    const Alert raised = ward.heartRate(134).alerts[0];
    const auto paused = ward.engine.pauseAudio({ward.patients[0], 60s}, kAnn, ward.now);
    QVERIFY2(paused.changes.alerts.empty(), "the alarms themselves do not change");
    ward.now.wall += 1h;  // somebody sets the clock
    QVERIFY(ward.tick(59s).settings.empty());
    const auto ended = ward.tick(1s);
    QCOMPARE(ended.settings.size(), 1U);
    QVERIFY(!ended.settings[0].audioPaused);
    QVERIFY(ended.settings[0].changedBy.empty());
    QCOMPARE(ended.audit.at(0).action, AuditAction::AudioResumed);
    QCOMPARE(ended.audit.at(0).detail, std::string("Sound resumed: the pause by Ann is over."));
    QVERIFY(ward.open().at(0).id == raised.id);
  }

  void pausesAreBounded() {
    WardBench ward;
    const auto answer = ward.engine.pauseAudio({ward.patients[0], 1h}, kAnn, ward.now);
    QCOMPARE(answer.result.outcome, CommandOutcome::Ok);
    QCOMPARE(answer.result.message,
             std::string("Paused for 120 s, the longest that the unit allows."));
    QCOMPARE(ward.settings().audioPaused->until, ward.now.wall + 120s);
    const auto resumed = ward.engine.pauseAudio({ward.patients[0], 0s}, kAnn, ward.now);
    QCOMPARE(resumed.changes.audit.at(0).detail,
             std::string("Sound resumed; before: paused by Ann, 120 s left."));
    const auto again = ward.engine.pauseAudio({ward.patients[0], 0s}, kAnn, ward.now);
    QCOMPARE(again.result.outcome, CommandOutcome::AlreadyDone);
  }

  void alarmsPausedEndsAndRaisesNothing() {
    WardBench ward;
    ward.heartRate(134);
    ward.heartRate({}, Validity::LeadOff);
    ward.say(mdc::kEventVentricularTachycardia, true);
    const auto paused = ward.engine.pauseAlarms({ward.patients[0], 60s}, kAnn, ward.now);
    QCOMPARE(paused.changes.alerts.size(), 2U);
    for (const auto& alert : paused.changes.alerts) {
      QCOMPARE(alert.cause, AlertCause::AlarmsPaused);
      QCOMPARE(alert.changedBy, std::string("Ann"));
      QVERIFY(!alert.isOpen());
    }
    QCOMPARE(ward.open().size(), 1U);
    QCOMPARE(ward.open()[0].condition, mdc::kEventLeadOff);
    QVERIFY(alertOf(ward.heartRate(150).alerts, mdc::kEventHigh) == nullptr);

    const auto ended = ward.tick(60s);
    QVERIFY(alertOf(ended.alerts, mdc::kEventVentricularTachycardia));
    QCOMPARE(ended.audit.at(0).action, AuditAction::AlarmsResumed);
  }

  void alarmOffNeedsAReason() {
    WardBench ward;
    for (const char* reason : {"", "  \t"}) {
      const auto answer = ward.engine.setAlarmOff({ward.patients[0], mdc::kHeartRate, true, reason},
                                                  kAnn, ward.now);
      QCOMPARE(answer.result.outcome, CommandOutcome::Refused);
      QCOMPARE(answer.result.message, std::string("Say why the alarms of HR are turned off."));
    }
    const auto unknown =
        ward.engine.setAlarmOff({ward.patients[0], {77}, true, "because"}, kAnn, ward.now);
    QCOMPARE(unknown.result.outcome, CommandOutcome::Refused);
  }

  void alarmOffEndsTheLimitsOfItsParameter() {
    WardBench ward;
    ward.give({numericOf(mdc::kHeartRate, 134), numericOf(mdc::kSpO2, 85)});
    const auto off = ward.engine.setAlarmOff({ward.patients[0], mdc::kHeartRate, true, "pacing"},
                                             kAnn, ward.now);
    QCOMPARE(off.changes.alerts.size(), 1U);
    QCOMPARE(off.changes.alerts[0].cause, AlertCause::AlarmOff);
    QVERIFY(ward.settings().find(mdc::kHeartRate)->deviates());
    QVERIFY(ward.heartRate(150).alerts.empty() || !alertOf(ward.open(), mdc::kEventHigh));
    const auto twice = ward.engine.setAlarmOff({ward.patients[0], mdc::kHeartRate, true, "again"},
                                               {"Ben", ""}, ward.now);
    QCOMPARE(twice.result.outcome, CommandOutcome::AlreadyDone);
    QCOMPARE(twice.result.by, std::string("Ann"));
    QVERIFY(alertOf(ward.heartRate(0).alerts, mdc::kEventAsystole));

    ward.heartRate(150);
    const auto on =
        ward.engine.setAlarmOff({ward.patients[0], mdc::kHeartRate, false, ""}, kAnn, ward.now);
    QVERIFY(alertOf(on.changes.alerts, mdc::kEventHigh));
    QCOMPARE(on.changes.audit.at(0).detail,
             std::string("HR alarms on; before: off by Ann (pacing)."));
  }

  void newLimitsAreJudgedAtOnce_data() {
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("alerts");
    QTest::addColumn<bool>("open");
    QTest::addColumn<QString>("message");
    QTest::newRow("wider") << 140.0 << 1 << false << QStringLiteral("HR 134 > 120");
    QTest::newRow("just wide enough") << 134.0 << 1 << false << QStringLiteral("HR 134 > 120");
    QTest::newRow("wider, still an alarm") << 130.0 << 1 << true << QStringLiteral("HR 134 > 130");
    QTest::newRow("narrower") << 110.0 << 1 << true << QStringLiteral("HR 134 > 110");
  }

  void newLimitsAreJudgedAtOnce() {
    QFETCH(double, high);
    WardBench ward;
    ward.heartRate(134);
    const auto answer = ward.engine.setLimits(
        {ward.patients[0], mdc::kHeartRate, between(50, high)}, kAnn, ward.now);
    QCOMPARE(answer.result.outcome, CommandOutcome::Ok);
    QTEST(static_cast<int>(answer.changes.alerts.size()), "alerts");
    const Alert& alert = answer.changes.alerts.at(0);
    QTEST(alert.isOpen(), "open");
    QTEST(QString::fromStdString(alert.message), "message");
    QCOMPARE(alert.cause, AlertCause::LimitsChanged);
    QCOMPARE(alert.changedBy, std::string("Ann"));
  }

  void narrowerLimitsRaise() {
    WardBench ward;
    ward.heartRate(100);
    const auto answer =
        ward.engine.setLimits({ward.patients[0], mdc::kHeartRate, between(50, 90)}, kAnn, ward.now);
    QCOMPARE(answer.changes.alerts.at(0).message, std::string("HR 100 > 90"));
    QCOMPARE(answer.changes.audit.at(0).detail,
             std::string("HR: low 50, high 90; before: low 50, high 120, extreme low 40, extreme "
                         "high 140."));
  }

  void aMissingValueIsJudgedByTheWorst_data() {
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("open");
    QTest::newRow("still beyond") << 130.0 << 1;
    QTest::newRow("inside") << 140.0 << 0;
  }

  void aMissingValueIsJudgedByTheWorst() {
    QFETCH(double, high);
    WardBench ward;
    ward.heartRate(134);
    ward.heartRate({}, Validity::NotMeasured);
    ward.engine.setLimits({ward.patients[0], mdc::kHeartRate, between(50, high)}, kAnn, ward.now);
    QTEST(static_cast<int>(ward.open().size()), "open");
  }

  void otherLimitsLeaveAReturningValueAlone() {
    WardBench ward;
    ward.heartRate(134);
    ward.heartRate(119);
    const auto answer =
        ward.engine.setLimits({ward.patients[0], mdc::kSpO2, {88, {}, 80, {}}}, kAnn, ward.now);
    QVERIFY(answer.changes.alerts.empty());
  }

  void refusedLimits() {
    WardBench ward;
    const auto refused = ward.engine.setLimits(
        {ward.patients[0], mdc::kHeartRate, between(130, 120)}, kAnn, ward.now);
    QCOMPARE(refused.result.outcome, CommandOutcome::Refused);
    QCOMPARE(refused.result.message,
             std::string("HR: the low limit must be below the high limit."));
    QCOMPARE(refused.changes.audit.at(0).action, AuditAction::CommandRefused);
    QVERIFY(refused.changes.settings.empty());
    const auto unmeasured =
        ward.engine.setLimits({ward.patients[0], {150087}, between(0, 10)}, kAnn, ward.now);
    QCOMPARE(unmeasured.result.outcome, CommandOutcome::Refused);
  }

  /// Any parameter by its code: the central venous pressure has neither a name nor a default here.
  void limitsOfAParameterWithoutAName() {
    WardBench ward;
    ward.give({numericOf({150087}, 12)});
    const auto answer =
        ward.engine.setLimits({ward.patients[0], {150087}, between(0, 10)}, kAnn, ward.now);
    QCOMPARE(answer.changes.alerts.at(0).message, std::string("150087 12.0 > 10.0"));
    QVERIFY(ward.settings().parameters.back().parameter == MdcCode{150087});
    QVERIFY(ward.settings().find({150087})->deviates());
  }

  void restoreLimits() {
    WardBench ward;
    ward.engine.setLimits({ward.patients[0], mdc::kHeartRate, between(45, 130)}, kAnn, ward.now);
    ward.engine.setLimits({ward.patients[0], mdc::kSpO2, between(85, 99)}, kAnn, ward.now);
    ward.engine.restoreLimits({ward.patients[0], mdc::kHeartRate}, kAnn, ward.now);
    QVERIFY(!ward.settings().find(mdc::kHeartRate)->deviates());
    QVERIFY(ward.settings().find(mdc::kSpO2)->deviates());
    const auto all = ward.engine.restoreLimits({ward.patients[0], {}}, kAnn, ward.now);
    QCOMPARE(all.changes.audit.at(0).action, AuditAction::LimitsRestored);
    QVERIFY(!ward.settings().find(mdc::kSpO2)->deviates());
    QCOMPARE(ward.engine.restoreLimits({ward.patients[0], {}}, kAnn, ward.now).result.outcome,
             CommandOutcome::AlreadyDone);
  }

  void profileBringsItsLimits() {
    WardBench ward;
    ward.heartRate(134);
    const auto answer =
        ward.engine.setProfile({ward.patients[0], AgeGroup::Paediatric}, kAnn, ward.now);
    QCOMPARE(answer.changes.alerts.at(0).cause, AlertCause::LimitsChanged);
    QVERIFY(answer.changes.audit.at(0).detail.starts_with(
        "Profile paediatric; before: adult. HR: low 75, high 160"));
    QVERIFY(!ward.settings().find(mdc::kHeartRate)->deviates());
    QCOMPARE(ward.engine.setProfile({ward.patients[0], AgeGroup::Paediatric}, kAnn, ward.now)
                 .result.outcome,
             CommandOutcome::AlreadyDone);
  }

  void observations() {
    WardBench ward;
    const News2Settings news2{true, true, Consciousness::Voice};
    const auto answer = ward.engine.enterObservations({ward.patients[0], news2}, kAnn, ward.now);
    QVERIFY(ward.settings().news2 == news2);
    QCOMPARE(answer.changes.audit.at(0).detail,
             std::string("NEWS2: SpO2 scale 2, on oxygen, responds to voice; before: SpO2 scale 1, "
                         "oxygen not known, consciousness not known."));
  }

  void escalation_data() {
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("escalates");
    QTest::newRow("nobody answers") << QString() << true;
    QTest::newRow("acknowledged") << QStringLiteral("acknowledge") << false;
    QTest::newRow("sound paused") << QStringLiteral("pause") << false;
  }

  void escalation() {
    QFETCH(QString, answer);
    QFETCH(bool, escalates);
    UnitRules rules = rulesWithoutDelays();
    rules.escalateMediumAfter = 60s;
    rules.noDataAfter = 1h;
    WardBench ward(rules);
    const Alert raised = ward.heartRate(134).alerts[0];
    if (answer == QStringLiteral("acknowledge"))
      ward.engine.acknowledge({raised.id, ""}, kAnn, ward.now);
    if (answer == QStringLiteral("pause"))
      ward.engine.pauseAudio({ward.patients[0], 120s}, kAnn, ward.now);
    QVERIFY(ward.tick(59s).isEmpty());
    const auto changes = ward.tick(1s).alerts;
    QCOMPARE(!changes.empty(), escalates);
    if (!escalates) return;
    QCOMPARE(changes[0].id, raised.id);
    QCOMPARE(changes[0].priority, AlertPriority::High);
    QCOMPARE(changes[0].cause, AlertCause::Escalated);
    QVERIFY(ward.tick(60s).isEmpty());
  }
};

QTEST_APPLESS_MAIN(TestAlarmSettings)
#include "tst_alarm_settings.moc"
