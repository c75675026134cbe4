// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions beside the limits: lethal ones, one thing as one alarm, delays, signal quality,
// clocks.
#include <QTest>

#include "alarms/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::alarms;
using namespace vitalwall::alarms::testing;

namespace {

/// The factory rules with their delays, without advice.
UnitRules rulesWithDelays() {
  UnitRules rules = factoryRules();
  rules.conditions[mdc::kEventNews2].delay = 24h;
  return rules;
}

}  // namespace

class TestConditions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void asystoleIsOneEpisodeOfNumberAndDetector_data() {
    QTest::addColumn<bool>("numberFirst");
    QTest::newRow("number first") << true;
    QTest::newRow("detector first") << false;
  }

  void asystoleIsOneEpisodeOfNumberAndDetector() {
    QFETCH(bool, numberFirst);
    WardBench ward;
    const auto first =
        numberFirst ? ward.heartRate(0) : ward.say(mdc::kEventAsystole, true, mdc::kEcgLeadII);
    QCOMPARE(first.alerts.size(), 1U);
    const Alert& raised = first.alerts[0];
    QCOMPARE(raised.condition, mdc::kEventAsystole);
    QCOMPARE(raised.parameter, mdc::kHeartRate);
    QCOMPARE(raised.priority, AlertPriority::High);
    QCOMPARE(raised.message, std::string("ASYSTOLE"));

    const auto second = numberFirst ? ward.say(mdc::kEventAsystole, true) : ward.heartRate(0);
    QVERIFY(second.isEmpty());
    QVERIFY2(ward.heartRate(70).isEmpty(), "the detector still sees it");
    const auto gone = ward.say(mdc::kEventAsystole, false);
    QCOMPARE(gone.alerts.size(), 1U);
    QCOMPARE(gone.alerts[0].state, AlertState::Latched);
  }

  void asystoleReplacesTheLowRate() {
    WardBench ward;
    ward.heartRate(30);
    const auto stopped = ward.heartRate(0).alerts;
    QCOMPARE(stopped.size(), 2U);
    QVERIFY(!alertOf(stopped, mdc::kEventLow)->isOpen());
    QVERIFY(alertOf(stopped, mdc::kEventAsystole)->isActive());
  }

  void aDoubtfulZeroIsALowRate() {
    WardBench ward;
    const auto raised = ward.heartRate(0, Validity::Questionable).alerts;
    QCOMPARE(alertOf(raised, mdc::kEventLow)->message, std::string("HR 0? < 40"));
    QVERIFY(!alertOf(raised, mdc::kEventAsystole));
  }

  void noBreathIsApnoea() {
    WardBench ward;
    const auto raised = ward.give({numericOf(mdc::kRespiratoryRate, 0)}).alerts;
    QCOMPARE(raised.size(), 1U);
    QCOMPARE(raised[0].condition, mdc::kEventApnoea);
    QVERIFY(ward.say(mdc::kEventApnoea, true, mdc::kRespiration).isEmpty());
  }

  void lethalConditions_data() {
    QTest::addColumn<unsigned>("condition");
    QTest::addColumn<QString>("message");
    QTest::newRow("asystole") << mdc::kEventAsystole.value << QStringLiteral("ASYSTOLE");
    QTest::newRow("VT") << mdc::kEventVentricularTachycardia.value << QStringLiteral("V-TACH");
    QTest::newRow("VF") << mdc::kEventVentricularFibrillation.value << QStringLiteral("V-FIB");
    QTest::newRow("apnoea") << mdc::kEventApnoea.value << QStringLiteral("APNOEA");
  }

  /// High, at once, not silenced with the parameter, and there until somebody has seen it.
  void lethalConditions() {
    QFETCH(unsigned, condition);
    WardBench ward(factoryRules());
    ward.engine.setAlarmOff({ward.patients[0], mdc::kHeartRate, true, "artefact"}, {}, ward.now);
    ward.engine.setAlarmOff({ward.patients[0], mdc::kRespiratoryRate, true, "artefact"}, {},
                            ward.now);
    const auto raised = ward.say({condition}, true).alerts;
    QCOMPARE(raised.size(), 1U);
    QCOMPARE(raised[0].priority, AlertPriority::High);
    QTEST(QString::fromStdString(raised[0].message), "message");
    QVERIFY(ward.say({condition}, true).isEmpty());

    QCOMPARE(ward.say({condition}, false).alerts[0].state, AlertState::Latched);
    QVERIFY(ward.say({condition}, false).isEmpty());
    const auto again = ward.say({condition}, true).alerts;
    QCOMPARE(again[0].id, raised[0].id);
    QCOMPARE(again[0].state, AlertState::Active);
    ward.say({condition}, false);
    const auto reset = ward.acknowledge(raised[0].id);
    QCOMPARE(reset.changes.alerts[0].state, AlertState::Inactive);
    QCOMPARE(reset.changes.alerts[0].cause, AlertCause::Reset);
    QCOMPARE(reset.changes.audit[0].action, AuditAction::AlarmReset);
    QVERIFY(ward.open().empty());
  }

  void whatWasSeenDoesNotLatch() {
    WardBench ward;
    const AlertId alert = ward.say(mdc::kEventVentricularTachycardia, true).alerts[0].id;
    ward.acknowledge(alert);
    QCOMPARE(ward.say(mdc::kEventVentricularTachycardia, false).alerts[0].state,
             AlertState::Inactive);
  }

  void aLateWordOfADetectorIsIgnored() {
    WardBench ward;
    ward.say(mdc::kEventVentricularTachycardia, true);
    const DeviceCondition late{ward.patients[0],
                               {mdc::kEventVentricularTachycardia, mdc::kEcgLeadII},
                               false,
                               ward.now.wall - 1s};
    QVERIFY(ward.engine.onCondition(late, ward.now).isEmpty());
  }

  void devicesDoNotJudgeLimits() {
    WardBench ward;
    QVERIFY(ward.say(mdc::kEventHigh, true, mdc::kHeartRate).isEmpty());
    QVERIFY(ward.say(mdc::kEventNoData, true, {}).isEmpty());
  }

  void aTachycardiaIsOneAlarm() {
    WardBench ward;
    const auto both = [&ward](Validity validity) {
      const auto heartRate = validity == Validity::Valid ? std::optional(135.0) : std::nullopt;
      return ward
          .give({numericOf(mdc::kHeartRate, heartRate, validity), numericOf(mdc::kPulseRate, 135)})
          .alerts;
    };
    QCOMPARE(both(Validity::Valid).size(), 1U);
    QCOMPARE(ward.open()[0].parameter, mdc::kHeartRate);
    const auto leadOff = both(Validity::LeadOff);
    const auto pulse = std::find_if(leadOff.begin(), leadOff.end(), [](const Alert& alert) {
      return alert.parameter == mdc::kPulseRate;
    });
    QVERIFY2(pulse != leadOff.end(), "the pulse speaks where the electrocardiogram cannot");
    const auto back = both(Validity::Valid);
    QVERIFY(std::any_of(back.begin(), back.end(), [&pulse](const Alert& alert) {
      return alert.id == pulse->id && !alert.isOpen();
    }));
  }

  void delays_data() {
    QTest::addColumn<unsigned>("code");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("delay");
    QTest::newRow("HR") << mdc::kHeartRate.value << 130.0 << 3000;
    QTest::newRow("HR extreme") << mdc::kHeartRate.value << 145.0 << 0;
    QTest::newRow("SpO2") << mdc::kSpO2.value << 85.0 << 10'000;
    QTest::newRow("desaturation") << mdc::kSpO2.value << 78.0 << 0;
    QTest::newRow("RR") << mdc::kRespiratoryRate.value << 35.0 << 5000;
    QTest::newRow("apnoea") << mdc::kRespiratoryRate.value << 0.0 << 0;
    QTest::newRow("NIBP") << mdc::kNibpSystolic.value << 170.0 << 0;
    QTest::newRow("Temp") << mdc::kTemperature.value << 39.5 << 0;
  }

  void delays() {
    QFETCH(unsigned, code);
    QFETCH(double, value);
    QFETCH(int, delay);
    WardBench ward(rulesWithDelays());
    bool raised = !ward.give({numericOf({code}, value)}).alerts.empty();
    const auto crossing = ward.now.wall;
    for (int step = 0; !raised && step < 80; ++step) {
      raised = !ward.tick(250ms).alerts.empty();
      if (!raised && step % 4 == 3)
        raised =
            !ward.engine
                 .onVitals({ward.patients[0], ward.now.wall, {numericOf({code}, value)}}, ward.now)
                 .alerts.empty();
    }
    QVERIFY(raised);
    QCOMPARE((ward.now.wall - crossing).count(), delay);
  }

  void aBreakBeginsTheDelayAgain() {
    WardBench ward(rulesWithDelays());
    ward.heartRate(130);
    ward.heartRate(119);
    QVERIFY(ward.heartRate(130).isEmpty());
    QVERIFY(ward.heartRate(130).isEmpty());
    ward.heartRate(130);
    QCOMPARE(ward.heartRate(130).alerts.size(), 1U);
  }

  void noMeasurementIsNoBreak() {
    WardBench ward(rulesWithDelays());
    ward.heartRate(130);
    ward.heartRate({}, Validity::NotMeasured);
    QVERIFY2(ward.tick(3s).isEmpty(), "but it raises nothing either");
    QCOMPARE(ward.heartRate(130).alerts.size(), 1U);
  }

  void theExtremeLimitEndsTheWait() {
    WardBench ward(rulesWithDelays());
    ward.heartRate(130);
    QCOMPARE(ward.heartRate(150).alerts.at(0).priority, AlertPriority::High);
  }

  void poorSignal() {
    WardBench ward(rulesWithDelays());
    ward.heartRate(80, Validity::Questionable);
    QVERIFY(ward.tick(9s).alerts.empty());
    const auto raised = ward.tick(1s).alerts;
    QCOMPARE(raised.size(), 1U);
    QCOMPARE(raised[0].message, std::string("HR signal poor"));
    QCOMPARE(raised[0].priority, AlertPriority::Low);
    QCOMPARE(raised[0].kind, AlertKind::Technical);
    QCOMPARE(ward.heartRate(80).alerts.at(0).state, AlertState::Inactive);
  }

  void clocks_data() {
    QTest::addColumn<int>("ahead");
    QTest::addColumn<QString>("message");
    QTest::newRow("right") << 0 << QString();
    QTest::newRow("tolerated") << 60 << QString();
    QTest::newRow("ahead") << 61 << QStringLiteral("Clock of source sim is 61 s ahead");
    QTest::newRow("behind") << -3600 << QStringLiteral("Clock of source sim is 3600 s behind");
  }

  void clocks() {
    QFETCH(int, ahead);
    QFETCH(QString, message);
    WardBench ward;
    const auto alerts = ward.engine
                            .onVitals({ward.patients[0],
                                       ward.now.wall + std::chrono::seconds(ahead),
                                       {numericOf(mdc::kHeartRate, 80)}},
                                      ward.now)
                            .alerts;
    QCOMPARE(alerts.empty(), message.isEmpty());
    if (alerts.empty()) return;
    QCOMPARE(QString::fromStdString(alerts[0].message), message);
    QCOMPARE(alerts[0].priority, AlertPriority::Low);
    QCOMPARE(alerts[0].group, std::string("clock of sim"));
    const Vitals right{ward.patients[0], ward.now.wall, {numericOf(mdc::kHeartRate, 80)}};
    if (ahead < 0) QVERIFY(!ward.engine.onVitals(right, ward.now).alerts.at(0).isOpen());
  }
};

QTEST_APPLESS_MAIN(TestConditions)
#include "tst_conditions.moc"
