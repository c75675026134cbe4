// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/limit_plausibility.h"

#include <QTest>
#include <limits>

using namespace vitalwall;
using namespace vitalwall::alarms;

Q_DECLARE_METATYPE(vitalwall::LimitPair)

class TestLimitPlausibility : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void says_data() {
    QTest::addColumn<unsigned>("parameter");
    QTest::addColumn<LimitPair>("limits");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, MdcCode parameter, const LimitPair& limits,
                        const char* why) {
      QTest::newRow(name) << parameter.value << limits << QString::fromUtf8(why);
    };
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    row("usual", mdc::kHeartRate, {50, 120, 40, 140}, "");
    row("none", mdc::kHeartRate, {}, "");
    row("only extreme", mdc::kSpO2, {{}, {}, 80, {}}, "");
    row("lowest", mdc::kHeartRate, {15, 300, {}, {}}, "");
    row("too low", mdc::kHeartRate, {14, {}, {}, {}},
        "HR limits must lie between 15 and 300 /min.");
    row("too high", mdc::kHeartRate, {{}, 301, {}, {}},
        "HR limits must lie between 15 and 300 /min.");
    row("extreme too high", mdc::kHeartRate, {50, 120, 40, 400},
        "HR limits must lie between 15 and 300 /min.");
    row("saturation off by number", mdc::kSpO2, {10, {}, {}, {}},
        "SpO2 limits must lie between 50 and 100 %.");
    row("fever", mdc::kTemperature, {36, 50, {}, {}},
        "Temp limits must lie between 25.0 and 45.0 \u00b0C.");
    row("pressure", mdc::kArterialMean, {-20, {}, {}, {}},
        "ABP mean limits must lie between -10 and 300 mmHg.");
    row("breaths", mdc::kRespiratoryRate, {1, {}, {}, {}},
        "RR limits must lie between 2 and 150 /min.");
    row("no name, any number", {150087}, {-1000, 1000, {}, {}}, "");
    row("no name, no number", {150087}, {kNan, {}, {}, {}}, "150087 limits must be numbers.");
    row("equal", mdc::kHeartRate, {80, 80, {}, {}},
        "HR: the low limit must be below the high limit.");
    row("extreme low inside", mdc::kHeartRate, {50, 120, 55, {}},
        "HR: the extreme low limit must be below the low limit.");
    row("extreme high inside", mdc::kHeartRate, {50, 120, {}, 110},
        "HR: the extreme high limit must be above the high limit.");
    row("extremes crossed", mdc::kHeartRate, {{}, {}, 140, 40},
        "HR: the low limits must be below the high limits.");
    row("extreme low above high", mdc::kHeartRate, {{}, 100, 110, {}},
        "HR: the low limits must be below the high limits.");
  }

  void says() {
    QFETCH(unsigned, parameter);
    QFETCH(LimitPair, limits);
    QTEST(QString::fromStdString(implausibility({parameter}, limits).value_or("")), "why");
  }
};

QTEST_APPLESS_MAIN(TestLimitPlausibility)
#include "tst_limit_plausibility.moc"
