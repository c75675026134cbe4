// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLoggingCategory>
#include <QTest>

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

  void nothingHappensThatMustNot() {
    const int only = qEnvironmentVariableIntValue("VITALWALL_SEED");
    const int first = only > 0 ? only : 1;
    const int last = only > 0 ? only : histories();
    WardHistory::Counts sum;
    for (int seed = first; seed <= last; ++seed) {
      WardHistory history(static_cast<std::uint64_t>(seed));
      const bool isWell = history.run(kSteps);
      QVERIFY2(isWell, qPrintable(QStringLiteral("seed %1 %2")
                                      .arg(seed)
                                      .arg(QString::fromStdString(history.violation()))));
      sum.confirmed += history.counts().confirmed;
      sum.settled += history.counts().settled;
      sum.serverLives += history.counts().serverLives;
      sum.stationLives += history.counts().stationLives;
      sum.staleValues += history.counts().staleValues;
    }
    qInfo("%d histories: %d lives of servers, %d of stations, %d commands settled, %d confirmed",
          last - first + 1, sum.serverLives, sum.stationLives, sum.settled, sum.confirmed);
    QVERIFY2(only > 0 || (sum.confirmed > last && sum.staleValues > last), "too little happens");
  }

 private:
  static constexpr int kSteps = 100;

  static int histories() {
    const int wanted = qEnvironmentVariableIntValue("VITALWALL_HISTORIES");
    return wanted > 0 ? wanted : 10'000;
  }
};

QTEST_GUILESS_MAIN(TestWardHistories)
#include "tst_ward_histories.moc"
