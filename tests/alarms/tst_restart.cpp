// SPDX-License-Identifier: GPL-3.0-or-later
// An engine that goes on where an earlier run stopped.
#include <QTest>

#include "alarms/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::alarms;
using namespace vitalwall::alarms::testing;

namespace {

const Actor kAnn{"Ann", "Station 1"};

/// What the record holds of `ward`.
AlarmArchive archiveOf(const WardBench& ward) {
  AlarmArchive archive;
  archive.revision = ward.engine.revision();
  for (const auto patient : ward.patients) {
    for (const auto& alert : ward.engine.openAlerts(patient)) archive.open.push_back(alert);
    archive.settings.push_back(ward.engine.settingsOf(patient));
  }
  return archive;
}

/// Starts again `later`, with `rules`.
AlarmChanges restart(WardBench& ward, milliseconds later = 5s,
                     UnitRules rules = rulesWithoutDelays()) {
  const AlarmArchive archive = archiveOf(ward);
  ward.pass(later);
  ward.now.steady = SteadyTime(7s);  // another machine time
  ward.engine = AlarmEngine(WardBench::kEpoch + 1, std::move(rules), {bedOf(1)});
  return ward.engine.restore(archive, ward.now);
}

}  // namespace

class TestRestart : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void firstStartPublishesTheSettings() {
    WardBench ward;
    const auto changes = ward.engine.restore({}, ward.now);
    QCOMPARE(changes.settings.size(), 1U);
    QVERIFY(changes.alerts.empty() && changes.audit.empty());
    QCOMPARE(changes.settings[0].revision, 1U);
    QVERIFY(changes.settings[0] == ward.settings());
  }

  void alarmsGoOn() {
    WardBench ward;
    ward.engine.restore({}, ward.now);
    ward.give({numericOf(mdc::kHeartRate, 134), numericOf(mdc::kSpO2, 85)});
    ward.acknowledge(ward.open()[0].id);
    const auto before = ward.open();
    const auto revision = ward.engine.revision();
    QVERIFY2(restart(ward).isEmpty(), "nothing changes by restoring alone");
    QVERIFY(ward.open() == before);
    QCOMPARE(ward.engine.revision(), revision);

    QVERIFY2(ward.give({numericOf(mdc::kHeartRate, 134), numericOf(mdc::kSpO2, 85)}).isEmpty(),
             "still the same alarms");
    const auto ended =
        ward.give({numericOf(mdc::kHeartRate, 80), numericOf(mdc::kSpO2, 85)}).alerts;
    QCOMPARE(ended.size(), 1U);
    QCOMPARE(ended[0].revision, revision + 1);
    QVERIFY(ward.heartRate(134).alerts.at(0).id != before[0].id);
  }

  void theRemarkOfAMissingValueGoesOn() {
    WardBench ward;
    ward.heartRate(134);
    ward.heartRate({}, Validity::NotMeasured);
    restart(ward);
    QVERIFY(ward.heartRate({}, Validity::NotMeasured).isEmpty());
    QCOMPARE(ward.heartRate(134).alerts.at(0).message, std::string("HR 134 > 120"));
  }

  void latchedStaysLatched() {
    WardBench ward;
    const AlertId alert = ward.heartRate(0).alerts[0].id;
    ward.heartRate(80);
    restart(ward);
    QVERIFY(ward.heartRate(80).isEmpty());
    QCOMPARE(ward.open().at(0).state, AlertState::Latched);
    QCOMPARE(ward.acknowledge(alert).changes.alerts.at(0).cause, AlertCause::Reset);
  }

  /// A detector that sees nothing after the restart says nothing: the condition has gone, and the
  /// alarm waits for a person.
  void whatNoDetectorConfirmsLatches() {
    WardBench ward;
    ward.say(mdc::kEventVentricularTachycardia, true);
    restart(ward);
    for (int second = 0; second < 29; ++second) QVERIFY(ward.heartRate(80).alerts.empty());
    QVERIFY(ward.tick(0ms).alerts.empty());
    QCOMPARE(ward.tick(1s).alerts.at(0).state, AlertState::Latched);
  }

  void whatADetectorConfirmsStays() {
    WardBench ward;
    ward.say(mdc::kEventVentricularTachycardia, true);
    restart(ward);
    QVERIFY(ward.say(mdc::kEventVentricularTachycardia, true).isEmpty());
    for (int second = 0; second < 40; ++second) ward.heartRate(80);
    QVERIFY(ward.tick().alerts.empty());
    QCOMPARE(ward.open().at(0).state, AlertState::Active);
  }

  void silenceGoesOnUntilSomethingIsHeard() {
    WardBench ward;
    ward.heartRate(80);
    const Alert raised = ward.tick(11s).alerts.at(0);
    restart(ward);
    QVERIFY(ward.tick(250ms).alerts.empty());
    const auto back = ward.heartRate(80).alerts;
    QCOMPARE(back.at(0).id, raised.id);
    QVERIFY(!back[0].isOpen());
  }

  void storageThatWorksAgain() {
    WardBench ward;
    ward.engine.onStorage("the disk is full", ward.now);
    restart(ward);
    QVERIFY(!ward.tick().alerts.at(0).isOpen());
  }

  void pauses_data() {
    QTest::addColumn<int>("later");
    QTest::addColumn<int>("left");
    QTest::newRow("goes on") << 20 << 40;
    QTest::newRow("over meanwhile") << 60 << 0;
    QTest::newRow("the clock was set back") << -3600 << 60;
  }

  void pauses() {
    QFETCH(int, later);
    QFETCH(int, left);
    WardBench ward;
    ward.engine.pauseAudio({ward.patients[0], 60s}, kAnn, ward.now);
    const auto changes = restart(ward, std::chrono::seconds(later));
    QCOMPARE(ward.settings().audioPaused.has_value(), left > 0);
    QCOMPARE(changes.settings.size(), left > 0 ? 0U : 1U);
    QCOMPARE(changes.audit.size(), left > 0 ? 0U : 1U);
    if (left == 0) return;
    QVERIFY(ward.tick(std::chrono::seconds(left) - 1ms).settings.empty());
    QCOMPARE(ward.tick(1ms).settings.size(), 1U);
  }

  void whatPeopleSetStaysAndTheRestFollowsTheUnit() {
    WardBench ward;
    ward.engine.setLimits({ward.patients[0], mdc::kHeartRate, {45, 130, {}, {}}}, kAnn, ward.now);
    UnitRules rules = rulesWithoutDelays();
    rules.limits[AgeGroup::Adult][mdc::kHeartRate].high = 110;
    rules.limits[AgeGroup::Adult][mdc::kSpO2].low = 88;
    const auto changes = restart(ward, 5s, rules);
    QCOMPARE(ward.settings().find(mdc::kHeartRate)->limits.high, std::optional(130.0));
    QCOMPARE(ward.settings().find(mdc::kHeartRate)->unitDefault.high, std::optional(110.0));
    QCOMPARE(ward.settings().find(mdc::kSpO2)->limits.low, std::optional(88.0));
    QCOMPARE(changes.settings.size(), 1U);
    QCOMPARE(changes.audit.at(0).detail,
             std::string("By the unit's new configuration: SpO2: low 88, extreme low 80; before: "
                         "low 90, extreme low 80."));
  }

  void patientsWhoAreGone() {
    WardBench ward;
    const Alert raised = ward.heartRate(134).alerts[0];
    AlarmArchive archive = archiveOf(ward);
    AlarmEngine other(WardBench::kEpoch + 1, factoryRules(), {bedOf(2)});
    const auto changes = other.restore(archive, ward.now);
    QCOMPARE(changes.alerts.size(), 1U);
    QCOMPARE(changes.alerts[0].id, raised.id);
    QCOMPARE(changes.alerts[0].state, AlertState::Inactive);
    QVERIFY(changes.alerts[0].revision > archive.revision);
  }

  void escalationCountsTheTimeBefore() {
    UnitRules rules = rulesWithoutDelays();
    rules.escalateMediumAfter = 60s;
    WardBench ward(rules);
    ward.heartRate(134);
    restart(ward, 50s, rules);
    QVERIFY(ward.tick(9s).alerts.empty());
    QCOMPARE(ward.tick(1s).alerts.at(0).cause, AlertCause::Escalated);
  }
};

QTEST_APPLESS_MAIN(TestRestart)
#include "tst_restart.moc"
