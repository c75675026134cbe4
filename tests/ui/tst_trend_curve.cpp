// SPDX-License-Identifier: GPL-3.0-or-later
#include <QChart>
#include <QLineSeries>
#include <QtTest>

#include "support/samples.h"
#include "ui/trend_curve.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::ui;

class TrendCurveTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aPauseCutsTheCourse();
  void aPauseIsNeverBridged();
  void oldPointsAreLeftOut();
  void longCourseIsThinned();
};

namespace {

using Points = std::deque<models::TrendPoint>;

Points everySecond(int from, int to) {
  Points points;
  for (int second = from; second < to; ++second) points.push_back({test::kNoon + second * 1s, 80});
  return points;
}

}  // namespace

void TrendCurveTest::aPauseCutsTheCourse() {
  auto points = everySecond(0, 10);
  const auto later = everySecond(40, 45);
  points.insert(points.end(), later.begin(), later.end());
  const auto stretches = split(points, 20s);
  QCOMPARE(stretches.size(), 2U);
  QCOMPARE(stretches[0].size(), 10U);
  QCOMPARE(stretches[1].size(), 5U);
  QVERIFY(split({}, 20s).empty());
}

void TrendCurveTest::aPauseIsNeverBridged() {
  QChart chart;
  TrendCurve curve(chart, mdc::kHeartRate, Qt::green);
  auto points = everySecond(0, 10);
  const auto later = everySecond(40, 45);
  points.insert(points.end(), later.begin(), later.end());
  curve.show(points, test::kNoon, 100);
  QCOMPARE(chart.series().size(), 2);
  QCOMPARE(curve.shownPoints(), 15);
  curve.show(everySecond(0, 10), test::kNoon, 100);
  QCOMPARE(curve.shownPoints(), 10);
}

void TrendCurveTest::oldPointsAreLeftOut() {
  QChart chart;
  TrendCurve curve(chart, mdc::kHeartRate, Qt::green);
  curve.show(everySecond(0, 60), test::kNoon + 50s, 100);
  QCOMPARE(curve.shownPoints(), 10);
}

void TrendCurveTest::longCourseIsThinned() {
  QChart chart;
  TrendCurve curve(chart, mdc::kHeartRate, Qt::green);
  curve.show(everySecond(0, 3600), test::kNoon, 100);
  QVERIFY(curve.shownPoints() <= 200);
  QVERIFY(curve.shownPoints() >= 100);
}

QTEST_MAIN(TrendCurveTest)
#include "tst_trend_curve.moc"
