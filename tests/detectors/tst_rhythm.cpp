// SPDX-License-Identifier: GPL-3.0-or-later
// The lethal rhythms in synthetic waves, where the truth is known to the second.
#include <QtTest>
#include <limits>

#include "detectors/condition_support.h"
#include "detectors/synthetic_waves.h"

using namespace vitalwall;
using namespace vitalwall::test;

namespace {

constexpr double kChange = 30;  // s: until then a normal rhythm
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

double sinus(double seconds) {
  return syntheticEcg(seconds, 75, 1.0) + 0.01 * noiseAt(seconds);
}
double asystole(double seconds) {
  return 0.02 * std::sin(2 * seconds) + 0.01 * noiseAt(seconds);
}
double fibrillation(double seconds) {
  return syntheticFibrillation(seconds, 0.6) + 0.01 * noiseAt(seconds);
}
double tachycardia(double seconds) {
  return syntheticVentricular(seconds, 160, 1.3) + 0.01 * noiseAt(seconds);
}
double noise(double seconds) {
  return 1.5 * noiseAt(seconds);
}
double pulse(double seconds) {
  return syntheticPressure(seconds, 75, 70, 120);
}
double noPulse(double seconds) {
  return 12 + 0.2 * noiseAt(seconds);
}

using Wave = double (*)(double);

/// `before` until kChange, `after` for `length`, then `before` again.
std::function<double(double)> interlude(Wave before, Wave after, double length) {
  return [=](double seconds) {
    return seconds >= kChange && seconds < kChange + length ? after(seconds) : before(seconds);
  };
}

constexpr MdcCode kAsystole = mdc::kEventAsystole;
constexpr MdcCode kVt = mdc::kEventVentricularTachycardia;
constexpr MdcCode kVf = mdc::kEventVentricularFibrillation;

}  // namespace

class TestRhythm final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void beginsInTimeAndGoes_data();
  void beginsInTimeAndGoes();
  void tachycardiasOfManyForms();
  void fibrillationsOfManyForms();
  void asystoleNeedsEveryLead();
  void pulseDisprovesAsystole();
  void pulseDoesNotEndAsystole();
  void leadOffIsNoAsystole();
  void noiseIsNothing();
  void fourVentricularBeatsAreNoTachycardia();
  void aSecondLeadContradicts();
  void steadyPulseContradictsTachycardia();
  void blockedBundleIsNoTachycardia();
  void conditionOutlivesALeadThatComesOff();
};

void TestRhythm::beginsInTimeAndGoes_data() {
  QTest::addColumn<Wave>("wave");
  QTest::addColumn<quint32>("condition");
  QTest::addColumn<double>("latest");  // s after the change
  QTest::newRow("asystole") << Wave(asystole) << kAsystole.value << 6.0;
  QTest::newRow("fibrillation") << Wave(fibrillation) << kVf.value << 6.0;
  QTest::newRow("tachycardia") << Wave(tachycardia) << kVt.value << 4.0;
}

void TestRhythm::beginsInTimeAndGoes() {
  QFETCH(Wave, wave);
  QFETCH(quint32, condition);
  QFETCH(double, latest);
  constexpr double kLength = 30;
  const auto events = conditionsIn({ecgWave(interlude(sinus, wave, kLength))}, 90);
  qInfo("%s", qPrintable(described(events)));
  QCOMPARE(events.size(), std::size_t(2));
  QCOMPARE(events[0].condition.value, condition);
  QVERIFY(events[0].present && !events[1].present);
  QVERIFY(events[0].second > kChange + 1 && events[0].second <= kChange + latest);
  QVERIFY(events[1].second > kChange + kLength && events[1].second <= kChange + kLength + 12);
}

// Sensitivity over a range of rates, sizes and widths, in one lead, 10 s each.
void TestRhythm::tachycardiasOfManyForms() {
  int tried = 0;
  int found = 0;
  int lethal = 0;  // at least taken for fibrillation
  for (const double rate : {110.0, 130.0, 150.0, 180.0, 220.0})
    for (const double size : {-1.5, -0.6, 0.6, 1.0, 2.0})
      for (const double width : {0.028, 0.038, 0.05}) {
        const auto wave = [=](double seconds) {
          const bool is = seconds >= kChange && seconds < kChange + 10;
          return is ? syntheticVentricular(seconds, rate, size, width) + 0.01 * noiseAt(seconds)
                    : sinus(seconds);
        };
        const auto events = conditionsIn({ecgWave(wave)}, 45);
        ++tried;
        lethal += events.empty() ? 0 : 1;
        if (!beginnings(events, kVt).empty())
          ++found;
        else
          qInfo("missed: %g/min, %g mV, sd %g ms: %s", rate, size, 1000 * width,
                qPrintable(described(events)));
      }
  qInfo("ventricular tachycardia: %d of %d found, %d alarmed", found, tried, lethal);
  QVERIFY(found >= 65);
  QVERIFY(lethal >= 70);
}

void TestRhythm::fibrillationsOfManyForms() {
  int tried = 0;
  int found = 0;
  for (const double size : {0.25, 0.5, 1.0})
    for (const int bands : {3, 5, 12})
      for (int variant = 1; variant <= 6; ++variant) {
        const auto wave = [=](double seconds) {
          return seconds >= kChange ? syntheticFibrillation(seconds, size, bands, variant) +
                                          0.01 * noiseAt(seconds)
                                    : sinus(seconds);
        };
        const auto events = conditionsIn({ecgWave(wave)}, 45);
        ++tried;
        if (!beginnings(events, kVf).empty())
          ++found;
        else
          qInfo("missed: %g mV, %d bands, variant %d: %s", size, bands, variant,
                qPrintable(described(events)));
      }
  qInfo("fibrillation: %d of %d found within 15 s", found, tried);
  QVERIFY(found >= tried * 9 / 10);
}

void TestRhythm::asystoleNeedsEveryLead() {
  const auto flat = interlude(sinus, asystole, 30);
  const auto both = conditionsIn({ecgWave(flat), ecgWave(flat, mdc::kEcgLeadV)}, 50);
  QCOMPARE(beginnings(both, kAsystole).size(), std::size_t(1));
  const auto one = conditionsIn({ecgWave(flat), ecgWave(sinus, mdc::kEcgLeadV)}, 50);
  QVERIFY2(one.empty(), qPrintable(described(one)));
}

void TestRhythm::pulseDisprovesAsystole() {
  const auto flat = interlude(sinus, asystole, 30);
  const auto beating = conditionsIn({ecgWave(flat), pressureWave(pulse)}, 50);
  QVERIFY2(beating.empty(), qPrintable(described(beating)));
  const auto still = conditionsIn({ecgWave(flat), pressureWave(interlude(pulse, noPulse, 30))}, 50);
  QCOMPARE(beginnings(still, kAsystole).size(), std::size_t(1));
}

// Chest compressions make pulses; the asystole under them is not over.
void TestRhythm::pulseDoesNotEndAsystole() {
  const auto flat = interlude(sinus, asystole, 40);
  const auto compressed = interlude(pulse, noPulse, 10);
  const auto events = conditionsIn({ecgWave(flat), pressureWave(compressed)}, 65);
  QCOMPARE(events.size(), std::size_t(1));
  QVERIFY(events[0].present);
}

void TestRhythm::leadOffIsNoAsystole() {
  const auto flat = conditionsIn(
      {ecgWave([](double seconds) { return seconds < kChange ? sinus(seconds) : 0.0; })}, 60);
  QVERIFY2(flat.empty(), qPrintable(described(flat)));
  const auto missing = conditionsIn(
      {ecgWave([](double seconds) { return seconds < kChange ? sinus(seconds) : kMissing; })}, 60);
  QVERIFY2(missing.empty(), qPrintable(described(missing)));
}

void TestRhythm::noiseIsNothing() {
  const auto events = conditionsIn({ecgWave(interlude(sinus, noise, 60))}, 120);
  QVERIFY2(events.empty(), qPrintable(described(events)));
}

void TestRhythm::fourVentricularBeatsAreNoTachycardia() {
  const auto events = conditionsIn({ecgWave(interlude(sinus, tachycardia, 1.45))}, 60);
  QVERIFY2(events.empty(), qPrintable(described(events)));
}

void TestRhythm::aSecondLeadContradicts() {
  const auto events = conditionsIn(
      {ecgWave(interlude(sinus, tachycardia, 10)), ecgWave(sinus, mdc::kEcgLeadV)}, 60);
  QVERIFY2(beginnings(events, kVt).empty(), qPrintable(described(events)));
}

void TestRhythm::steadyPulseContradictsTachycardia() {
  const auto shaken = ecgWave(interlude(sinus, tachycardia, 10));
  const auto steady = conditionsIn({shaken, pressureWave(pulse)}, 60);
  QVERIFY2(steady.empty(), qPrintable(described(steady)));
  const auto lost = conditionsIn({shaken, pressureWave(interlude(pulse, noPulse, 10))}, 60);
  QCOMPARE(beginnings(lost, kVt).size(), std::size_t(1));
}

// A wide QRS that is the patient's own, even in a fast rhythm.
void TestRhythm::blockedBundleIsNoTachycardia() {
  const auto wide = [](double seconds) {
    const double rate = seconds < kChange ? 80 : 125;
    return syntheticVentricular(seconds, rate, 1.0) + 0.01 * noiseAt(seconds);
  };
  const auto events = conditionsIn({ecgWave(wide)}, 90);
  QVERIFY2(events.empty(), qPrintable(described(events)));
}

// Nobody knows whether the fibrillation is over: it stays for a minute, then it is withdrawn.
void TestRhythm::conditionOutlivesALeadThatComesOff() {
  constexpr double kOff = kChange + 15;
  const auto events = conditionsIn({ecgWave([](double seconds) {
                                     if (seconds < kChange) return sinus(seconds);
                                     return seconds < kOff ? fibrillation(seconds) : kMissing;
                                   })},
                                   130);
  QCOMPARE(events.size(), std::size_t(2));
  QVERIFY(events[0].present && events[0].condition == kVf);
  QVERIFY(!events[1].present && events[1].second >= kOff + 58 && events[1].second <= kOff + 62);
}

QTEST_APPLESS_MAIN(TestRhythm)
#include "tst_rhythm.moc"
