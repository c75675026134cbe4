// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>

#include "models/vitals_trend.h"
#include "support/samples.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class VitalsTrendTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keepsOneValueASecond();
  void isBoundedInTime();
  void missingValueLeavesAGap();
  void doubtfulValueIsNotATrend();
  void cuffValueIsTakenOnce();
  void sourceClockSetBackStartsAnew();
  void thinningKeepsEveryExtreme();
  void fewPointsAreNotThinned();

 private:
  static void add(VitalsTrend& trend, milliseconds at, double heartRate);
  const PatientId m_patient = PatientId::fromName("a");
};

void VitalsTrendTest::add(VitalsTrend& trend, milliseconds at, double heartRate) {
  const auto time = test::kNoon + at;
  trend.append({.patient = PatientId::fromName("a"),
                .sourceTime = time,
                .numerics = {test::makeNumeric(mdc::kHeartRate, heartRate, time)}});
}

void VitalsTrendTest::keepsOneValueASecond() {
  VitalsTrend trend;
  for (int i = 0; i < 10; ++i) add(trend, i * 500ms, 80 + i);
  const auto& points = trend.points(m_patient, mdc::kHeartRate);
  QCOMPARE(points.size(), 5U);
  QCOMPARE(points.front(), (TrendPoint{test::kNoon, 80}));
  QVERIFY(trend.points(m_patient, mdc::kSpO2).empty());
  QVERIFY(trend.points(PatientId::fromName("b"), mdc::kHeartRate).empty());
}

void VitalsTrendTest::isBoundedInTime() {
  VitalsTrend trend(1min);
  for (int second = 0; second < 300; ++second) add(trend, second * 1s, second);
  const auto& points = trend.points(m_patient, mdc::kHeartRate);
  QCOMPARE(points.size(), 61U);
  QCOMPARE(points.front().value, 239.0);
}

void VitalsTrendTest::missingValueLeavesAGap() {
  VitalsTrend trend;
  add(trend, 0s, 80);
  trend.append({.patient = m_patient,
                .sourceTime = test::kNoon + 1s,
                .numerics = {{.code = mdc::kHeartRate,
                              .unit = Unit::BeatPerMinute,
                              .value = {},
                              .validity = Validity::LeadOff,
                              .measuredAt = test::kNoon + 1s}}});
  add(trend, 2s, 82);
  QCOMPARE(trend.points(m_patient, mdc::kHeartRate).size(), 2U);
}

void VitalsTrendTest::doubtfulValueIsNotATrend() {
  VitalsTrend trend;
  auto doubtful = test::makeNumeric(mdc::kHeartRate, 300);
  doubtful.validity = Validity::Questionable;
  trend.append({.patient = m_patient, .sourceTime = test::kNoon, .numerics = {doubtful}});
  QVERIFY(trend.points(m_patient, mdc::kHeartRate).empty());
}

void VitalsTrendTest::cuffValueIsTakenOnce() {
  VitalsTrend trend;
  for (int second = 0; second < 5; ++second)
    trend.append({.patient = m_patient,
                  .sourceTime = test::kNoon + second * 1s,
                  .numerics = {test::makeNumeric(mdc::kNibpSystolic, 120, test::kNoon)}});
  QCOMPARE(trend.points(m_patient, mdc::kNibpSystolic).size(), 1U);
}

void VitalsTrendTest::sourceClockSetBackStartsAnew() {
  VitalsTrend trend;
  add(trend, 1h, 80);
  add(trend, 0s, 90);
  QCOMPARE(trend.points(m_patient, mdc::kHeartRate).size(), 1U);
  QCOMPARE(trend.points(m_patient, mdc::kHeartRate).front().value, 90.0);
}

void VitalsTrendTest::thinningKeepsEveryExtreme() {
  std::deque<TrendPoint> points;
  for (int second = 0; second < 3600; ++second) points.push_back({test::kNoon + second * 1s, 80});
  points[1777].value = 190;
  points[2900].value = 20;
  const auto thin = thinned(points, 100);
  QVERIFY(thin.size() <= 200U);
  QVERIFY(std::find(thin.begin(), thin.end(), points[1777]) != thin.end());
  QVERIFY(std::find(thin.begin(), thin.end(), points[2900]) != thin.end());
  QVERIFY(std::is_sorted(thin.begin(), thin.end(),
                         [](const auto& a, const auto& b) { return a.at < b.at; }));
}

void VitalsTrendTest::fewPointsAreNotThinned() {
  const std::deque<TrendPoint> points = {{test::kNoon, 1}, {test::kNoon + 1s, 2}};
  QCOMPARE(thinned(points, 1).size(), 2U);
  QVERIFY(thinned({}, 10).empty());
}

QTEST_APPLESS_MAIN(VitalsTrendTest)
#include "tst_vitals_trend.moc"
