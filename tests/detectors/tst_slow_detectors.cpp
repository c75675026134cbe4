// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "detectors/biquad.h"
#include "detectors/detector_support.h"
#include "detectors/pulse_rate_monitor.h"
#include "detectors/respiration_monitor.h"
#include "detectors/running_window.h"

using namespace vitalwall;
using namespace vitalwall::detectors;

namespace {

template <typename Monitor, typename Wave>
std::optional<double> feed(Monitor& monitor, double rate, double from, double to, Wave&& wave) {
  for (auto i = static_cast<int>(from * rate); i < static_cast<int>(to * rate); ++i)
    monitor.push(wave(i / rate));
  std::vector<Numeric> numerics;
  monitor.appendNumerics({}, numerics);
  return numerics.at(0).value;
}

double breathing(double seconds, double rate, double depth) {
  return depth * std::sin(2 * M_PI * rate / 60 * seconds);
}

}  // namespace

class TestSlowDetectors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void countsBreaths_data() {
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("sampled");
    for (const double rate : {8.0, 12.0, 18.0, 30.0, 50.0})
      QTest::addRow("%g/min", rate) << rate << 62.5;
    QTest::newRow("at 250 Hz") << 16.0 << 250.0;
    QTest::newRow("at 10 Hz") << 16.0 << 10.0;
  }
  void countsBreaths() {
    QFETCH(double, rate);
    QFETCH(double, sampled);
    RespirationMonitor monitor(sampled, 0.02);
    // with the heart's own movement and a slow drift on top
    const auto shown = feed(monitor, sampled, 0, 90, [=](double t) {
      return breathing(t, rate, 0.5) + breathing(t, 75, 0.05) + 0.002 * t;
    });
    QVERIFY2(shown && std::abs(*shown - rate) < 1, qPrintable(QString::number(shown.value_or(-1))));
  }

  // Counting heartbeats as breaths would hide an apnoea.
  void isAbsentInApnoea() {
    RespirationMonitor monitor(62.5, 0.02);
    QVERIFY(feed(monitor, 62.5, 0, 60, [](double t) { return breathing(t, 15, 0.5); }));
    QVERIFY(!feed(monitor, 62.5, 60, 90, [](double) { return 0.0; }));
  }

  void isAbsentForAFlatLine() {
    RespirationMonitor monitor(62.5, 0.02);
    QVERIFY(!feed(monitor, 62.5, 0, 60, [](double t) { return 0.5 + breathing(t, 15, 0.001); }));
  }

  void countsTheVentilatorOf03700181() {
    NEEDS_RECORDINGS();
    const auto shown = test::numericEachSecond(test::record(QStringLiteral("mimicdb/03700181")),
                                               mdc::kRespiratoryRate);
    QVERIFY(std::abs(shown[60].value_or(0) - 18) < 1);
    QVERIFY(std::abs(shown[580].value_or(0) - 18) < 1);
  }

  void countsPulses_data() {
    QTest::addColumn<double>("rate");
    for (const double rate : {40.0, 75.0, 130.0, 200.0}) QTest::addRow("%g/min", rate) << rate;
  }
  void countsPulses() {
    QFETCH(double, rate);
    PulseRateMonitor monitor(125, 0.02);
    const auto shown = feed(monitor, 125, 0, 30,
                            [=](double t) { return test::syntheticPressure(t, rate, 0.2, 0.8); });
    QVERIFY2(shown && std::abs(*shown - rate) < 2, qPrintable(QString::number(shown.value_or(-1))));
  }

  void showsNoPulseForMovementOrFlatLines() {
    PulseRateMonitor monitor(125, 0.02);
    QVERIFY(
        feed(monitor, 125, 0, 20, [](double t) { return test::syntheticPressure(t, 75, 0, 1); }));
    QVERIFY(!feed(monitor, 125, 20, 26, [](double) { return 0.5; }));
  }

  // Where both are shown they must agree: the pulse follows the heart.
  void agreesWithTheHeartRateInA103l() {
    NEEDS_RECORDINGS();
    const auto record = test::record(QStringLiteral("challenge2015/a103l"));
    const auto heart = test::numericEachSecond(record, mdc::kHeartRate);
    const auto pulse = test::numericEachSecond(record, mdc::kPulseRate);
    int both = 0;
    int close = 0;
    for (std::size_t second = 0; second < heart.size(); ++second) {
      if (!heart[second] || !pulse[second]) continue;
      ++both;
      close += std::abs(*heart[second] - *pulse[second]) < 10 ? 1 : 0;
    }
    qInfo("%d seconds with both, %d within 10/min", both, close);
    QVERIFY(both > 150 && close > both * 95 / 100);
  }

  void filtersHaveTheirCutoff_data() {
    QTest::addColumn<double>("hertz");
    QTest::addColumn<double>("expectedLow");
    QTest::addColumn<double>("expectedHigh");
    QTest::newRow("far below") << 0.5 << 1.0 << 0.01;
    QTest::newRow("at the cutoff") << 5.0 << M_SQRT1_2 << M_SQRT1_2;
    QTest::newRow("far above") << 50.0 << 0.01 << 1.0;
  }
  void filtersHaveTheirCutoff() {
    QFETCH(double, hertz);
    auto lowPass = Biquad::lowPass(5, 500);
    auto highPass = Biquad::highPass(5, 500);
    double low = 0;
    double high = 0;
    for (int i = 0; i < 10'000; ++i) {
      const double wave = std::sin(2 * M_PI * hertz * i / 500);
      const double l = lowPass.push(wave);
      const double h = highPass.push(wave);
      if (i > 5'000) low = std::max(low, l), high = std::max(high, h);
    }
    QFETCH(double, expectedLow);
    QFETCH(double, expectedHigh);
    QVERIFY2(std::abs(low - expectedLow) < 0.02, qPrintable(QString::number(low)));
    QVERIFY2(std::abs(high - expectedHigh) < 0.02, qPrintable(QString::number(high)));
  }

  void settledFiltersHaveNoTransient() {
    auto lowPass = Biquad::lowPass(5, 250);
    auto highPass = Biquad::highPass(5, 250);
    lowPass.settle(3);
    highPass.settle(3);
    QVERIFY(std::abs(lowPass.push(3) - 3) < 1e-9);
    QVERIFY(std::abs(highPass.push(3)) < 1e-9);
  }

  void windowsKeepTheirSum() {
    RunningWindow window(3);
    for (int i = 1; i <= 10; ++i) window.push(i);
    QCOMPARE(window.sum(), 27.0);
    QCOMPARE(window.mean(), 9.0);
    QCOMPARE(window.at(0), 10.0);
    QCOMPARE(window.at(2), 8.0);
  }
};

QTEST_APPLESS_MAIN(TestSlowDetectors)
#include "tst_slow_detectors.moc"
