// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest>

#include "sound/alarm_sounder.h"
#include "sound/fake_output.h"
#include "sound/sound_thread.h"
#include "support/manual_clock.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::sound;

class AlarmSounderTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void deviceIsOpenedAndProved();
  void alarmIsPlayedAndRepeated();
  void acknowledgeStopsAndIsTold();
  void pauseIsTold();
  void volumeIsNeverBelowTheFloor();
  void refusedSettingsChangeNothing();
  void deviceThatTakesNothingIsToldWithinTwoSeconds();
  void lostDeviceIsToldAndOpenedAgain();
  void deviceThatBeginsLateIsLeftToProveItself();
  void newDefaultDeviceIsOpenedAtOnce();
  void deviceThatComesBackPlaysAtOnce();
  void everyProblemHasASentence_data();
  void everyProblemHasASentence();
  void hangingThreadIsToldAndForgivenWhenItAnswers();

 private:
  static std::vector<AudibleAlarm> alarms(AlertPriority priority, bool acknowledged = false);
  /// Time passes and the sounder looks at its device.
  void pass(milliseconds duration);
  /// The same, and the device plays.
  void play(milliseconds duration);
  std::size_t played() const { return m_output->played().size(); }

  std::shared_ptr<test::ManualClock> m_clock;
  test::FakeOutput* m_output = nullptr;
  std::unique_ptr<AlarmSounder> m_sounder;
};

void AlarmSounderTest::init() {
  m_clock = std::make_shared<test::ManualClock>();
  auto output = std::make_unique<test::FakeOutput>();
  m_output = output.get();
  m_sounder =
      std::make_unique<AlarmSounder>(std::move(output), std::make_unique<MixerWatch>(), m_clock);
  m_sounder->start();
}

std::vector<AudibleAlarm> AlarmSounderTest::alarms(AlertPriority priority, bool acknowledged) {
  return {{.id = AlertId::fromName("a"),
           .patient = PatientId::fromName("bed 1"),
           .priority = priority,
           .raisedAt = {},
           .acknowledged = acknowledged}};
}

void AlarmSounderTest::pass(milliseconds duration) {
  m_clock->advance(duration);
  QSignalSpy looked(m_sounder.get(), &AlarmSounder::alive);
  QVERIFY(looked.wait());
}

void AlarmSounderTest::play(milliseconds duration) {
  m_output->consumeSecond();
  pass(duration);
}

void AlarmSounderTest::deviceIsOpenedAndProved() {
  QCOMPARE(m_output->openings(), 1);
  QCOMPARE(m_output->volume(), 1.0);
  QCOMPARE(m_sounder->state(), SoundState());
  play(1s);
  QCOMPARE(m_sounder->state().health, OutputHealth::Ok);
  QCOMPARE(m_sounder->state().problem, QString());
}

void AlarmSounderTest::alarmIsPlayedAndRepeated() {
  QSignalSpy states(m_sounder.get(), &AlarmSounder::soundStateChanged);
  m_sounder->setAlarms(alarms(AlertPriority::High));
  QCOMPARE(played(), std::size_t{1});
  const auto length = synthesize(burstOf(Signal::High), m_output->sampleRate()).size();
  QCOMPARE(m_output->played().front(), length);
  QVERIFY(m_sounder->state().playing == AlertPriority::High);
  QCOMPARE(states.count(), 1);
  play(10999ms);
  QCOMPARE(played(), std::size_t{1});
  play(1ms);
  QCOMPARE(played(), std::size_t{2});
}

void AlarmSounderTest::acknowledgeStopsAndIsTold() {
  m_sounder->setAlarms(alarms(AlertPriority::High));
  play(100ms);
  m_sounder->setAlarms(alarms(AlertPriority::High, true));
  QVERIFY(!m_sounder->state().playing);
  QCOMPARE(m_output->stops(), 0);
  play(burstOf(Signal::High).leastDuration());
  QCOMPARE(m_output->stops(), 1);
}

void AlarmSounderTest::pauseIsTold() {
  m_sounder->setAlarms(alarms(AlertPriority::Medium));
  const auto now = m_clock->wallNow();
  m_sounder->setStationPause(TimedPause{.by = "Kim", .at = now, .until = now + 60s});
  QVERIFY(m_sounder->state().pausedUntil == now + 60s);
  QVERIFY(!m_sounder->state().playing);
  play(60s);
  QVERIFY(!m_sounder->state().pausedUntil);
  QCOMPARE(played(), std::size_t{2});
}

void AlarmSounderTest::volumeIsNeverBelowTheFloor() {
  SoundSettings settings;
  settings.volume = 0.1;
  settings.volumeFloor = 0.4;
  m_sounder->setSettings(settings);
  QCOMPARE(m_output->volume(), 0.4);
  settings.volume = 0.8;
  m_sounder->setSettings(settings);
  QCOMPARE(m_output->volume(), 0.8);
}

void AlarmSounderTest::refusedSettingsChangeNothing() {
  SoundSettings settings;
  settings.volume = 0.5;
  settings.repeat.high = 60s;
  m_sounder->setSettings(settings);
  QCOMPARE(m_output->volume(), 1.0);
}

void AlarmSounderTest::deviceThatTakesNothingIsToldWithinTwoSeconds() {
  play(1s);
  pass(OutputWatch::kLimit - 1ms);
  QCOMPARE(m_sounder->state().health, OutputHealth::Ok);
  pass(1ms);
  QCOMPARE(m_sounder->state().health, OutputHealth::Stalled);
  QVERIFY(m_sounder->state().problem.contains(QStringLiteral("Speaker")));
  QVERIFY(OutputWatch::kLimit + AlarmSounder::kWatch < 2s);
}

void AlarmSounderTest::lostDeviceIsToldAndOpenedAgain() {
  play(1s);
  m_output->become(OutputHealth::DeviceLost);
  pass(0ms);
  QCOMPARE(m_sounder->state().health, OutputHealth::DeviceLost);
  const int openings = m_output->openings();
  pass(AlarmSounder::kReopen);
  QCOMPARE(m_output->openings(), openings + 1);
  pass(AlarmSounder::kReopen - 1ms);
  QCOMPARE(m_output->openings(), openings + 1);
  pass(1ms);
  QCOMPARE(m_output->openings(), openings + 2);
}

void AlarmSounderTest::deviceThatBeginsLateIsLeftToProveItself() {
  m_output->become(OutputHealth::NoDevice);
  pass(AlarmSounder::kReopen);
  m_output->become(OutputHealth::Ok);
  const int openings = m_output->openings();
  m_output->consume(OutputWatch::kProof - 1);
  pass(AlarmSounder::kReopen - 1ms);
  pass(1ms);
  QCOMPARE(m_output->openings(), openings);
  m_output->consume(1);
  pass(250ms);
  QCOMPARE(m_sounder->state().health, OutputHealth::Ok);
}

void AlarmSounderTest::newDefaultDeviceIsOpenedAtOnce() {
  Q_EMIT m_output->deviceChanged();
  QTRY_COMPARE(m_output->openings(), 2);
}

void AlarmSounderTest::deviceThatComesBackPlaysAtOnce() {
  play(1s);
  m_output->become(OutputHealth::DeviceLost);
  pass(0ms);
  m_sounder->setAlarms(alarms(AlertPriority::Medium));
  QCOMPARE(played(), std::size_t{1});
  m_output->become(OutputHealth::Ok);
  pass(1s);
  QVERIFY2(!m_sounder->state().problem.isEmpty(), "only what it plays proves a device");
  play(0ms);
  QCOMPARE(m_sounder->state().problem, QString());
  QCOMPARE(played(), std::size_t{2});
}

void AlarmSounderTest::everyProblemHasASentence_data() {
  QTest::addColumn<OutputHealth>("health");
  QTest::addColumn<QString>("words");
  QTest::newRow("opening") << OutputHealth::Opening << QString();
  QTest::newRow("ok") << OutputHealth::Ok << QString();
  QTest::newRow("none") << OutputHealth::NoDevice << QStringLiteral("No audio output: ");
  QTest::newRow("lost") << OutputHealth::DeviceLost
                        << QStringLiteral("Audio output gone: alarms cannot be heard on Speaker.");
  QTest::newRow("stalled") << OutputHealth::Stalled << QStringLiteral("Audio output silent: ");
  QTest::newRow("muted") << OutputHealth::Muted
                         << QStringLiteral("Sound muted: alarms cannot be heard on Speaker.");
  QTest::newRow("quiet") << OutputHealth::TooQuiet << QStringLiteral("Sound too quiet: ");
  QTest::newRow("hangs") << OutputHealth::NoAnswer << QStringLiteral("Sound hangs: ");
}

void AlarmSounderTest::everyProblemHasASentence() {
  QFETCH(OutputHealth, health);
  QFETCH(QString, words);
  const auto text = problemText(health, QStringLiteral("Speaker"));
  QCOMPARE(text.isEmpty(), words.isEmpty());
  QVERIFY2(text.startsWith(words), "a narrow card shows only the beginning");
  QVERIFY(text.isEmpty() || text.endsWith(QStringLiteral("Watch the screen.")));
}

namespace {

/// Its open() waits until it is let go, as a sound server that hangs makes it wait.
class HangingOutput final : public AudioOutput {
 public:
  explicit HangingOutput(QSemaphore& gate) : m_gate(gate) {}

  void open() override { m_gate.acquire(); }
  void noteDefault(const QByteArray&) override {}
  double sampleRate() const override { return 8000; }
  void play(std::vector<float>) override {}
  void stop() override {}
  void setVolume(double) override {}
  quint64 consumed() const override { return 0; }
  OutputHealth health() const override { return OutputHealth::Ok; }
  QString deviceName() const override { return {}; }

 private:
  QSemaphore& m_gate;
};

}  // namespace

void AlarmSounderTest::hangingThreadIsToldAndForgivenWhenItAnswers() {
  QSemaphore gate;
  SoundThread sound(std::make_unique<HangingOutput>(gate), std::make_unique<MixerWatch>(), m_clock);
  QCOMPARE(sound.state().health, OutputHealth::Opening);
  m_clock->advance(SoundThread::kPatience);
  QTRY_COMPARE(sound.state().health, OutputHealth::NoAnswer);
  QVERIFY(!sound.state().problem.isEmpty());
  gate.release(1000);
  QTRY_VERIFY(sound.state().health != OutputHealth::NoAnswer);
}

QTEST_GUILESS_MAIN(AlarmSounderTest)
#include "tst_alarm_sounder.moc"
