// SPDX-License-Identifier: GPL-3.0-or-later
// What the alarm sound tells of the system's mixer.
#include <QSignalSpy>
#include <QtTest>

#include "sound/alarm_sounder.h"
#include "sound/fake_mixer.h"
#include "sound/fake_output.h"
#include "sound/sound_thread.h"
#include "support/manual_clock.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::sound;

class MutedSounderTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void mixerIsWatchedFromTheStart();
  void silencedSoundIsToldAtOnce_data();
  void silencedSoundIsToldAtOnce();
  void mutedDeviceIsNotOpenedAgain();
  void outputHearsOfTheDefault();
  void lostDeviceIsToldInsteadOfTheMute();
  void alarmSoundsAgainWhenTheMuteEnds();
  void ownerHearsOfTheMute();

 private:
  /// Time passes, and the sounder looks at a device that plays, or does not.
  void pass(milliseconds duration);

  std::shared_ptr<test::ManualClock> m_clock;
  test::FakeOutput* m_output = nullptr;
  test::FakeMixer* m_mixer = nullptr;
  std::unique_ptr<AlarmSounder> m_sounder;
};

void MutedSounderTest::init() {
  m_clock = std::make_shared<test::ManualClock>();
  auto output = std::make_unique<test::FakeOutput>();
  auto mixer = std::make_unique<test::FakeMixer>();
  m_output = output.get();
  m_mixer = mixer.get();
  m_sounder = std::make_unique<AlarmSounder>(std::move(output), std::move(mixer), m_clock);
  m_sounder->start();
  pass(1s);
}

void MutedSounderTest::pass(milliseconds duration) {
  m_output->consumeSecond();
  m_clock->advance(duration);
  QSignalSpy looked(m_sounder.get(), &AlarmSounder::alive);
  QVERIFY(looked.wait());
}

void MutedSounderTest::mixerIsWatchedFromTheStart() {
  QVERIFY(m_mixer->isStarted());
  QCOMPARE(m_sounder->state().health, OutputHealth::Ok);
  m_mixer->become(MixerState::Audible);
  QCOMPARE(m_sounder->state().health, OutputHealth::Ok);
}

void MutedSounderTest::silencedSoundIsToldAtOnce_data() {
  QTest::addColumn<MixerState>("mixer");
  QTest::addColumn<OutputHealth>("health");
  QTest::newRow("muted") << MixerState::Muted << OutputHealth::Muted;
  QTest::newRow("too quiet") << MixerState::TooQuiet << OutputHealth::TooQuiet;
}

void MutedSounderTest::silencedSoundIsToldAtOnce() {
  QFETCH(MixerState, mixer);
  QFETCH(OutputHealth, health);
  QSignalSpy states(m_sounder.get(), &AlarmSounder::soundStateChanged);
  m_mixer->become(mixer);
  QCOMPARE(states.count(), 1);
  QCOMPARE(m_sounder->state().health, health);
  QCOMPARE(m_sounder->state().problem, problemText(health, m_output->deviceName()));
  pass(1s);
  QCOMPARE(m_sounder->state().health, health);
  m_mixer->become(MixerState::Audible);
  QCOMPARE(states.count(), 2);
  QCOMPARE(m_sounder->state().health, OutputHealth::Ok);
  QCOMPARE(m_sounder->state().problem, QString());
}

void MutedSounderTest::mutedDeviceIsNotOpenedAgain() {
  m_mixer->become(MixerState::Muted);
  m_clock->advance(AlarmSounder::kReopen);
  pass(0ms);
  QCOMPARE(m_output->openings(), 1);
}

void MutedSounderTest::outputHearsOfTheDefault() {
  m_mixer->setDefault(QByteArrayLiteral("hdmi"));
  QCOMPARE(m_output->notedDefault(), QByteArrayLiteral("hdmi"));
  QCOMPARE(m_sounder->state().health, OutputHealth::Ok);
}

void MutedSounderTest::lostDeviceIsToldInsteadOfTheMute() {
  m_mixer->become(MixerState::Muted);
  m_output->become(OutputHealth::DeviceLost);
  pass(0ms);
  QCOMPARE(m_sounder->state().health, OutputHealth::DeviceLost);
  m_output->become(OutputHealth::Ok);
  pass(1s);
  QCOMPARE(m_sounder->state().health, OutputHealth::Muted);
}

void MutedSounderTest::alarmSoundsAgainWhenTheMuteEnds() {
  m_mixer->become(MixerState::Muted);
  m_sounder->setAlarms({{.id = AlertId::fromName("a"),
                         .patient = PatientId::fromName("bed 1"),
                         .priority = AlertPriority::Medium,
                         .raisedAt = {},
                         .acknowledged = false}});
  QCOMPARE(m_output->played().size(), std::size_t{1});
  pass(3s);
  m_mixer->become(MixerState::Audible);
  QCOMPARE(m_output->played().size(), std::size_t{2});
}

void MutedSounderTest::ownerHearsOfTheMute() {
  auto owned = std::make_unique<test::FakeMixer>();
  auto* mixer = owned.get();
  const SoundThread sound(std::make_unique<test::FakeOutput>(), std::move(owned), m_clock);
  const auto become = [mixer](MixerState state) {
    QMetaObject::invokeMethod(mixer, [mixer, state] { mixer->become(state); });
  };
  become(MixerState::Muted);
  QTRY_COMPARE(sound.state().health, OutputHealth::Muted);
  QVERIFY(sound.state().problem.contains(QStringLiteral("muted")));
  become(MixerState::Audible);
  QTRY_COMPARE(sound.state().problem, QString());
}

QTEST_GUILESS_MAIN(MutedSounderTest)
#include "tst_muted_sounder.moc"
