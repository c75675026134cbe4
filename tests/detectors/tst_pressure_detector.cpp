// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "detectors/detector_support.h"
#include "detectors/pressure_monitor.h"

using namespace vitalwall;
using namespace vitalwall::detectors;

namespace {

constexpr double kRate = 125;

class Line {
 public:
  // `wave(seconds)` in mmHg for `seconds`; the value is sys, dia, mean at the end.
  template <typename Wave>
  std::vector<Numeric> feed(double seconds, Wave&& wave) {
    for (int i = 0; i < int(seconds * kRate); ++i, ++m_sample)
      m_monitor.push(wave(m_sample / kRate));
    return numerics();
  }
  std::vector<Numeric> loseSignal(double seconds) {
    for (int i = 0; i < int(seconds * kRate); ++i, ++m_sample) m_monitor.skip();
    return numerics();
  }

 private:
  std::vector<Numeric> numerics() {
    std::vector<Numeric> shown;
    m_monitor.appendNumerics({}, shown);
    return shown;
  }

  PressureMonitor m_monitor{
      kRate, 5, {mdc::kArterialSystolic, mdc::kArterialDiastolic, mdc::kArterialMean}};
  int m_sample = 0;
};

double normal(double seconds) {
  return test::syntheticPressure(seconds, 75, 80, 120);
}

void compare(const std::vector<Numeric>& shown, double systolic, double diastolic) {
  QVERIFY(shown[0].value && shown[1].value && shown[2].value);
  QVERIFY2(std::abs(*shown[0].value - systolic) < 2, qPrintable(QString::number(*shown[0].value)));
  QVERIFY2(std::abs(*shown[1].value - diastolic) < 2, qPrintable(QString::number(*shown[1].value)));
  QVERIFY(*shown[2].value > diastolic && *shown[2].value < systolic);
}

}  // namespace

class TestPressureDetector : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void measuresSystolicDiastolicAndMean_data() {
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("normal") << 75.0 << 80.0 << 120.0;
    QTest::newRow("slow") << 35.0 << 60.0 << 150.0;
    QTest::newRow("fast") << 160.0 << 50.0 << 80.0;
    QTest::newRow("shock") << 130.0 << 30.0 << 45.0;
    QTest::newRow("crisis") << 90.0 << 130.0 << 240.0;
  }
  void measuresSystolicDiastolicAndMean() {
    QFETCH(double, rate);
    QFETCH(double, low);
    QFETCH(double, high);
    Line line;
    compare(line.feed(20, [=](double t) { return test::syntheticPressure(t, rate, low, high); }),
            high, low);
  }

  void isAbsentWithoutPulses_data() {
    QTest::addColumn<double>("level");
    QTest::newRow("zeroed") << 0.0;
    QTest::newRow("disconnected at 2.78") << 2.78;
    QTest::newRow("flush bag") << 270.0;
    QTest::newRow("clotted") << 75.0;
  }
  void isAbsentWithoutPulses() {
    QFETCH(double, level);
    Line line;
    line.feed(20, normal);
    for (const auto& numeric : line.feed(6, [=](double) { return level; })) {
      QVERIFY(!numeric.value);
      QCOMPARE(numeric.validity, Validity::NotMeasured);
    }
  }

  // A flush to 270 mmHg, a drop to -72 and single zeros between pulses leave the values as they
  // are.
  void isNotMovedByArtefacts_data() {
    QTest::addColumn<double>("level");
    QTest::addColumn<double>("length");
    QTest::newRow("flush") << 270.0 << 2.0;
    QTest::newRow("flush, sharp") << 270.0 << 0.1;
    QTest::newRow("drop") << -72.0 << 0.5;
    QTest::newRow("dropout") << 0.0 << 0.02;
    QTest::newRow("dropout of a second") << 0.0 << 1.0;
  }
  void isNotMovedByArtefacts() {
    QFETCH(double, level);
    QFETCH(double, length);
    Line line;
    line.feed(20, normal);
    for (int second = 20; second < 60; ++second) {
      const auto shown =
          line.feed(1, [=](double t) { return std::fmod(t, 10) < length ? level : normal(t); });
      if (shown[0].value) compare(shown, 120, 80);
    }
    compare(line.feed(5, normal), 120, 80);
  }

  void followsARealFall() {
    Line line;
    line.feed(20, normal);
    compare(line.feed(6, [](double t) { return test::syntheticPressure(t, 150, 35, 55); }), 55, 35);
  }

  void isAbsentAfterAGapUntilPulsesReturn() {
    Line line;
    line.feed(20, normal);
    QVERIFY(!line.loseSignal(6)[0].value);
    compare(line.feed(6, normal), 120, 80);
  }

  // v115l: the line is flat at 2.78 mmHg for five and a half minutes.
  void showsNoPressureInV115l() {
    NEEDS_RECORDINGS();
    for (const auto& numerics :
         test::derivedEachSecond(test::record(QStringLiteral("challenge2015/v115l"))))
      for (const auto& numeric : numerics)
        if (numeric.unit == Unit::MillimetreOfMercury) {
          QVERIFY(!numeric.value);
          QCOMPARE(numeric.validity, Validity::NotMeasured);
        }
  }

  // v131l: the transducer is zeroed at 65 to 80 s and the line damped until 98 s.
  void showsDropoutsOfV131lAsAbsent() {
    NEEDS_RECORDINGS();
    const auto record = test::record(QStringLiteral("challenge2015/v131l"));
    const auto systolic = test::numericEachSecond(record, mdc::kArterialSystolic);
    const auto diastolic = test::numericEachSecond(record, mdc::kArterialDiastolic);
    int shown = 0;
    for (std::size_t second = 0; second < systolic.size(); ++second) {
      QCOMPARE(systolic[second].has_value(), diastolic[second].has_value());
      if (!systolic[second]) continue;
      ++shown;
      QVERIFY2(*diastolic[second] > 60, qPrintable(QString::number(second)));
      QVERIFY2(*systolic[second] > 90 && *systolic[second] < 200,
               qPrintable(QString::number(second)));
    }
    for (std::size_t second = 72; second < 98; ++second) QVERIFY(!systolic[second]);
    QVERIFY2(shown > 270, qPrintable(QString::number(shown)));
  }

  // mimicdb 037: a packaged reader gives -109 to 48 mmHg; the truth is 17 to 64.
  void measuresTheLowPressureOf03700181() {
    NEEDS_RECORDINGS();
    const auto systolic = test::numericEachSecond(test::record(QStringLiteral("mimicdb/03700181")),
                                                  mdc::kArterialSystolic);
    for (std::size_t second = 10; second < systolic.size(); ++second)
      QVERIFY2(systolic[second].value_or(0) > 30 && *systolic[second] < 65,
               qPrintable(QString::number(second)));
  }

  void measuresPulmonaryPressureBesideArterial() {
    NEEDS_RECORDINGS();
    const auto last =
        test::derivedEachSecond(test::record(QStringLiteral("mimicdb_041s/041s"))).back();
    const auto find = [&](MdcCode code) {
      for (const auto& numeric : last)
        if (numeric.code == code) return numeric.value;
      return std::optional<double>{};
    };
    QVERIFY(find(mdc::kPulmonarySystolic) && find(mdc::kArterialSystolic));
    QVERIFY(*find(mdc::kPulmonarySystolic) < *find(mdc::kArterialSystolic));
  }
};

QTEST_APPLESS_MAIN(TestPressureDetector)
#include "tst_pressure_detector.moc"
