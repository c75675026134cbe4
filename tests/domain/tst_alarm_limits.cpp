// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alarm_limits.h"

#include <QTest>

#include "domain/alarm_settings.h"

using namespace vitalwall;

class TestAlarmLimits : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyGroupHasLimitsInTheirOrder_data() {
    QTest::addColumn<int>("group");
    QTest::newRow("adult") << static_cast<int>(AgeGroup::Adult);
    QTest::newRow("paediatric") << static_cast<int>(AgeGroup::Paediatric);
    QTest::newRow("neonate") << static_cast<int>(AgeGroup::Neonate);
  }

  void everyGroupHasLimitsInTheirOrder() {
    QFETCH(int, group);
    const AlarmLimits& limits = defaultLimits(static_cast<AgeGroup>(group));
    QVERIFY(limits.contains(mdc::kHeartRate) && limits.contains(mdc::kSpO2));
    for (const auto& [parameter, pair] : limits) {
      QVERIFY2(findMetric(parameter), "limits of a parameter without a name");
      QVERIFY(!pair.low || !pair.high || *pair.low < *pair.high);
      QVERIFY(!pair.extremeLow || *pair.extremeLow < pair.low.value());
      QVERIFY(!pair.extremeHigh || *pair.extremeHigh > pair.high.value());
    }
  }

  void deviationIsData() {
    const LimitPair unit = defaultLimits(AgeGroup::Adult).at(mdc::kHeartRate);
    ParameterAlarms alarms{mdc::kHeartRate, unit, unit, {}};
    QVERIFY(!alarms.deviates());
    alarms.limits.high = 130;
    QVERIFY(alarms.deviates());
    alarms.limits = unit;
    alarms.off = AlarmOff{"probe removed", "Ann", {}};
    QVERIFY(alarms.deviates());
  }
};

QTEST_APPLESS_MAIN(TestAlarmLimits)
#include "tst_alarm_limits.moc"
