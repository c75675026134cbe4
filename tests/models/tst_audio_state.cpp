// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QtTest>

#include "models/audio_state.h"
#include "support/manual_clock.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class AudioStateTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_audio = std::make_unique<AudioState>(m_clock); }
  void pauseCountsDownAndEndsByItself();
  void setWallClockDoesNotLengthenAPause();
  void pauseAgainBeginsAnew();
  void pauseNamesWhoAndUntilWhen();
  void everyChangeIsSignalledOnce();

 private:
  test::ManualClock m_clock;
  std::unique_ptr<AudioState> m_audio;
};

void AudioStateTest::pauseCountsDownAndEndsByItself() {
  QVERIFY(!m_audio->remaining());
  m_audio->pause({});
  m_clock.advance(30s);
  m_audio->tick();
  QCOMPARE(*m_audio->remaining(), milliseconds(90s));
  m_clock.advance(90s);
  m_audio->tick();
  QVERIFY(!m_audio->isPaused());
}

void AudioStateTest::setWallClockDoesNotLengthenAPause() {
  m_audio->pause({});
  m_clock.jumpWall(-1h);
  m_clock.advance(120s);
  m_audio->tick();
  QVERIFY(!m_audio->isPaused());
}

void AudioStateTest::pauseAgainBeginsAnew() {
  m_audio->pause({});
  m_clock.advance(100s);
  m_audio->pause({});
  QCOMPARE(*m_audio->remaining(), milliseconds(120s));
}

void AudioStateTest::pauseNamesWhoAndUntilWhen() {
  m_audio->pause(QStringLiteral("Kim"));
  QCOMPARE(m_audio->pausedBy()->by, std::string("Kim"));
  QVERIFY(m_audio->pausedBy()->until == m_clock.wallNow() + 120s);
}

void AudioStateTest::everyChangeIsSignalledOnce() {
  QSignalSpy changes(m_audio.get(), &AudioState::changed);
  m_audio->resume();
  m_audio->setEnabled(true);
  m_audio->setDeviceProblem({});
  QCOMPARE(changes.count(), 0);
  m_audio->pause({});
  m_audio->resume();
  m_audio->setDeviceProblem(QStringLiteral("There is no loudspeaker."));
  m_audio->setEnabled(false);
  QCOMPARE(changes.count(), 4);
}

QTEST_APPLESS_MAIN(AudioStateTest)
#include "tst_audio_state.moc"
