// SPDX-License-Identifier: GPL-3.0-or-later
// Every scenario brings its event on for every age, couples the body as physiology does, and ends.
#include <QTest>
#include <cmath>

#include "sources/simulator_support.h"

using namespace vitalwall;
using namespace vitalwall::sources;
using namespace vitalwall::test;
using std::chrono::seconds;

namespace {

constexpr int kStart = 10;  // s: when the scenario begins
constexpr std::size_t kAdult = 0;
constexpr std::size_t kAdultWithCuff = 1;
constexpr std::size_t kNeonate = 5;
constexpr std::size_t kChild = 6;

SimulatorSpec calmWard() {
  return {.patients = 7, .seed = 11, .events = false, .scenarios = {}};
}

/// A ward of which one patient has lived through a scenario of `length` and the time after it.
struct Story {
  Story(std::size_t patient, Scenario scenario, int length, int after)
      : ward(calmWard()), drive(ward), person(ward.patients()[patient]) {
    if (!ward.startScenario(patient, scenario, seconds(kStart), seconds(length)).ok())
      qFatal("no such patient");
    drive.runUntil(seconds(kStart + length + after));
  }
  Numeric at(MdcCode code, int second) const { return shown(drive, person, code, second); }
  double valueAt(MdcCode code, int second) const { return at(code, second).value.value(); }
  Excerpt wave(MdcCode code, double from, double to) const {
    return excerpt(drive, person, code, from, to);
  }

  SimulatedWard ward;
  Drive drive;
  const Patient& person;
};

bool isGap(const Excerpt& wave) {
  return std::all_of(wave.values.begin(), wave.values.end(),
                     [](double v) { return std::isnan(v); });
}

}  // namespace

class TestScenarios final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void crossesTheDefaultLimitAndRecovers_data();
  void crossesTheDefaultLimitAndRecovers();
  void changesComeSmoothly_data();
  void changesComeSmoothly();
  void asystoleIsFlatAndWithoutPulse();
  void asystoleIsShownWithinTenSeconds();
  void apnoeaIsFlatAndOxygenFallsLate();
  void leadOffIsAGapNotAZero();
  void artefactIsMarked();
  void recoveryEndsAScenarioEarly();
  void recoveryInTheOnsetTurnsTheChangeAtOnce();
  void recoveryLeavesALaterScenarioAlone();
  void aCuffNoticesHypotension();
  void aCuffFindsNoPressureWithoutAPulse();
  void missingValuesAreNeverNumbers();
  void unknownPatientIsRefused();
};

void TestScenarios::crossesTheDefaultLimitAndRecovers_data() {
  QTest::addColumn<Scenario>("scenario");
  QTest::addColumn<QList<quint32>>("codes");
  const auto row = [](const char* name, Scenario scenario, std::initializer_list<MdcCode> codes) {
    QList<quint32> values;
    for (const MdcCode code : codes) values.append(code.value);
    QTest::newRow(name) << scenario << values;
  };
  row("desaturation", Scenario::Desaturation, {mdc::kSpO2});
  row("bradycardia", Scenario::Bradycardia, {mdc::kHeartRate, mdc::kPulseRate});
  row("tachycardia", Scenario::Tachycardia, {mdc::kHeartRate, mdc::kPulseRate});
  row("hypotension", Scenario::Hypotension, {mdc::kArterialSystolic});
  row("apnoea", Scenario::Apnoea, {mdc::kRespiratoryRate, mdc::kSpO2});
  row("asystole", Scenario::Asystole, {mdc::kHeartRate, mdc::kArterialMean});
}

void TestScenarios::crossesTheDefaultLimitAndRecovers() {
  QFETCH(Scenario, scenario);
  QFETCH(QList<quint32>, codes);
  constexpr int kEnd = kStart + 60;
  SimulatedWard ward(calmWard());
  for (const std::size_t patient : {kAdult, kChild, kNeonate})
    QVERIFY(ward.startScenario(patient, scenario, seconds(kStart), seconds(kEnd - kStart)).ok());
  Drive drive(ward);
  drive.runUntil(seconds(kEnd + 50));
  for (const std::size_t index : {kAdult, kChild, kNeonate}) {
    const Patient& patient = ward.patients()[index];
    for (const quint32 code : codes) {
      QVERIFY(!isBeyondLimits(patient, shown(drive, patient, MdcCode{code}, kStart)));
      QVERIFY2(isBeyondLimits(patient, shown(drive, patient, MdcCode{code}, kEnd - 1)),
               qPrintable(QStringLiteral("patient %1, code %2").arg(index).arg(code)));
    }
    for (const MdcCode code : patient.numerics) {
      const Numeric last = shown(drive, patient, code, kEnd + 50);
      QVERIFY2(last.value && !isBeyondLimits(patient, last), findMetric(code)->label.data());
      QCOMPARE(last.validity, Validity::Valid);
    }
  }
}

void TestScenarios::changesComeSmoothly_data() {
  QTest::addColumn<Scenario>("scenario");
  QTest::addColumn<quint32>("code");
  QTest::addColumn<double>("largestStep");
  QTest::newRow("SpO2") << Scenario::Desaturation << mdc::kSpO2.value << 2.0;
  QTest::newRow("pressure") << Scenario::Hypotension << mdc::kArterialSystolic.value << 7.0;
  QTest::newRow("rate falls") << Scenario::Bradycardia << mdc::kHeartRate.value << 6.0;
  QTest::newRow("rate rises") << Scenario::Tachycardia << mdc::kHeartRate.value << 12.0;
}

void TestScenarios::changesComeSmoothly() {
  QFETCH(Scenario, scenario);
  QFETCH(quint32, code);
  QFETCH(double, largestStep);
  const Story story(kAdult, scenario, 40, 50);
  for (int second = 1; second <= kStart + 90; ++second) {
    const double step =
        story.valueAt(MdcCode{code}, second) - story.valueAt(MdcCode{code}, second - 1);
    QVERIFY2(std::abs(step) <= largestStep, qPrintable(QString::number(second)));
  }
}

void TestScenarios::asystoleIsFlatAndWithoutPulse() {
  const Story story(kAdult, Scenario::Asystole, 30, 1);
  const int from = kStart + 12;
  const int to = kStart + 29;
  QVERIFY(story.wave(mdc::kEcgLeadII, from, to).range() < 0.15);
  QVERIFY(story.wave(mdc::kPleth, from, to).range() < 0.02);
  QVERIFY(story.wave(mdc::kArterialPressure, from, to).highest() < 20);
  QCOMPARE(story.valueAt(mdc::kHeartRate, to), 0.0);
  QCOMPARE(story.at(mdc::kHeartRate, to).validity, Validity::Valid);
  QCOMPARE(story.at(mdc::kSpO2, to).validity, Validity::NotMeasured);
  QCOMPARE(story.at(mdc::kPulseRate, to).validity, Validity::NotMeasured);
  QCOMPARE(story.valueAt(mdc::kArterialSystolic, to), story.valueAt(mdc::kArterialMean, to));
  // Breathing goes on, as with a ventilator.
  QVERIFY(story.wave(mdc::kRespiration, from, to).range() > 0.8);
}

void TestScenarios::asystoleIsShownWithinTenSeconds() {
  const Story story(kAdult, Scenario::Asystole, 20, 1);
  QCOMPARE(story.valueAt(mdc::kHeartRate, kStart + 6), 0.0);
}

void TestScenarios::apnoeaIsFlatAndOxygenFallsLate() {
  const Story story(kAdult, Scenario::Apnoea, 60, 1);
  QVERIFY(story.wave(mdc::kRespiration, kStart + 8, kStart + 59).range() < 0.05);
  const double before = story.valueAt(mdc::kSpO2, kStart);
  for (int second = kStart; second < kStart + 22; ++second)
    QVERIFY(story.valueAt(mdc::kSpO2, second) >= before - 1);
  QVERIFY(story.valueAt(mdc::kRespiratoryRate, kStart + 15) > 0);
  QCOMPARE(story.valueAt(mdc::kRespiratoryRate, kStart + 28), 0.0);
  QVERIFY(story.valueAt(mdc::kSpO2, kStart + 50) < before - 8);
}

void TestScenarios::leadOffIsAGapNotAZero() {
  const Story story(kAdult, Scenario::LeadOff, 20, 12);
  QVERIFY(isGap(story.wave(mdc::kEcgLeadII, kStart, kStart + 20)));
  QVERIFY(isGap(story.wave(mdc::kRespiration, kStart, kStart + 20)));
  QVERIFY(!std::isnan(story.wave(mdc::kEcgLeadII, kStart - 1, kStart).values.back()));
  QVERIFY(!std::isnan(story.wave(mdc::kEcgLeadII, kStart + 20, kStart + 21).values.front()));
  const Numeric rate = story.at(mdc::kHeartRate, kStart + 5);
  QVERIFY(!rate.value);
  QCOMPARE(rate.validity, Validity::LeadOff);
  QVERIFY(!story.at(mdc::kRespiratoryRate, kStart + 5).value);
  QCOMPARE(story.at(mdc::kPulseRate, kStart + 5).validity, Validity::Valid);
  QCOMPARE(story.at(mdc::kHeartRate, kStart + 30).validity, Validity::Valid);
}

void TestScenarios::artefactIsMarked() {
  const Story story(kAdult, Scenario::Artefact, 20, 5);
  const double calm = story.wave(mdc::kEcgLeadII, 2, kStart).range();
  QVERIFY(story.wave(mdc::kEcgLeadII, kStart + 2, kStart + 20).range() > 1.3 * calm);
  for (const MdcCode code : {mdc::kHeartRate, mdc::kSpO2, mdc::kPulseRate}) {
    const Numeric numeric = story.at(code, kStart + 10);
    QVERIFY(numeric.value.has_value());
    QCOMPARE(numeric.validity, Validity::Questionable);
    QCOMPARE(story.at(code, kStart + 24).validity, Validity::Valid);
  }
}

void TestScenarios::recoveryEndsAScenarioEarly() {
  SimulatedWard ward(calmWard());
  QVERIFY(ward.startScenario(kAdult, Scenario::Desaturation, seconds(0), seconds(600)).ok());
  Drive drive(ward);
  drive.runUntil(seconds(40));
  const Patient& patient = ward.patients()[kAdult];
  QVERIFY(isBeyondLimits(patient, shown(drive, patient, mdc::kSpO2, 40)));
  QVERIFY(ward.startScenario(kAdult, Scenario::Recovery, seconds(40)).ok());
  drive.runUntil(seconds(65));
  QVERIFY(!isBeyondLimits(patient, shown(drive, patient, mdc::kSpO2, 65)));
}

void TestScenarios::recoveryInTheOnsetTurnsTheChangeAtOnce() {
  SimulatedWard ward(calmWard());
  QVERIFY(ward.startScenario(kAdult, Scenario::Recovery, seconds(12)).ok());
  QVERIFY(ward.startScenario(kAdult, Scenario::Desaturation, seconds(0), seconds(600)).ok());
  Drive drive(ward);
  drive.runUntil(seconds(40));
  const Patient& patient = ward.patients()[kAdult];
  const double lowest = shown(drive, patient, mdc::kSpO2, 12).value.value();
  QVERIFY(lowest < shown(drive, patient, mdc::kSpO2, 0).value.value() - 3);
  for (int second = 13; second <= 40; ++second)
    QVERIFY(shown(drive, patient, mdc::kSpO2, second).value.value() >= lowest - 1);
}

void TestScenarios::recoveryLeavesALaterScenarioAlone() {
  SimulatedWard ward(calmWard());
  QVERIFY(ward.startScenario(kAdult, Scenario::LeadOff, seconds(20), seconds(5)).ok());
  QVERIFY(ward.startScenario(kAdult, Scenario::Recovery, seconds(10)).ok());
  Drive drive(ward);
  drive.runUntil(seconds(23));
  const Patient& patient = ward.patients()[kAdult];
  QCOMPARE(shown(drive, patient, mdc::kHeartRate, 22).validity, Validity::LeadOff);
}

void TestScenarios::aCuffNoticesHypotension() {
  const Story story(kAdultWithCuff, Scenario::Hypotension, 120, 1);
  QVERIFY(!isBeyondLimits(story.person, story.at(mdc::kNibpSystolic, kStart)));
  QVERIFY(isBeyondLimits(story.person, story.at(mdc::kNibpSystolic, kStart + 90)));
}

void TestScenarios::aCuffFindsNoPressureWithoutAPulse() {
  const Story story(kAdultWithCuff, Scenario::Asystole, 90, 70);
  QCOMPARE(story.at(mdc::kNibpSystolic, kStart + 85).validity, Validity::NotMeasured);
  QVERIFY(story.at(mdc::kNibpSystolic, kStart + 159).value.has_value());
}

void TestScenarios::missingValuesAreNeverNumbers() {
  SimulatedWard ward({.patients = 16, .seed = 3, .scenarios = {}});
  for (std::size_t i = 0; i < 16; ++i)
    QVERIFY(ward.startScenario(i, infoOf(Scenario(i % 10)).scenario, seconds(10)).ok());
  Drive drive(ward);
  drive.runUntil(seconds(120));
  for (const auto& [patient, all] : drive.sink.vitals)
    for (const Vitals& vitals : all)
      for (const Numeric& numeric : vitals.numerics) {
        const bool given =
            numeric.validity == Validity::Valid || numeric.validity == Validity::Questionable;
        QCOMPARE(numeric.value.has_value(), given);
        // Only what is counted can be 0.
        const bool counted =
            numeric.code == mdc::kHeartRate || numeric.code == mdc::kRespiratoryRate;
        if (given) QVERIFY(counted ? *numeric.value >= 0 : *numeric.value > 5);
      }
}

void TestScenarios::unknownPatientIsRefused() {
  SimulatedWard ward(calmWard());
  const auto status = ward.startScenario(7, Scenario::Asystole, seconds(1));
  QCOMPARE(status.code(), absl::StatusCode::kOutOfRange);
  QVERIFY(std::string(status.message()).find("7") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
