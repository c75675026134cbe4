// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLoggingCategory>
#include <QTest>
#include <algorithm>

#include "simulation/ward_history.h"

using vitalwall::simulation::WardHistory;

/// Many invented histories of a whole ward, each from its seed. A history that fails is named by
/// its seed; VITALWALL_SEED=N plays that one alone.
class TestWardHistories : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("vitalwall.*=false")); }

  void sameSeedSameHistory() {
    WardHistory first(7);
    WardHistory second(7);
    first.run(kSteps);
    second.run(kSteps);
    QCOMPARE(first.counts().settled, second.counts().settled);
    QCOMPARE(first.counts().liveSteps, second.counts().liveSteps);
    QCOMPARE(first.counts().staleValues, second.counts().staleValues);
  }

  void nothingHappensThatMustNot_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    if (const int only = qEnvironmentVariableIntValue("VITALWALL_SEED"); only > 0) {
      QTest::addRow("seed %d", only) << only << only;
      return;
    }
    for (int first = 1; first <= histories(); first += kOfARow) {
      const int last = std::min(first + kOfARow - 1, histories());
      QTest::addRow("seeds %d to %d", first, last) << first << last;
    }
  }
  void nothingHappensThatMustNot() {
    QFETCH(const int, first);
    QFETCH(const int, last);
    WardHistory::Counts sum;
    for (int seed = first; seed <= last; ++seed) {
      WardHistory history(static_cast<std::uint64_t>(seed));
      const bool isWell = history.run(kSteps);
      QVERIFY2(isWell, qPrintable(QStringLiteral("seed %1 %2")
                                      .arg(seed)
                                      .arg(QString::fromStdString(history.violation()))));
      sum += history.counts();
    }
    qInfo("%d lives of servers, %d of stations, %d commands settled, %d confirmed", sum.serverLives,
          sum.stationLives, sum.settled, sum.confirmed);
    const int count = last - first + 1;
    QVERIFY2(count == 1 || (sum.confirmed > count && sum.staleValues > count),
             "too little happens");
  }

 private:
  static constexpr int kSteps = 100;
  static constexpr int kOfARow = 1000;

  static int histories() {
    const int wanted = qEnvironmentVariableIntValue("VITALWALL_HISTORIES");
    return wanted > 0 ? wanted : 10'000;
  }
};

QTEST_GUILESS_MAIN(TestWardHistories)
#include "tst_ward_histories.moc"
