// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>
#include <vector>

#include "domain/delay_histogram.h"

using namespace std::chrono_literals;
using namespace vitalwall;

class TestDelayHistogram : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void knowsNothingBeforeTheFirst();
  void percentilesAreAnEighthTooLongAtMost_data();
  void percentilesAreAnEighthTooLongAtMost();
  void endsOfTheRange();
  void merged();
};

void TestDelayHistogram::knowsNothingBeforeTheFirst() {
  const DelayHistogram histogram;
  QCOMPARE(histogram.count(), std::uint64_t(0));
  QVERIFY(!histogram.percentile(0.5));
  QVERIFY(histogram.longest() == 0us);
}

void TestDelayHistogram::percentilesAreAnEighthTooLongAtMost_data() {
  QTest::addColumn<double>("mean");  // of a logarithmic normal distribution, in microseconds
  for (const double mean : {3.0, 40.0, 900.0, 25'000.0, 700'000.0})
    QTest::addRow("around %g us", mean) << mean;
}

void TestDelayHistogram::percentilesAreAnEighthTooLongAtMost() {
  QFETCH(double, mean);
  std::mt19937_64 generator(11);
  std::lognormal_distribution<double> delays(std::log(mean), 1.0);
  DelayHistogram histogram;
  std::vector<microseconds> all(10'000);
  for (auto& delay : all) histogram.add(delay = microseconds(std::llround(delays(generator))));
  std::ranges::sort(all);
  QCOMPARE(histogram.count(), std::uint64_t(all.size()));
  QVERIFY(histogram.longest() == all.back());
  for (const double share : {0.01, 0.5, 0.9, 0.99, 0.999, 1.0}) {
    const auto truth = all[static_cast<std::size_t>(share * 10'000) - 1];
    const auto told = histogram.percentile(share);
    const auto words =
        QStringLiteral("%1: %2 us, not %3").arg(share).arg(told->count()).arg(truth.count());
    QVERIFY2(*told >= truth && *told <= truth + truth / 8, qPrintable(words));
  }
}

void TestDelayHistogram::endsOfTheRange() {
  DelayHistogram histogram;
  histogram.add(-5us);
  QVERIFY(histogram.percentile(1) == 0us);
  histogram.add(24h);
  QVERIFY(histogram.longest() == DelayHistogram::kLongest);
  QVERIFY(histogram.percentile(1) == DelayHistogram::kLongest);
  QVERIFY(histogram.percentile(0) == 0us);
}

void TestDelayHistogram::merged() {
  DelayHistogram one;
  DelayHistogram other;
  one.add(10us);
  for (int i = 0; i < 3; ++i) other.add(5ms);
  one.merge(other);
  QCOMPARE(one.count(), std::uint64_t(4));
  QVERIFY(one.percentile(0.25) == 10us);
  QVERIFY(one.percentile(0.5) == 5ms);
}

QTEST_APPLESS_MAIN(TestDelayHistogram)
#include "tst_delay_histogram.moc"
