// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "models/bed_model.h"
#include "support/samples.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class BedModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keepsTheOrderOfWatching();
  void watchingTwiceAddsOneBed();
  void bedsAfterARemovedOneAreStillFound();
  void unknownPatientIsNamedByHisId();
  void directoryNamesTheBed();
  void vitalsOfOthersAreIgnored();
  void oneChangeIsSignalledOnce();
  void repeatedVitalsDoNotGetYounger();
  void serverClockSetBackIsNotAge();

 private:
  static QString beds(const BedModel& model);
  static Vitals vitalsOf(PatientId patient, WallTime at);
};

QString BedModelTest::beds(const BedModel& model) {
  QStringList labels;
  for (int row = 0; row < model.rowCount(); ++row) labels << model.index(row).data().toString();
  return labels.join(QLatin1Char('|'));
}

Vitals BedModelTest::vitalsOf(PatientId patient, WallTime at) {
  return {.patient = patient,
          .sourceTime = at,
          .numerics = {test::makeNumeric(mdc::kHeartRate, 80, at)}};
}

void BedModelTest::keepsTheOrderOfWatching() {
  BedModel model;
  const QAbstractItemModelTester tester(&model);
  for (const auto* bed : {"Bed 2", "Bed 1", "Bed 3"}) {
    const auto patient = test::makePatient(bed);
    model.watch(patient.id, SteadyTime(1h));
    model.describe(patient);
  }
  QCOMPARE(beds(model), QStringLiteral("Bed 2|Bed 1|Bed 3"));
  model.unwatch(PatientId::fromName("Bed 1"));
  QCOMPARE(beds(model), QStringLiteral("Bed 2|Bed 3"));
}

void BedModelTest::watchingTwiceAddsOneBed() {
  BedModel model;
  QVERIFY(model.watch(PatientId::fromName("a"), SteadyTime(1h)));
  QVERIFY(!model.watch(PatientId::fromName("a"), SteadyTime(1h)));
  QCOMPARE(model.rowCount(), 1);
  QVERIFY(!model.unwatch(PatientId::fromName("b")));
}

void BedModelTest::bedsAfterARemovedOneAreStillFound() {
  BedModel model;
  for (const auto* name : {"a", "b", "c"}) model.watch(PatientId::fromName(name), SteadyTime(1h));
  model.unwatch(PatientId::fromName("a"));
  QCOMPARE(model.rowOf(PatientId::fromName("c")), 1);
  QCOMPARE(model.rowOf(PatientId::fromName("a")), -1);
  QVERIFY(model.find(PatientId::fromName("a")) == nullptr);
}

void BedModelTest::unknownPatientIsNamedByHisId() {
  BedModel model;
  const auto id = *PatientId::parse("0F8FAD5B-D9CB-469F-A165-70867728950E");
  model.watch(id, SteadyTime(1h));
  QCOMPARE(beds(model), QStringLiteral("0f8fad5b"));
}

void BedModelTest::directoryNamesTheBed() {
  BedModel model;
  const auto patient = test::makePatient("Bed 7");
  model.describe(patient);
  QCOMPARE(model.rowCount(), 0);
  model.watch(patient.id, SteadyTime(1h));
  model.describe(patient);
  QCOMPARE(model.index(0).data(BedModel::NameRole).toString(), QStringLiteral("Doe Bed 7"));
  QCOMPARE(model.index(0).data(BedModel::PatientIdRole).value<PatientId>(), patient.id);
}

void BedModelTest::vitalsOfOthersAreIgnored() {
  BedModel model;
  model.watch(PatientId::fromName("a"), SteadyTime(1h));
  model.applyVitals(vitalsOf(PatientId::fromName("b"), test::kNoon), SteadyTime(1h));
  QCOMPARE(model.index(0).data(BedModel::HasVitalsRole).toBool(), false);
}

void BedModelTest::oneChangeIsSignalledOnce() {
  BedModel model;
  const auto patient = test::makePatient("Bed 1");
  model.watch(patient.id, SteadyTime(1h));
  QSignalSpy changes(&model, &BedModel::dataChanged);
  model.describe(patient);
  model.describe(patient);
  QCOMPARE(changes.count(), 1);
  model.applyVitals(vitalsOf(patient.id, test::kNoon), SteadyTime(1h));
  QCOMPARE(changes.count(), 2);
}

void BedModelTest::repeatedVitalsDoNotGetYounger() {
  BedModel model;
  const auto id = PatientId::fromName("a");
  model.watch(id, SteadyTime(1h));
  const SteadyTime start(1h);
  model.applyVitals(vitalsOf(id, test::kNoon), start);
  model.applyVitals(vitalsOf(id, test::kNoon), start + 15s);
  QVERIFY(model.find(id)->vitalsAge(start + 15s) == 15s);
  model.applyVitals(vitalsOf(id, test::kNoon + 20s), start + 20s);
  QVERIFY(model.find(id)->vitalsAge(start + 20s) == 0s);
}

void BedModelTest::serverClockSetBackIsNotAge() {
  BedModel model;
  const auto id = PatientId::fromName("a");
  model.watch(id, SteadyTime(1h));
  const SteadyTime start(1h);
  model.applyVitals(vitalsOf(id, test::kNoon), start);
  model.applyVitals(vitalsOf(id, test::kNoon - 1h), start + 1s);
  QVERIFY(model.find(id)->vitalsAge(start + 1s) == 0s);
}

QTEST_APPLESS_MAIN(BedModelTest)
#include "tst_bed_model.moc"
