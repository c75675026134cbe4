// SPDX-License-Identifier: GPL-3.0-or-later
// Apnoea in synthetic respiration and CO2.
#include <QtTest>
#include <limits>
#include <numbers>

#include "detectors/condition_support.h"
#include "detectors/synthetic_waves.h"

using namespace vitalwall;
using namespace vitalwall::test;

namespace {

constexpr double kStop = 60;
constexpr double kStart = 100;
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

double sine(double seconds, double perMinute) {
  return std::sin(2 * std::numbers::pi * seconds * perMinute / 60);
}
double breathing(double seconds, double perMinute = 15) {
  return 0.5 + 0.4 * sine(seconds, perMinute) + 0.005 * noiseAt(seconds);
}
bool isStill(double seconds) {
  return seconds >= kStop && seconds < kStart;
}
double trembling(double seconds) {
  return 0.3 + 0.01 * noiseAt(seconds);
}

}  // namespace

class TestApnoea final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void beginsAfterTwentySeconds_data();
  void beginsAfterTwentySeconds();
  void heartbeatsInTheWaveAreNoBreaths();
  void slowAndShallowBreathingIsNoApnoea();
  void aWaveThatComesOffIsNoApnoea_data();
  void aWaveThatComesOffIsNoApnoea();
  void breathInTheOtherWaveIsLife();
};

void TestApnoea::beginsAfterTwentySeconds_data() {
  QTest::addColumn<double>("rate");
  QTest::newRow("slow adult") << 9.0;
  QTest::newRow("adult") << 15.0;
  QTest::newRow("child") << 28.0;
  QTest::newRow("newborn") << 55.0;
}

void TestApnoea::beginsAfterTwentySeconds() {
  QFETCH(double, rate);
  const auto events =
      conditionsIn({respirationWave([rate](double seconds) {
                     return isStill(seconds) ? trembling(seconds) : breathing(seconds, rate);
                   })},
                   140);
  QCOMPARE(events.size(), std::size_t(2));
  QCOMPARE(events[0].condition.value, mdc::kEventApnoea.value);
  QVERIFY2(events[0].second >= kStop + 16 && events[0].second <= kStop + 24,
           qPrintable(described(events)));
  QVERIFY2(events[1].second > kStart && events[1].second <= kStart + 25,
           qPrintable(described(events)));
}

void TestApnoea::heartbeatsInTheWaveAreNoBreaths() {
  const auto events =
      conditionsIn({respirationWave([](double seconds) {
                     const double heart = 0.03 * sine(seconds, 80);
                     return heart + (isStill(seconds) ? trembling(seconds) : breathing(seconds));
                   })},
                   90);
  QCOMPARE(beginnings(events, mdc::kEventApnoea).size(), std::size_t(1));
}

void TestApnoea::slowAndShallowBreathingIsNoApnoea() {
  const auto slow = conditionsIn({respirationWave([](double s) { return breathing(s, 5); })}, 180);
  QVERIFY2(slow.empty(), qPrintable(described(slow)));
  const auto shallow = conditionsIn({respirationWave([](double seconds) {
                                      const double depth = seconds < kStop ? 0.4 : 0.1;
                                      return 0.5 + depth * sine(seconds, 15);
                                    })},
                                    180);
  QVERIFY2(shallow.empty(), qPrintable(described(shallow)));
}

void TestApnoea::aWaveThatComesOffIsNoApnoea_data() {
  QTest::addColumn<double>("value");
  QTest::newRow("missing") << kMissing;
  QTest::newRow("flat") << 0.2;
}

void TestApnoea::aWaveThatComesOffIsNoApnoea() {
  QFETCH(double, value);
  const auto events = conditionsIn({respirationWave([value](double seconds) {
                                     return isStill(seconds) ? value : breathing(seconds);
                                   })},
                                   140);
  QVERIFY2(events.empty(), qPrintable(described(events)));
}

void TestApnoea::breathInTheOtherWaveIsLife() {
  const auto still = [](double seconds) {
    return isStill(seconds) ? trembling(seconds) : breathing(seconds);
  };
  const auto carbonDioxide = [&](bool stops) {
    return respirationWave(
        [=](double seconds) {
          return stops && isStill(seconds) ? 0.0 : std::max(0.0, 20 + 30 * sine(seconds, 15));
        },
        mdc::kCo2);
  };
  const auto one = conditionsIn({respirationWave(still), carbonDioxide(false)}, 140);
  QVERIFY2(one.empty(), qPrintable(described(one)));
  const auto both = conditionsIn({respirationWave(still), carbonDioxide(true)}, 140);
  QCOMPARE(beginnings(both, mdc::kEventApnoea).size(), std::size_t(1));
  const auto alone = conditionsIn({carbonDioxide(true)}, 140);
  QCOMPARE(beginnings(alone, mdc::kEventApnoea).size(), std::size_t(1));
}

QTEST_APPLESS_MAIN(TestApnoea)
#include "tst_apnoea.moc"
