// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated ward as a source: the same for the same seed, however it is sliced, and a ward
// that looks like one.
#include <QTest>
#include <set>

#include "sources/simulator_support.h"

using namespace vitalwall;
using namespace vitalwall::sources;
using namespace vitalwall::test;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

SimulatorSpec calm(int patients, std::uint64_t seed = 1) {
  return {.patients = patients, .seed = seed, .events = false, .scenarios = {}};
}

int bedsInAlarm(const SimulatedWard& ward, const Drive& drive, int second) {
  int beds = 0;
  for (const Patient& patient : ward.patients()) {
    const auto& numerics =
        drive.sink.vitals.at(patient.id).at(static_cast<std::size_t>(second)).numerics;
    beds += std::any_of(numerics.begin(), numerics.end(), [&](const Numeric& numeric) {
      return isBeyondLimits(patient, numeric) || numeric.validity == Validity::LeadOff;
    });
  }
  return beds;
}

}  // namespace

class TestSimulator final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void sameSeedGivesTheSameBytes();
  void anotherSeedIsAnotherWard();
  void slicingChangesNothing_data();
  void slicingChangesNothing();
  void patientsAreTheSameAfterARestart();
  void patientsDifferFromEachOther();
  void wardHasEveryKindOfPatient();
  void everythingIsKnownAtOnce();
  void vitalsComeOnceASecond();
  void blocksCarryTheTimeOfTheirFirstSample();
  void stampsFollowTheWallClock();
  void calmWardStaysWithinItsLimits();
  void cuffValuesAgeUntilTheNextMeasurement();
  void eventsMakeAWardOfSixteenLive_data();
  void eventsMakeAWardOfSixteenLive();
};

void TestSimulator::sameSeedGivesTheSameBytes() {
  SimulatedWard one({.patients = 5, .seed = 9, .scenarios = {}});
  SimulatedWard two({.patients = 5, .seed = 9, .scenarios = {}});
  Drive first(one);
  Drive second(two);
  first.runUntil(seconds(40));
  second.runUntil(seconds(40));
  QVERIFY(first.sink.blocks == second.sink.blocks);
  QVERIFY(first.sink.vitals == second.sink.vitals);
}

void TestSimulator::anotherSeedIsAnotherWard() {
  SimulatedWard one(calm(2, 1));
  SimulatedWard two(calm(2, 2));
  Drive first(one);
  Drive second(two);
  first.runUntil(seconds(2));
  second.runUntil(seconds(2));
  QVERIFY(one.patients()[0].id != two.patients()[0].id);
  QVERIFY(first.sink.blocks[0].samples != second.sink.blocks[0].samples);
}

void TestSimulator::slicingChangesNothing_data() {
  QTest::addColumn<int>("slice");
  QTest::newRow("one tick") << 4;
  QTest::newRow("less than a tick") << 1;
  QTest::newRow("no multiple of a tick") << 7;
  QTest::newRow("10 ms") << 10;
  QTest::newRow("40 ms") << 40;
  QTest::newRow("over a second's end") << 333;
  QTest::newRow("many seconds") << 12'345;
}

void TestSimulator::slicingChangesNothing() {
  QFETCH(int, slice);
  // Seed 3 with 3 patients: the bed with the early event is among them.
  const SimulatorSpec spec{
      .patients = 3,
      .seed = 3,
      .scenarios = {{.scenario = Scenario::LeadOff, .at = seconds(5), .bed = 2}}};
  SimulatedWard reference(spec);
  SimulatedWard sliced(spec);
  Drive whole(reference);
  Drive parts(sliced);
  whole.step(seconds(37));
  parts.runUntil(seconds(37), milliseconds(slice));
  QVERIFY(whole.sink.joined && parts.sink.joined);
  QVERIFY(whole.sink.waves == parts.sink.waves);
  QVERIFY(whole.sink.vitals == parts.sink.vitals);
}

void TestSimulator::patientsAreTheSameAfterARestart() {
  const SimulatedWard before({.patients = 4, .seed = 7, .scenarios = {}});
  const SimulatedWard after({.patients = 4, .seed = 7, .scenarios = {}});
  QVERIFY(before.patients() == after.patients());
  QVERIFY(before.patients()[3].id == PatientId::fromName("sim:7:3"));
}

void TestSimulator::patientsDifferFromEachOther() {
  const SimulatedWard ward(calm(1000));
  std::set<PatientId> ids;
  std::set<std::string> beds;
  std::set<std::string> names;
  for (const Patient& patient : ward.patients()) {
    ids.insert(patient.id);
    beds.insert(patient.bed);
    names.insert(patient.name);
  }
  QCOMPARE(ids.size(), std::size_t(1000));
  QCOMPARE(beds.size(), std::size_t(1000));
  QCOMPARE(names.size(), std::size_t(1000));
  QCOMPARE(ward.patients()[6].bed, std::string("Bed 07"));
}

void TestSimulator::wardHasEveryKindOfPatient() {
  const SimulatedWard ward(calm(8));
  std::set<AgeGroup> ages;
  int arterialLines = 0;
  int withoutEcg = 0;
  for (const Patient& patient : ward.patients()) {
    ages.insert(patient.ageGroup);
    const bool line = channelOf(patient, mdc::kArterialPressure) < patient.waves.size();
    arterialLines += line;
    withoutEcg += channelOf(patient, mdc::kEcgLeadII) == patient.waves.size();
    const auto& codes = patient.numerics;
    const bool cuff = std::find(codes.begin(), codes.end(), mdc::kNibpSystolic) != codes.end();
    QCOMPARE(cuff, !line);
  }
  QCOMPARE(ages.size(), std::size_t(3));
  QVERIFY(arterialLines > 1 && arterialLines < 7);
  QVERIFY(withoutEcg > 0);
}

void TestSimulator::everythingIsKnownAtOnce() {
  SimulatedWard ward(calm(16));
  const Drive drive(ward);
  QVERIFY(drive.sink.blocks.empty());
  for (const Patient& patient : ward.patients()) {
    const auto& numerics = drive.sink.vitals.at(patient.id).at(0).numerics;
    QCOMPARE(numerics.size(), patient.numerics.size());
    for (std::size_t i = 0; i < numerics.size(); ++i) {
      QVERIFY(numerics[i].code == patient.numerics[i]);
      QVERIFY(numerics[i].value.has_value());
      QCOMPARE(numerics[i].validity, Validity::Valid);
    }
  }
}

void TestSimulator::vitalsComeOnceASecond() {
  SimulatedWard ward(calm(1));
  Drive drive(ward);
  drive.runUntil(milliseconds(3996), milliseconds(20));
  const auto& vitals = drive.sink.vitals.at(ward.patients()[0].id);
  QCOMPARE(vitals.size(), std::size_t(4));
  for (std::size_t i = 0; i < vitals.size(); ++i)
    QCOMPARE(vitals[i].sourceTime, Drive::kStart + seconds(i));
}

void TestSimulator::blocksCarryTheTimeOfTheirFirstSample() {
  SimulatedWard ward(calm(2));
  Drive drive(ward);
  drive.runUntil(milliseconds(5004), milliseconds(36));
  QVERIFY(drive.sink.joined);
  for (const WaveBlock& block : drive.sink.blocks) {
    const Patient& patient = ward.patients()[block.patient == ward.patients()[0].id ? 0 : 1];
    const double rate = patient.waves.at(block.channel).samplesPerSecond;
    const auto offset =
        milliseconds(std::llround(static_cast<double>(block.firstSample) * 1000 / rate));
    QCOMPARE(block.sourceTime, Drive::kStart + offset);
  }
}

void TestSimulator::stampsFollowTheWallClock() {
  SimulatedWard ward(calm(1));
  CollectingSink sink;
  const SteadyTime steady{std::chrono::hours(5)};
  ward.advance(steady, Drive::kStart, sink);
  const WallTime corrected = Drive::kStart + minutes(10);
  ward.advance(steady + seconds(1), corrected, sink);
  const auto& vitals = sink.vitals.at(ward.patients()[0].id);
  QCOMPARE(vitals.size(), std::size_t(2));
  QCOMPARE(vitals[1].sourceTime, corrected);
  QCOMPARE(sink.blocks.back().sourceTime, corrected - seconds(1));
}

void TestSimulator::calmWardStaysWithinItsLimits() {
  SimulatedWard ward(calm(24, 5));
  Drive drive(ward);
  drive.runUntil(minutes(3));
  for (const Patient& patient : ward.patients())
    for (const Vitals& vitals : drive.sink.vitals.at(patient.id))
      for (const Numeric& numeric : vitals.numerics)
        QVERIFY2(numeric.value && !isBeyondLimits(patient, numeric),
                 qPrintable(QString::fromStdString(patient.bed)));
}

void TestSimulator::cuffValuesAgeUntilTheNextMeasurement() {
  SimulatedWard ward(calm(2));
  Drive drive(ward);
  drive.runUntil(minutes(11));
  const Patient& patient = ward.patients()[1];
  std::set<WallTime> measurements;
  for (const Vitals& vitals : drive.sink.vitals.at(patient.id)) {
    const Numeric* systolic = vitals.find(mdc::kNibpSystolic);
    QVERIFY(systolic && systolic->value);
    const auto age = vitals.sourceTime - systolic->measuredAt;
    QVERIFY(age >= milliseconds(0) && age < minutes(5));
    measurements.insert(systolic->measuredAt);
    QCOMPARE(vitals.find(mdc::kHeartRate)->measuredAt, vitals.sourceTime);
  }
  QCOMPARE(measurements.size(), std::size_t(3));
}

void TestSimulator::eventsMakeAWardOfSixteenLive_data() {
  QTest::addColumn<quint64>("seed");
  for (const quint64 seed : {1, 7}) QTest::addRow("seed %llu", seed) << seed;
}

void TestSimulator::eventsMakeAWardOfSixteenLive() {
  QFETCH(quint64, seed);
  constexpr int kSeconds = 8 * 60;
  SimulatedWard ward({.patients = 16, .seed = seed, .scenarios = {}});
  Drive drive(ward);
  drive.runUntil(seconds(kSeconds));
  int firstAlarm = kSeconds;
  double sum = 0;
  for (int second = kSeconds; second >= 0; --second) {
    const int beds = bedsInAlarm(ward, drive, second);
    sum += beds;
    if (beds > 0) firstAlarm = second;
  }
  QVERIFY2(firstAlarm <= 60, qPrintable(QString::number(firstAlarm)));
  const double mean = sum / kSeconds;
  QVERIFY2(mean > 1 && mean < 4, qPrintable(QString::number(mean)));
}

QTEST_APPLESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
