// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the condition detectors, each alone.
#include <QtTest>

#include "detectors/beat_shape.h"
#include "detectors/condition_episode.h"
#include "detectors/fibrillation_detector.h"
#include "detectors/noise_floor.h"
#include "detectors/pulse_witness.h"
#include "detectors/synthetic_waves.h"
#include "detectors/usual_beat.h"
#include "detectors/wave_feed.h"

using namespace vitalwall;
using namespace vitalwall::detectors;
using namespace vitalwall::test;

namespace {

constexpr double kRate = 250;
constexpr ConditionKey kKey{mdc::kEventAsystole, mdc::kHeartRate};

/// The beat of `wave` at 10 s, where both synthetic rhythms have an R wave.
template <typename Wave>
BeatShape beatOf(const Wave& wave) {
  RunningWindow window(500);
  constexpr double kAfter = 0.4;
  for (double seconds = 8; seconds <= 10 + kAfter; seconds += 1 / kRate) window.push(wave(seconds));
  return BeatShape(window, kRate, static_cast<std::size_t>(kAfter * kRate));
}

BeatShape sinusBeat(double size = 1) {
  return beatOf([size](double seconds) { return syntheticEcg(seconds, 60, size); });
}
BeatShape ventricularBeat() {
  return beatOf([](double seconds) { return syntheticVentricular(seconds, 60, 1.3); });
}

FibrillationDetector::Wave waveOf(double (*at)(double)) {
  FibrillationDetector detector(kRate);
  for (int i = 0; i < 5 * kRate; ++i) detector.push(at(i / kRate));
  return detector.wave().value();
}

/// Writes down what a feed gives.
class Notes final : public WaveMonitor {
 public:
  void push(double value) override { text += QString::number(value) + u' '; }
  void skip() override { text += QStringLiteral("- "); }
  QString take() { return std::exchange(text, {}); }

 private:
  QString text;
};

WaveBlock block(std::uint64_t first, std::vector<std::int16_t> samples) {
  return {.patient = {},
          .channel = 0,
          .firstSample = first,
          .sourceTime = {},
          .samples = std::move(samples)};
}

}  // namespace

class TestConditionParts final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void episodeBeginsAtOnceAndSettles();
  void episodeOutlivesBlindness();
  void blindnessIsNotAbsence();
  void beatsAreToldByFormAndSize();
  void ventricularBeatsAreWide();
  void usualBeatIsTheNarrowOneInBigeminy();
  void leakageTellsFibrillation();
  void noiseFillsTheFloor();
  void pulseWitnessKnowsSilence();
  void feedMarksGapsAndDropsRepeats();
  void feedFollowsANewCount();
};

void TestConditionParts::episodeBeginsAtOnceAndSettles() {
  ConditionEpisode episode(kKey, 3);
  std::vector<ConditionChange> changes;
  episode.look(Sighting::Absent, 1, changes);
  QVERIFY(changes.empty());
  episode.look(Sighting::Present, 2, changes);
  QCOMPARE(changes.size(), std::size_t(1));
  QVERIFY(changes[0] == (ConditionChange{kKey, true}));
  episode.look(Sighting::Present, 3, changes);
  episode.look(Sighting::Absent, 4, changes);
  episode.look(Sighting::Absent, 6.9, changes);
  QCOMPARE(changes.size(), std::size_t(1));
  episode.look(Sighting::Absent, 7, changes);
  QVERIFY(changes.back() == (ConditionChange{kKey, false}));
}

void TestConditionParts::episodeOutlivesBlindness() {
  ConditionEpisode episode(kKey, 0);
  std::vector<ConditionChange> changes;
  episode.look(Sighting::Present, 10, changes);
  episode.look(Sighting::Unseen, 69.9, changes);
  QVERIFY(episode.isPresent());
  episode.look(Sighting::Unseen, 70, changes);
  QVERIFY(!episode.isPresent());
  QCOMPARE(changes.size(), std::size_t(2));
}

void TestConditionParts::blindnessIsNotAbsence() {
  ConditionEpisode episode(kKey, 3);
  std::vector<ConditionChange> changes;
  episode.look(Sighting::Present, 0, changes);
  for (int second = 1; second < 40; second += 2) {
    episode.look(Sighting::Absent, second, changes);
    episode.look(Sighting::Unseen, second + 1, changes);
  }
  QVERIFY(episode.isPresent());
  QCOMPARE(lifeOutweighs(Sighting::Absent, Sighting::Present), Sighting::Absent);
  QCOMPARE(dangerOutweighs(Sighting::Absent, Sighting::Present), Sighting::Present);
  QCOMPARE(lifeOutweighs(Sighting::Unseen, Sighting::Present), Sighting::Present);
}

void TestConditionParts::beatsAreToldByFormAndSize() {
  QVERIFY(sinusBeat().unlikeness(sinusBeat()) < 1e-6);
  QVERIFY(sinusBeat().unlikeness(sinusBeat(1.2)) < 0.15);
  QVERIFY(sinusBeat().unlikeness(sinusBeat(2.5)) > 0.35);
  QVERIFY(sinusBeat().unlikeness(ventricularBeat()) > 0.5);
  QVERIFY(std::abs(sinusBeat(1.5).size() / sinusBeat().size() - 1.5) < 1e-3);
}

void TestConditionParts::ventricularBeatsAreWide() {
  QVERIFY(sinusBeat().width() < 0.05);
  QVERIFY(ventricularBeat().width() > 0.08);
}

void TestConditionParts::usualBeatIsTheNarrowOneInBigeminy() {
  UsualBeat usual;
  QVERIFY(!usual.shape());
  for (int i = 0; i < 10; ++i) {
    usual.learn(ventricularBeat());
    usual.learn(sinusBeat());
  }
  QVERIFY(usual.shape());
  QVERIFY(usual.shape()->unlikeness(sinusBeat()) < 0.05);
}

void TestConditionParts::leakageTellsFibrillation() {
  const auto sine = waveOf([](double s) { return std::sin(2 * std::numbers::pi * 5 * s); });
  QVERIFY(sine.leakage < 0.1);
  QVERIFY(std::abs(sine.hertz - 5) < 0.3);
  QVERIFY(std::abs(sine.range - 2) < 0.05);
  QVERIFY(waveOf([](double s) { return syntheticFibrillation(s, 0.5); }).leakage < 0.406);
  QVERIFY(waveOf([](double s) { return syntheticEcg(s, 75, 1); }).leakage > 0.625);
  QVERIFY(waveOf([](double s) { return syntheticEcg(s, 180, 1); }).leakage > 0.625);
  QVERIFY(waveOf([](double s) { return noiseAt(s); }).leakage > 0.55);
}

void TestConditionParts::noiseFillsTheFloor() {
  NoiseFloor beats(kRate);
  NoiseFloor shaken(kRate);
  for (int i = 0; i < 10 * kRate; ++i) {
    beats.push(syntheticEcg(i / kRate, 75, 1));
    shaken.push(syntheticEcg(i / kRate, 75, 1) + 0.5 * noiseAt(i / kRate));
  }
  QVERIFY(beats.range() < 0.02);
  QVERIFY(shaken.range() > 0.2);
}

void TestConditionParts::pulseWitnessKnowsSilence() {
  PulseWitness witness(kRate, 5);
  int i = 0;
  const auto run = [&](double until, double low, double high) {
    for (; i < until * kRate; ++i) witness.push(syntheticPressure(i / kRate, 75, low, high));
  };
  run(20, 70, 120);
  QVERIFY(witness.isBeating());
  QVERIFY(witness.isUndisturbedBy(150));
  QVERIFY(!witness.isUndisturbedBy(90));
  run(22.5, 40, 40);
  QVERIFY(!witness.isUndisturbedBy(150));
  run(24, 40, 40);
  QVERIFY(!witness.isBeating());
}

void TestConditionParts::feedMarksGapsAndDropsRepeats() {
  Notes notes;
  WaveChannel channel{.code = mdc::kEcgLeadII,
                      .label = {},
                      .samplesPerSecond = 250,
                      .unitsPerCount = 0.5,
                      .zero = 1};
  WaveFeed feed(channel, notes);
  feed.push(block(100, {0, 2}));
  QCOMPARE(notes.take(), QStringLiteral("1 2 "));
  feed.push(block(104, {4, kNoSample}));
  QCOMPARE(notes.take(), QStringLiteral("- - 3 - "));
  feed.push(block(104, {4, 6, 8}));
  QCOMPARE(notes.take(), QStringLiteral("5 "));
  feed.push(block(102, {4, 6}));
  QCOMPARE(notes.take(), QString());
}

void TestConditionParts::feedFollowsANewCount() {
  Notes notes;
  WaveFeed feed({.code = mdc::kEcgLeadII, .label = {}, .samplesPerSecond = 1}, notes);
  feed.push(block(1'000'000, {1}));
  feed.push(block(0, {2, 3}));
  QCOMPARE(notes.take(), QStringLiteral("1 - 2 3 "));
  feed.push(block(1'000'000'000, {4}));
  QCOMPARE(notes.take().count(u'-'), 120);
}

QTEST_APPLESS_MAIN(TestConditionParts)
#include "tst_condition_parts.moc"
