// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/source_lag.h"
#include "support/samples.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class SourceLagTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void firstDataIsNew();
  void clocksNeedNotAgree();
  void repeatedDataGrowsOld();
  void repeatedDataStaysOldForLong();
  void silentBedAmongLiveOnesIsOldAtOnce();
  void slowDriftOfTheClocksIsNotAge();
  void dataWithoutTimeIsNew();
  void resetForgetsTheDifference();
};

namespace {
constexpr SteadyTime kArrival{1h};
}

void SourceLagTest::firstDataIsNew() {
  SourceLag lag;
  QVERIFY(lag.observe(test::kNoon, kArrival) == 0ms);
}

void SourceLagTest::clocksNeedNotAgree() {
  SourceLag lag;
  lag.observe(test::kNoon, kArrival);
  QVERIFY(lag.observe(test::kNoon + 1s, kArrival + 1s) == 0ms);
  QVERIFY(lag.observe(test::kNoon + 2s, kArrival + 2s + 40ms) == 40ms);
}

void SourceLagTest::repeatedDataGrowsOld() {
  SourceLag lag;
  lag.observe(test::kNoon, kArrival);
  QVERIFY(lag.observe(test::kNoon, kArrival + 15s) == 15s);
  QVERIFY(lag.observe(test::kNoon, kArrival + 30s) == 30s);
}

void SourceLagTest::repeatedDataStaysOldForLong() {
  SourceLag lag;
  lag.observe(test::kNoon, kArrival);
  for (auto passed = 15s; passed <= 3600s; passed += 15s)
    QVERIFY(lag.observe(test::kNoon, kArrival + passed) == passed);
}

void SourceLagTest::silentBedAmongLiveOnesIsOldAtOnce() {
  SourceLag lag;
  lag.observe(test::kNoon, kArrival);
  QVERIFY(lag.observe(test::kNoon - 2min, kArrival + 1ms) == 2min + 1ms);
}

void SourceLagTest::slowDriftOfTheClocksIsNotAge() {
  SourceLag lag;
  // The station's clock is 0.1 % fast: 86 s a day.
  for (auto passed = 0s; passed <= 86400s; passed += 1s) {
    const auto arrival = kArrival + passed + milliseconds(passed.count());
    QVERIFY(lag.observe(test::kNoon + passed, arrival) < 200ms);
  }
}

void SourceLagTest::dataWithoutTimeIsNew() {
  SourceLag lag;
  lag.observe(test::kNoon, kArrival);
  QVERIFY(lag.observe(WallTime{}, kArrival + 1h) == 0ms);
}

void SourceLagTest::resetForgetsTheDifference() {
  SourceLag lag;
  lag.observe(test::kNoon, kArrival);
  lag.reset();
  QVERIFY(lag.observe(test::kNoon - 1h, kArrival + 1s) == 0ms);
}

QTEST_APPLESS_MAIN(SourceLagTest)
#include "tst_source_lag.moc"
