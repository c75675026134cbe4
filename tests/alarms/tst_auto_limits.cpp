// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/auto_limits.h"

#include <QTest>

#include "alarms/limit_plausibility.h"
#include "alarms/settings_defaults.h"
#include "alarms/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::alarms;
using namespace vitalwall::alarms::testing;

Q_DECLARE_METATYPE(vitalwall::LimitPair)

namespace {

AlarmSettings settingsOf(AgeGroup group) {
  return defaultSettings(bedOf(1, "sim", group).patient, factoryRules());
}

LimitPair autoLimits(MdcCode parameter, double value, AgeGroup group,
                     Validity validity = Validity::Valid) {
  const Vitals vitals{{}, {}, {numericOf(parameter, value, validity)}};
  return withAutoLimits(settingsOf(group), vitals).find(parameter)->limits;
}

}  // namespace

class TestAutoLimits : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void formulae_data() {
    QTest::addColumn<unsigned>("parameter");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("group");
    QTest::addColumn<LimitPair>("limits");
    const auto row = [](const char* name, MdcCode parameter, double value, AgeGroup group,
                        const LimitPair& limits) {
      QTest::newRow(name) << parameter.value << value << static_cast<int>(group) << limits;
    };
    using enum AgeGroup;
    row("HR", mdc::kHeartRate, 80, Adult, {64, 100, 54, 120});
    row("HR, slow", mdc::kHeartRate, 45, Adult, {40, 56, 30, 76});
    row("HR, fast", mdc::kHeartRate, 200, Paediatric, {160, 240, 140, 260});
    row("HR, neonate", mdc::kHeartRate, 140, Neonate, {110, 180, 90, 200});
    row("HR, slow neonate", mdc::kHeartRate, 100, Neonate, {90, 140, 70, 160});
    row("HR, fast neonate", mdc::kHeartRate, 180, Neonate, {150, 200, 130, 220});
    row("RR", mdc::kRespiratoryRate, 16, Adult, {8, 24, 4, {}});
    row("RR, fast", mdc::kRespiratoryRate, 28, Adult, {14, 30, 10, {}});
    row("sys", mdc::kNibpSystolic, 120, Adult, {92, 141, 72, 161});
    row("dia", mdc::kNibpDiastolic, 80, Adult, {60, 101, {}, {}});
    row("mean", mdc::kArterialMean, 90, Adult, {69, 112, {}, {}});
    row("PAP", mdc::kPulmonarySystolic, 24, Adult, {18, 30, {}, {}});
    row("Temp", mdc::kTemperature, 37.2, Adult, {36.7, 37.7, {}, {}});
  }

  void formulae() {
    QFETCH(unsigned, parameter);
    QFETCH(double, value);
    QFETCH(int, group);
    QFETCH(LimitPair, limits);
    const auto profile = static_cast<AgeGroup>(group);
    AlarmSettings settings = settingsOf(profile);
    alarmsOf(settings, {parameter});
    const Vitals vitals{{}, {}, {numericOf({parameter}, value)}};
    const LimitPair set = withAutoLimits(settings, vitals).find({parameter})->limits;
    QCOMPARE(set.low, limits.low);
    QCOMPARE(set.high, limits.high);
    QCOMPARE(set.extremeLow, limits.extremeLow);
    QCOMPARE(set.extremeHigh, limits.extremeHigh);
    QVERIFY(!implausibility({parameter}, set));
  }

  void saturationGoesBackToTheUnit() {
    AlarmSettings settings = settingsOf(AgeGroup::Adult);
    alarmsOf(settings, mdc::kSpO2).limits.low = 70;
    const Vitals vitals{{}, {}, {numericOf(mdc::kSpO2, 88)}};
    QCOMPARE(withAutoLimits(settings, vitals).find(mdc::kSpO2)->limits.low, std::optional(90.0));
  }

  void leavesAlone_data() {
    QTest::addColumn<unsigned>("parameter");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("group");
    QTest::addColumn<int>("validity");
    const int valid = static_cast<int>(Validity::Valid);
    QTest::newRow("doubtful") << mdc::kHeartRate.value << 80.0 << 0
                              << static_cast<int>(Validity::Questionable);
    QTest::newRow("standstill") << mdc::kHeartRate.value << 0.0 << 0 << valid;
    QTest::newRow("no sense") << mdc::kRespiratoryRate.value << 70.0 << 0 << valid;
    QTest::newRow("no formula for neonates") << mdc::kRespiratoryRate.value << 45.0 << 2 << valid;
    QTest::newRow("no formula at all") << mdc::kEtCo2.value << 40.0 << 0 << valid;
  }

  void leavesAlone() {
    QFETCH(unsigned, parameter);
    QFETCH(double, value);
    QFETCH(int, group);
    QFETCH(int, validity);
    const auto profile = static_cast<AgeGroup>(group);
    QVERIFY(autoLimits({parameter}, value, profile, static_cast<Validity>(validity)) ==
            factoryRules().limitsOf(profile, {parameter}));
  }
};

QTEST_APPLESS_MAIN(TestAutoLimits)
#include "tst_auto_limits.moc"
