// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sound/burst_rules.h"
#include "sound/tone_analysis.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::sound;

Q_DECLARE_METATYPE(vitalwall::sound::BurstSpec)

namespace {

constexpr double kRate = 48000;
constexpr double kToleranceMs = 4;  ///< the measuring window

QString joined(const std::vector<std::string>& words) {
  QStringList list;
  for (const auto& word : words) list << QString::fromStdString(word);
  return list.join(QStringLiteral("; "));
}

BurstSpec with(Signal signal, const std::function<void(BurstSpec&)>& change) {
  auto spec = burstOf(signal);
  change(spec);
  return spec;
}

double millis(milliseconds time) {
  return static_cast<double>(time.count());
}

}  // namespace

class BurstTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void ownBurstsConform_data() { signalRows(); }
  void ownBurstsConform();
  void moreUrgentIsNeverSofterOrSlower();
  void badBurstIsRefused_data();
  void badBurstIsRefused();
  void badSetIsRefused();
  void samplesHaveThePulsesOfTheTable_data() { signalRows(); }
  void samplesHaveThePulsesOfTheTable();
  void samplesHaveTheTone_data() { signalRows(); }
  void samplesHaveTheTone();
  void samplesNeverClip_data() { signalRows(); }
  void samplesNeverClip();
  void loudnessFollowsUrgency();
  void halfOfTenPulsesIsTheLeast();

 private:
  static void signalRows();
};

void BurstTest::signalRows() {
  QTest::addColumn<Signal>("signal");
  QTest::newRow("high") << Signal::High;
  QTest::newRow("medium") << Signal::Medium;
  QTest::newRow("low") << Signal::Low;
  QTest::newRow("reminder") << Signal::Reminder;
}

void BurstTest::ownBurstsConform() {
  QFETCH(Signal, signal);
  QCOMPARE(joined(deviations(burstOf(signal))), QString());
}

void BurstTest::moreUrgentIsNeverSofterOrSlower() {
  const auto found =
      deviations(burstOf(Signal::High), burstOf(Signal::Medium), burstOf(Signal::Low));
  QCOMPARE(joined(found), QString());
}

void BurstTest::badBurstIsRefused_data() {
  QTest::addColumn<BurstSpec>("spec");
  QTest::addColumn<QString>("word");
  const auto row = [](const char* name, Signal signal, const char* word,
                      const std::function<void(BurstSpec&)>& change) {
    QTest::newRow(name) << with(signal, change) << QString::fromLatin1(word);
  };
  row("high: nine pulses", Signal::High, "number of pulses", [](auto& b) { b.gaps.pop_back(); });
  row("high: too short", Signal::High, "pulse duration", [](auto& b) { b.pulse = 74ms; });
  row("high: too long", Signal::High, "pulse duration", [](auto& b) { b.pulse = 201ms; });
  row("high: x too short", Signal::High, "pulse spacing", [](auto& b) { b.gaps[0] = 49ms; });
  row("high: x too long", Signal::High, "pulse spacing", [](auto& b) { b.gaps[8] = 126ms; });
  row("high: uneven", Signal::High, "differs", [](auto& b) { b.gaps[1] = 90ms; });
  row("high: 3-4 is not 2x + t_d", Signal::High, "2x + t_d", [](auto& b) { b.gaps[2] = 340ms; });
  row("high: 8-9 is not 2x + t_d", Signal::High, "2x + t_d", [](auto& b) { b.gaps[7] = 100ms; });
  row("high: half break short", Signal::High, "half break", [](auto& b) { b.gaps[4] = 349ms; });
  row("high: half break long", Signal::High, "half break", [](auto& b) { b.gaps[4] = 1301ms; });
  row("medium: two pulses", Signal::Medium, "number of pulses", [](auto& b) { b.gaps.pop_back(); });
  row("medium: too short", Signal::Medium, "pulse duration", [](auto& b) { b.pulse = 124ms; });
  row("medium: too long", Signal::Medium, "pulse duration", [](auto& b) { b.pulse = 251ms; });
  row("medium: y too short", Signal::Medium, "pulse spacing", [](auto& b) { b.gaps[0] = 124ms; });
  row("medium: y too long", Signal::Medium, "pulse spacing", [](auto& b) { b.gaps[1] = 251ms; });
  row("low: three pulses", Signal::Low, "number of pulses",
      [](auto& b) { b.gaps.push_back(200ms); });
  row("low: too short", Signal::Low, "pulse duration", [](auto& b) { b.pulse = 124ms; });
  row("low: y too long", Signal::Low, "pulse spacing", [](auto& b) { b.gaps[0] = 251ms; });
  row("rise too quick", Signal::High, "rise time", [](auto& b) { b.rise = 14ms; });
  row("rise too slow", Signal::High, "rise time", [](auto& b) { b.rise = 31ms; });
  row("too deep", Signal::High, "fundamental", [](auto& b) { b.fundamentalHz = 149; });
  row("too shrill", Signal::High, "fundamental", [](auto& b) { b.fundamentalHz = 1001; });
  row("three harmonics", Signal::High, "harmonics", [](auto& b) { b.harmonics.pop_back(); });
  row("one harmonic too soft", Signal::High, "harmonics",
      [](auto& b) { b.harmonics.back().levelDb = -15.1; });
  row("one harmonic too high", Signal::High, "harmonics",
      [](auto& b) { b.harmonics.back().order = 8; });
}

void BurstTest::badBurstIsRefused() {
  QFETCH(BurstSpec, spec);
  QFETCH(QString, word);
  const QString words = joined(deviations(spec));
  QVERIFY2(words.contains(word), qPrintable(words));
}

void BurstTest::badSetIsRefused() {
  const auto& high = burstOf(Signal::High);
  const auto& medium = burstOf(Signal::Medium);
  const auto& low = burstOf(Signal::Low);
  const auto loud = [](BurstSpec& burst) { burst.levelDb = 1; };
  const auto fast = [](BurstSpec& burst) { burst.gaps.front() = 99ms; };
  QVERIFY(joined(deviations(high, with(Signal::Medium, loud), low)).contains(u"louder than high"));
  QVERIFY(joined(deviations(high, medium, with(Signal::Low, loud))).contains(u"than medium"));
  QVERIFY(joined(deviations(high, with(Signal::Medium, fast), low)).contains(u"faster"));
}

void BurstTest::samplesHaveThePulsesOfTheTable() {
  QFETCH(Signal, signal);
  const auto& spec = burstOf(signal);
  const auto& rule = ruleOf(spec.priority);
  const auto pulses = test::measurePulses(synthesize(spec, kRate), kRate);
  QVERIFY(rule.pulses.contains(static_cast<double>(pulses.size())));
  for (const auto& pulse : pulses) {
    qInfo("pulse %.1f ms, rise %.1f ms, level %.3f", pulse.duration(), pulse.rise, pulse.level);
    QVERIFY(rule.pulse.contains(pulse.duration()));
    QVERIFY(std::abs(pulse.duration() - millis(spec.pulse)) < kToleranceMs);
    QVERIFY(kRisePart.contains(pulse.rise / pulse.duration()));
    QVERIFY(std::abs(20 * std::log10(pulse.level / pulses.front().level)) < 0.5);
  }
  const auto gaps = test::gapsOf(pulses);
  for (std::size_t i = 0; i < gaps.size(); ++i)
    QVERIFY2(std::abs(gaps[i] - millis(spec.gaps[i])) < kToleranceMs,
             qPrintable(QStringLiteral("gap %1: %2 ms").arg(i + 1).arg(gaps[i])));
}

void BurstTest::samplesHaveTheTone() {
  QFETCH(Signal, signal);
  const auto samples = synthesize(burstOf(signal), kRate);
  const auto pulses = test::measurePulses(samples, kRate);
  for (const auto& pulse : {pulses.front(), pulses.back()}) {
    const auto partials = test::measurePartials(samples, kRate, pulse);
    QVERIFY(!partials.empty());
    const double fundamental = partials.front().hz;
    QVERIFY(kFundamentalBounds.contains(fundamental));
    int harmonics = 0;
    for (std::size_t i = 1; i < partials.size(); ++i) {
      const double order = partials[i].hz / fundamental;
      QVERIFY2(std::abs(order - std::round(order)) < 0.01, "not a harmonic");
      const double level = test::levelDb(partials[i], partials.front());
      if (kHarmonicBounds.contains(partials[i].hz) && std::abs(level) <= kHarmonicLevelDb)
        ++harmonics;
    }
    QVERIFY(harmonics >= kLeastHarmonics);
  }
}

void BurstTest::samplesNeverClip() {
  QFETCH(Signal, signal);
  const auto samples = synthesize(burstOf(signal), kRate);
  QCOMPARE(samples.front(), 0.0F);
  QVERIFY(std::abs(samples.back()) < 0.01F);
  QVERIFY(std::all_of(samples.begin(), samples.end(),
                      [](float sample) { return std::abs(sample) <= 1.0F; }));
}

void BurstTest::loudnessFollowsUrgency() {
  const auto level = [](Signal signal) {
    return test::measurePulses(synthesize(burstOf(signal), kRate), kRate).front().level;
  };
  QVERIFY(level(Signal::High) > level(Signal::Medium));
  QVERIFY(level(Signal::Medium) > level(Signal::Low));
}

void BurstTest::halfOfTenPulsesIsTheLeast() {
  const auto& high = burstOf(Signal::High);
  const auto pulses = test::measurePulses(synthesize(high, kRate), kRate);
  const double cut = millis(high.leastDuration()) + pulses.front().begin;
  QVERIFY(pulses[4].end < cut && cut < pulses[5].begin);
  QCOMPARE(burstOf(Signal::Medium).leastDuration(), burstOf(Signal::Medium).duration());
}

QTEST_APPLESS_MAIN(BurstTest)
#include "tst_burst.moc"
