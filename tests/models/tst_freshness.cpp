// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/bed_state.h"
#include "support/samples.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

Q_DECLARE_METATYPE(vitalwall::models::FreshnessRule)

class FreshnessTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void judgesByAge_data();
  void judgesByAge();
  void cuffValueKeepsItsAgeAndOutlivesContinuousOnes();
  void silentSourceDimsTheCuffValueToo();
  void ageOfCuffCountsFromTheMeasurement();
  void bedWithoutVitalsHasNoAge();
};

void FreshnessTest::judgesByAge_data() {
  QTest::addColumn<FreshnessRule>("rule");
  QTest::addColumn<qlonglong>("ageMillis");
  QTest::addColumn<Freshness>("expected");

  const auto extended = extendedServerRule();
  QTest::newRow("new") << extended << 0LL << Freshness::Fresh;
  QTest::newRow("just below 3 s") << extended << 2999LL << Freshness::Fresh;
  QTest::newRow("3 s") << extended << 3000LL << Freshness::Dimmed;
  QTest::newRow("just below 10 s") << extended << 9999LL << Freshness::Dimmed;
  QTest::newRow("10 s") << extended << 10000LL << Freshness::Expired;

  const auto plain = plainServerRule();
  QTest::newRow("plain, 3 s: age only") << plain << 3000LL << Freshness::Aged;
  QTest::newRow("plain, 15 s is lawful") << plain << 15000LL << Freshness::Aged;
  QTest::newRow("plain, 16 s") << plain << 16000LL << Freshness::Dimmed;
  QTest::newRow("plain, 30 s") << plain << 30000LL << Freshness::Expired;

  const auto cuff = intermittentRule();
  QTest::newRow("cuff always shows its age") << cuff << 0LL << Freshness::Aged;
  QTest::newRow("cuff, 15 min") << cuff << 900'000LL << Freshness::Dimmed;
  QTest::newRow("cuff, 1 h") << cuff << 3'600'000LL << Freshness::Expired;
}

void FreshnessTest::judgesByAge() {
  QFETCH(FreshnessRule, rule);
  QFETCH(qlonglong, ageMillis);
  QFETCH(Freshness, expected);
  QCOMPARE(rule.judge(milliseconds(ageMillis)), expected);
}

namespace {

/// A bed with a heart rate of now and a cuff pressure that is `cuffAge` old.
BedState bedWithCuff(milliseconds cuffAge, SteadyTime asOf) {
  BedState bed;
  bed.vitals =
      Vitals{.patient = {},
             .sourceTime = test::kNoon,
             .numerics = {test::makeNumeric(mdc::kHeartRate, 80),
                          test::makeNumeric(mdc::kNibpSystolic, 120, test::kNoon - cuffAge)}};
  bed.vitalsAsOf = asOf;
  return bed;
}

constexpr SteadyTime kStart{1h};

}  // namespace

void FreshnessTest::cuffValueKeepsItsAgeAndOutlivesContinuousOnes() {
  const auto bed = bedWithCuff(5min, kStart);
  const auto rule = extendedServerRule();
  const auto* cuff = bed.vitals->find(mdc::kNibpSystolic);
  const auto* rate = bed.vitals->find(mdc::kHeartRate);

  QCOMPARE(bed.freshnessOf(*cuff, rule, kStart), Freshness::Aged);
  QCOMPARE(bed.freshnessOf(*rate, rule, kStart), Freshness::Fresh);
  QCOMPARE(bed.freshnessOf(*rate, rule, kStart + 10s), Freshness::Expired);
  QCOMPARE(bed.freshnessOf(*cuff, rule, kStart + 10s), Freshness::Dimmed);
}

void FreshnessTest::silentSourceDimsTheCuffValueToo() {
  const auto bed = bedWithCuff(1min, kStart);
  const auto* cuff = bed.vitals->find(mdc::kNibpSystolic);
  QCOMPARE(bed.freshnessOf(*cuff, extendedServerRule(), kStart + 2s), Freshness::Aged);
  QCOMPARE(bed.freshnessOf(*cuff, extendedServerRule(), kStart + 3s), Freshness::Dimmed);
}

void FreshnessTest::ageOfCuffCountsFromTheMeasurement() {
  const auto bed = bedWithCuff(5min, kStart);
  QVERIFY(bed.ageOf(*bed.vitals->find(mdc::kNibpSystolic), kStart + 2s) == 5min + 2s);
  QVERIFY(bed.ageOf(*bed.vitals->find(mdc::kHeartRate), kStart + 2s) == 2s);
}

void FreshnessTest::bedWithoutVitalsHasNoAge() {
  QVERIFY(!BedState{}.vitalsAge(kStart));
}

QTEST_APPLESS_MAIN(FreshnessTest)
#include "tst_freshness.moc"
