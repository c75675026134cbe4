// SPDX-License-Identifier: GPL-3.0-or-later
// The output of the platforms without libpulse, played to a PulseAudio daemon that this test
// starts.
#include <QtTest>

#include "sound/burst_rules.h"
#include "sound/pulse_server.h"
#include "sound/qt_audio_output.h"
#include "sound/sound_thread.h"
#include "sound/tone_analysis.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::sound;

class QtAudioOutputTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void withoutADeviceThereIsAProblem();
  void deviceThatComesPlaysTheBurst();

 private:
  test::PulseServer m_server;
  std::unique_ptr<SoundThread> m_sound;
};

void QtAudioOutputTest::initTestCase() {
  m_server.use();
  if (!m_server.start())
    QSKIP(qPrintable(QStringLiteral("PulseAudio cannot start here: ") + m_server.errors()));
  m_sound = std::make_unique<SoundThread>(std::make_unique<QtAudioOutput>(),
                                          std::make_unique<MixerWatch>(),
                                          std::make_shared<SystemClock>());
}

void QtAudioOutputTest::withoutADeviceThereIsAProblem() {
  QTRY_COMPARE(m_sound->state().health, OutputHealth::NoDevice);
}

void QtAudioOutputTest::deviceThatComesPlaysTheBurst() {
  QVERIFY(m_server.addSink());
  QTRY_COMPARE_WITH_TIMEOUT(m_sound->state().health, OutputHealth::Ok, 20'000);
  QVERIFY(m_server.record());
  m_sound->setAlarms({{.id = AlertId::random(),
                       .patient = PatientId::fromName("bed 1"),
                       .priority = AlertPriority::Medium,
                       .raisedAt = SystemClock().wallNow()}});
  const auto& burst = burstOf(Signal::Medium);
  QVERIFY(m_server.waitForSound(burst.duration() + 200ms));
  m_sound->setAlarms({});
  const auto pulses = test::measurePulses(m_server.recorded(), test::PulseServer::kRecordingRate);
  QCOMPARE(pulses.size(), burst.pulses());
}

QTEST_GUILESS_MAIN(QtAudioOutputTest)
#include "tst_qt_audio_output.moc"
