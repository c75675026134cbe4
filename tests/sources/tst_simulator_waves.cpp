// SPDX-License-Identifier: GPL-3.0-or-later
// What a wave shows is what its number says, counted and measured in the wave by means that know
// nothing of how it was made.
#include <QTest>
#include <cmath>

#include "sources/simulator_support.h"

using namespace vitalwall;
using namespace vitalwall::sources;
using namespace vitalwall::test;
using std::chrono::seconds;

namespace {

constexpr int kFrom = 40;  // s: a scenario that began at 0 holds by then
constexpr int kTo = 70;

SimulatorSpec sixteenCalm() {
  return {.patients = 16, .seed = 4, .events = false, .scenarios = {}};
}

/// From the start to the end of the test; Recovery leaves all calm.
void befallAll(SimulatedWard& ward, Scenario scenario) {
  for (std::size_t i = 0; i < ward.patients().size(); ++i)
    QVERIFY(ward.startScenario(i, scenario, seconds(0), seconds(kTo)).ok());
}

/// A wave that has a rate: where to look for its events, and the number that counts them.
struct Counted {
  MdcCode wave;
  MdcCode rate;
  double low;
  double high;
};
constexpr Counted kCounted[] = {
    {mdc::kEcgLeadII, mdc::kHeartRate, 0.5, 0.7},
    {mdc::kPleth, mdc::kPulseRate, 0.3, 0.75},
    {mdc::kArterialPressure, mdc::kHeartRate, 0.3, 0.75},
    {mdc::kRespiration, mdc::kRespiratoryRate, 0.4, 0.6},
};

bool has(const Patient& patient, MdcCode wave) {
  return channelOf(patient, wave) < patient.waves.size();
}

/// Mean wave around the R peaks, from `before` to `after` (s); R at index before * rate.
std::vector<double> meanBeat(const Excerpt& wave, const std::vector<double>& peaks, double before,
                             double after) {
  const double rate = wave.channel.samplesPerSecond;
  const auto length = static_cast<std::size_t>((before + after) * rate);
  std::vector<double> mean(length, 0);
  for (std::size_t beat = 1; beat + 2 < peaks.size(); ++beat) {
    const auto first = static_cast<std::size_t>((peaks[beat] - before) * rate);
    for (std::size_t i = 0; i < length; ++i)
      mean[i] += wave.values.at(first + i) / static_cast<double>(peaks.size() - 3);
  }
  return mean;
}

}  // namespace

class TestSimulatorWaves final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rateInTheWaveIsTheRateShown_data();
  void rateInTheWaveIsTheRateShown();
  void pressurePeaksAreTheNumbersShown_data();
  void pressurePeaksAreTheNumbersShown();
  void pulseFollowsTheBeatByATransitTime();
  void ecgHasPQRST();
  void pulsesHaveADicroticNotch_data();
  void pulsesHaveADicroticNotch();
  void heartRateVariesWithBreathing();
  void samplesStayFarFromTheEndsOfTheScale();
};

void TestSimulatorWaves::rateInTheWaveIsTheRateShown_data() {
  QTest::addColumn<Scenario>("scenario");
  QTest::newRow("calm") << Scenario::Recovery;
  QTest::newRow("tachycardia") << Scenario::Tachycardia;
  QTest::newRow("bradycardia") << Scenario::Bradycardia;
  QTest::newRow("hypotension") << Scenario::Hypotension;
  QTest::newRow("desaturation") << Scenario::Desaturation;
}

void TestSimulatorWaves::rateInTheWaveIsTheRateShown() {
  QFETCH(Scenario, scenario);
  SimulatedWard ward(sixteenCalm());
  befallAll(ward, scenario);
  Drive drive(ward);
  drive.runUntil(seconds(kTo));
  for (const Patient& patient : ward.patients())
    for (const Counted& counted : kCounted) {
      if (!has(patient, counted.wave)) continue;
      const auto wave = excerpt(drive, patient, counted.wave, kFrom, kTo);
      const double rate = ratePerMinute(rises(wave, counted.low, counted.high));
      const double number = meanShown(drive, patient, counted.rate, kFrom, kTo);
      QVERIFY2(std::abs(rate - number) <= 1,
               qPrintable(QStringLiteral("%1 %2: wave %3, shown %4")
                              .arg(QString::fromStdString(patient.bed))
                              .arg(counted.wave.value)
                              .arg(rate)
                              .arg(number)));
    }
}

void TestSimulatorWaves::pressurePeaksAreTheNumbersShown_data() {
  QTest::addColumn<Scenario>("scenario");
  QTest::newRow("calm") << Scenario::Recovery;
  QTest::newRow("hypotension") << Scenario::Hypotension;
  QTest::newRow("tachycardia") << Scenario::Tachycardia;
}

void TestSimulatorWaves::pressurePeaksAreTheNumbersShown() {
  QFETCH(Scenario, scenario);
  SimulatedWard ward(sixteenCalm());
  befallAll(ward, scenario);
  Drive drive(ward);
  drive.runUntil(seconds(kTo));
  int compared = 0;
  for (const Patient& patient : ward.patients()) {
    if (!has(patient, mdc::kArterialPressure)) continue;
    for (int second = kFrom; second < kTo - 2; second += 2) {
      const auto wave = excerpt(drive, patient, mdc::kArterialPressure, second, second + 2);
      const auto systolic = shown(drive, patient, mdc::kArterialSystolic, second + 2).value;
      const auto diastolic = shown(drive, patient, mdc::kArterialDiastolic, second + 2).value;
      const auto mean = shown(drive, patient, mdc::kArterialMean, second + 2).value;
      QVERIFY(systolic && diastolic && mean);
      QVERIFY2(std::abs(wave.highest() - *systolic) <= 2, qPrintable(QString::number(second)));
      QVERIFY2(std::abs(wave.lowest() - *diastolic) <= 2, qPrintable(QString::number(second)));
      QVERIFY(*diastolic < *mean && *mean < *systolic);
      ++compared;
    }
  }
  QVERIFY(compared > 50);
}

void TestSimulatorWaves::pulseFollowsTheBeatByATransitTime() {
  SimulatedWard ward(sixteenCalm());
  Drive drive(ward);
  drive.runUntil(seconds(40));
  const Patient& adult = ward.patients()[0];
  const auto beats = rises(excerpt(drive, adult, mdc::kEcgLeadII, 0, 40), 0.5, 0.7);
  const auto arterial = rises(excerpt(drive, adult, mdc::kArterialPressure, 0, 40), 0.3, 0.5);
  const auto finger = rises(excerpt(drive, adult, mdc::kPleth, 0, 40), 0.3, 0.5);
  for (std::size_t i = 1; i + 1 < beats.size(); ++i) {
    const auto artery = *std::upper_bound(arterial.begin(), arterial.end(), beats[i]) - beats[i];
    const auto pleth = *std::upper_bound(finger.begin(), finger.end(), beats[i]) - beats[i];
    QVERIFY2(artery > 0.15 && artery < 0.35, qPrintable(QString::number(artery)));
    QVERIFY2(pleth > artery && pleth < 0.5, qPrintable(QString::number(pleth)));
  }
}

void TestSimulatorWaves::ecgHasPQRST() {
  SimulatedWard ward(sixteenCalm());
  Drive drive(ward);
  drive.runUntil(seconds(40));
  const auto wave = excerpt(drive, ward.patients()[0], mdc::kEcgLeadII, 0, 40);
  const auto beat = meanBeat(wave, rises(wave, 0.5, 0.7), 0.4, 0.5);
  const auto highestIn = [&beat](double from, double to) {
    const auto begin = beat.begin();
    return *std::max_element(begin + std::lround((0.4 + from) * 250),
                             begin + std::lround((0.4 + to) * 250));
  };
  const auto lowestIn = [&beat](double from, double to) {
    const auto begin = beat.begin();
    return *std::min_element(begin + std::lround((0.4 + from) * 250),
                             begin + std::lround((0.4 + to) * 250));
  };
  const double isoelectric = lowestIn(-0.38, -0.3);
  const double r = highestIn(-0.02, 0.04) - isoelectric;
  const double p = highestIn(-0.28, -0.1) - isoelectric;
  const double t = highestIn(0.15, 0.4) - isoelectric;
  QVERIFY(r > 0.7 && r < 2);
  QVERIFY2(p > 0.05 && p < 0.25, qPrintable(QString::number(p)));
  QVERIFY2(t > p && t < 0.6, qPrintable(QString::number(t)));
  QVERIFY(lowestIn(-0.08, -0.01) < isoelectric - 0.03);   // Q
  QVERIFY(lowestIn(0.01, 0.1) < lowestIn(-0.08, -0.01));  // S, deeper
}

void TestSimulatorWaves::pulsesHaveADicroticNotch_data() {
  QTest::addColumn<quint32>("wave");
  QTest::newRow("arterial pressure") << mdc::kArterialPressure.value;
  QTest::newRow("pleth") << mdc::kPleth.value;
}

void TestSimulatorWaves::pulsesHaveADicroticNotch() {
  QFETCH(quint32, wave);
  SimulatedWard ward(sixteenCalm());
  Drive drive(ward);
  drive.runUntil(seconds(40));
  const auto pulse = excerpt(drive, ward.patients()[0], MdcCode{wave}, 0, 40);
  const auto beat = meanBeat(pulse, rises(pulse, 0.3, 0.5), 0.1, 0.5);
  int maxima = 0;
  for (std::size_t i = 1; i + 1 < beat.size(); ++i)
    maxima += beat[i] > beat[i - 1] && beat[i] >= beat[i + 1];
  QCOMPARE(maxima, 2);  // systolic top and dicrotic wave, with the notch between
}

void TestSimulatorWaves::heartRateVariesWithBreathing() {
  SimulatedWard ward(sixteenCalm());
  Drive drive(ward);
  drive.runUntil(seconds(60));
  const auto beats = rises(excerpt(drive, ward.patients()[0], mdc::kEcgLeadII, 0, 60), 0.5, 0.7);
  double shortest = 10;
  double longest = 0;
  for (std::size_t i = 1; i < beats.size(); ++i) {
    shortest = std::min(shortest, beats[i] - beats[i - 1]);
    longest = std::max(longest, beats[i] - beats[i - 1]);
  }
  const double depth = longest / shortest - 1;
  QVERIFY2(depth > 0.03 && depth < 0.3, qPrintable(QString::number(depth)));
}

void TestSimulatorWaves::samplesStayFarFromTheEndsOfTheScale() {
  SimulatedWard ward(sixteenCalm());
  befallAll(ward, Scenario::Artefact);
  Drive drive(ward);
  drive.runUntil(seconds(kTo));
  for (const auto& [key, samples] : drive.sink.waves)
    for (const std::int16_t sample : samples) QVERIFY(std::abs(sample) < 20'000);
}

QTEST_APPLESS_MAIN(TestSimulatorWaves)
#include "tst_simulator_waves.moc"
