// SPDX-License-Identifier: GPL-3.0-or-later
// What comes out of the sound system, recorded from a null sink of a PulseAudio daemon that this
// test starts.
#include <QElapsedTimer>
#include <QtTest>
#include <algorithm>

#include "sound/annunciator.h"
#include "sound/audio_output.h"
#include "sound/burst_rules.h"
#include "sound/pulse_server.h"
#include "sound/sound_thread.h"
#include "sound/tone_analysis.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::sound;

namespace {

constexpr int kPatienceMs = 20'000;
constexpr double kToleranceMs = 10;  ///< the measuring window and the sound system's clock

AudibleAlarm alarm(AlertPriority priority) {
  return {.id = AlertId::random(),
          .patient = PatientId::fromName("bed 1"),
          .priority = priority,
          .raisedAt = SystemClock().wallNow(),
          .acknowledged = false};
}

}  // namespace

class SoundDeviceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void withoutADeviceThereIsAProblem();
  void deviceThatComesIsUsed();
  void recordingHasTheBurst_data();
  void recordingHasTheBurst();
  void highBurstsRepeatAsSet();
  void volumeStopsAtTheFloor();
  void removedDeviceIsToldWithinTwoSeconds();
  void deviceThatComesBackSoundsAtOnce();
  void dummyOutputIsNone();
  void soundServerThatComesBackIsUsed_data();
  void soundServerThatComesBackIsUsed();
  void deadSoundServerIsToldWithinTwoSeconds();

 private:
  /// The pulses recorded so far.
  std::vector<test::MeasuredPulse> pulses() const {
    return test::measurePulses(m_server->recorded(), test::PulseServer::kRecordingRate);
  }
  /// From each high burst recorded so far to the next.
  std::vector<double> intervals() const;
  bool waitForHealth(OutputHealth health, int withinMs = kPatienceMs) const;

  std::unique_ptr<test::PulseServer> m_server;
  std::unique_ptr<SoundThread> m_sound;
};

std::vector<double> SoundDeviceTest::intervals() const {
  auto gaps = test::gapsOf(pulses());
  std::erase_if(gaps, [](double gap) { return gap < ruleOf(AlertPriority::High).halfBreak.most; });
  return gaps;
}

bool SoundDeviceTest::waitForHealth(OutputHealth health, int withinMs) const {
  return QTest::qWaitFor([&] { return m_sound->state().health == health; }, withinMs);
}

void SoundDeviceTest::initTestCase() {
  m_server = std::make_unique<test::PulseServer>();
  m_server->use();
  if (!m_server->start())
    QSKIP(qPrintable(QStringLiteral("PulseAudio cannot start here: ") + m_server->errors()));
  m_sound = std::make_unique<SoundThread>(makeAudioOutput(), makeMixerWatch(),
                                          std::make_shared<SystemClock>());
}

void SoundDeviceTest::withoutADeviceThereIsAProblem() {
  QVERIFY(QTest::qWaitFor([this] { return !m_sound->state().problem.isEmpty(); }, kPatienceMs));
  qInfo() << m_sound->state().problem;
}

void SoundDeviceTest::deviceThatComesIsUsed() {
  QVERIFY(m_server->addSink());
  QVERIFY(waitForHealth(OutputHealth::Ok));
  QCOMPARE(m_sound->state().problem, QString());
}

void SoundDeviceTest::recordingHasTheBurst_data() {
  QTest::addColumn<AlertPriority>("priority");
  QTest::newRow("high") << AlertPriority::High;
  QTest::newRow("medium") << AlertPriority::Medium;
  QTest::newRow("low") << AlertPriority::Low;
}

void SoundDeviceTest::recordingHasTheBurst() {
  QFETCH(AlertPriority, priority);
  const auto& spec = burstOf(signalOf(priority));
  const auto& rule = ruleOf(priority);
  QVERIFY(m_server->record());
  m_sound->setAlarms({alarm(priority)});
  QVERIFY(m_server->waitForSound(spec.duration() + 200ms));
  m_sound->setAlarms({});

  const auto found = pulses();
  QCOMPARE(found.size(), spec.pulses());
  for (const auto& pulse : found) {
    const auto partials =
        test::measurePartials(m_server->recorded(), test::PulseServer::kRecordingRate, pulse);
    qInfo("pulse %.1f ms, rise %.1f ms, level %.3f, f0 %.1f Hz, %zu partials", pulse.duration(),
          pulse.rise, pulse.level, partials.front().hz, partials.size());
    QVERIFY(rule.pulse.contains(pulse.duration()));
    QVERIFY(kRisePart.contains(pulse.rise / pulse.duration()));
    QVERIFY(std::abs(partials.front().hz - spec.fundamentalHz) < 5);
    QVERIFY(partials.size() > kLeastHarmonics);
  }
  const auto gaps = test::gapsOf(found);
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    qInfo("gap %zu: %.1f ms", i + 1, gaps[i]);
    QVERIFY(std::abs(gaps[i] - static_cast<double>(spec.gaps[i].count())) < kToleranceMs);
  }
}

void SoundDeviceTest::highBurstsRepeatAsSet() {
  SoundSettings settings;
  settings.repeat.high = 2500ms;
  m_sound->setSettings(settings);
  QVERIFY(m_server->record());
  m_sound->setAlarms({alarm(AlertPriority::High)});
  constexpr int kIntervals = 3;
  QVERIFY(m_server->waitForSound((kIntervals + 1) * burstOf(Signal::High).duration() +
                                 kIntervals * (2500ms + 2 * Annunciator::kOutputDelay)));
  m_sound->setAlarms({});
  auto found = intervals();
  QVERIFY(found.size() >= kIntervals);
  for (const double interval : found) qInfo("interval between bursts: %.1f ms", interval);
  // The middle one: a burst that a busy machine delays makes one interval long and the next short.
  std::sort(found.begin(), found.end());
  const double interval = found[found.size() / 2];
  QVERIFY(interval >= 2500 && interval < 2500 + 2.0 * Annunciator::kOutputDelay.count() + 100);
}

void SoundDeviceTest::volumeStopsAtTheFloor() {
  SoundSettings settings;
  settings.volume = 0;
  m_sound->setSettings(settings);
  QVERIFY(m_server->record());
  m_sound->setAlarms({alarm(AlertPriority::Low)});
  QVERIFY(m_server->waitForSound(burstOf(Signal::Low).duration() + 200ms));
  m_sound->setAlarms({});
  m_sound->setSettings({});
  const auto expected =
      test::measurePulses(synthesize(burstOf(Signal::Low), test::PulseServer::kRecordingRate),
                          test::PulseServer::kRecordingRate);
  const double part = pulses().front().level / expected.front().level;
  qInfo("part of the full level: %.3f", part);
  QVERIFY(std::abs(part - settings.volumeFloor) < 0.02);
}

void SoundDeviceTest::removedDeviceIsToldWithinTwoSeconds() {
  m_sound->setAlarms({alarm(AlertPriority::High)});
  QVERIFY(m_server->removeSink());
  QElapsedTimer timer;
  timer.start();
  QVERIFY(QTest::qWaitFor([this] { return !m_sound->state().problem.isEmpty(); }, kPatienceMs));
  qInfo() << timer.elapsed() << "ms:" << m_sound->state().problem;
  QVERIFY(timer.elapsed() <= 2000);
  QVERIFY(waitForHealth(OutputHealth::DeviceLost));
}

void SoundDeviceTest::deviceThatComesBackSoundsAtOnce() {
  QVERIFY(m_server->addSink());
  QVERIFY(waitForHealth(OutputHealth::Ok));
  QCOMPARE(m_sound->state().problem, QString());
  QVERIFY(m_server->record());
  QVERIFY(m_server->waitForSound(burstOf(Signal::High).duration()));
  m_sound->setAlarms({});
}

void SoundDeviceTest::dummyOutputIsNone() {
  QVERIFY(m_server->control({QStringLiteral("load-module"), QStringLiteral("module-always-sink")}));
  QVERIFY(m_server->removeSink());
  QVERIFY(waitForHealth(OutputHealth::DeviceLost));
  QVERIFY(m_server->addSink());
  QVERIFY(waitForHealth(OutputHealth::Ok));
}

void SoundDeviceTest::soundServerThatComesBackIsUsed_data() {
  QTest::addColumn<QString>("output");
  QTest::newRow("with the same output") << QStringLiteral("alarm");
  QTest::newRow("with another one") << QStringLiteral("spare");
}

void SoundDeviceTest::soundServerThatComesBackIsUsed() {
  QFETCH(QString, output);
  m_server->kill();
  QVERIFY(waitForHealth(OutputHealth::Stalled));
  QVERIFY(m_server->start());
  QElapsedTimer timer;
  timer.start();
  QVERIFY(m_server->addSink(output));
  QVERIFY(waitForHealth(OutputHealth::Ok));
  qInfo() << timer.elapsed() << "ms";
  QVERIFY(m_server->record());
  m_sound->setAlarms({alarm(AlertPriority::Medium)});
  QVERIFY(m_server->waitForSound(burstOf(Signal::Medium).duration()));
  m_sound->setAlarms({});
}

void SoundDeviceTest::deadSoundServerIsToldWithinTwoSeconds() {
  QElapsedTimer timer;
  timer.start();
  m_server->kill();
  QVERIFY(QTest::qWaitFor([this] { return !m_sound->state().problem.isEmpty(); }, kPatienceMs));
  qInfo() << timer.elapsed() << "ms:" << m_sound->state().problem;
  QVERIFY(timer.elapsed() <= 2000);
}

QTEST_GUILESS_MAIN(SoundDeviceTest)
#include "tst_sound_device.moc"
