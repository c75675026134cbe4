// SPDX-License-Identifier: GPL-3.0-or-later
// The mixer of a PulseAudio daemon that this test starts, turned up and down by pactl.
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

#include "sound/audio_output.h"
#include "sound/pulse_server.h"
#include "sound/sound_thread.h"

using namespace Qt::Literals::StringLiterals;
using namespace vitalwall;
using namespace vitalwall::sound;

namespace {

constexpr int kPatienceMs = 20'000;
constexpr int kToldWithinMs = 2000;

}  // namespace

class SoundMixerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void audibleOutputIsNoProblem();
  void silencedOutputIsTold_data();
  void silencedOutputIsTold();
  void silencedStreamIsTold_data();
  void silencedStreamIsTold();
  void streamOfAnotherProgramIsNotJudged();
  void movedStreamIsJudgedByItsNewOutput();
  void watchComesBackWithTheServer();

 private:
  bool control(const QString& command) const { return m_server->control(command.split(u' ')); }
  /// Runs a command of pactl and waits for the health that it makes; false unless told in time.
  bool leadsTo(OutputHealth health, const QString& command) const;
  bool waitFor(MixerState state) const;

  std::unique_ptr<test::PulseServer> m_server;
  std::unique_ptr<SoundThread> m_sound;
  std::unique_ptr<MixerWatch> m_watch;  ///< without an output
};

bool SoundMixerTest::leadsTo(OutputHealth health, const QString& command) const {
  QElapsedTimer timer;
  timer.start();
  const bool isTold =
      control(command) &&
      QTest::qWaitFor([&] { return m_sound->state().health == health; }, kPatienceMs);
  qInfo() << timer.elapsed() << "ms:" << m_sound->state().problem;
  return isTold && timer.elapsed() <= kToldWithinMs &&
         m_sound->state().problem.isEmpty() == (health == OutputHealth::Ok);
}

bool SoundMixerTest::waitFor(MixerState state) const {
  return QTest::qWaitFor([&] { return m_watch->state() == state; }, kPatienceMs);
}

void SoundMixerTest::initTestCase() {
  m_server = std::make_unique<test::PulseServer>();
  m_server->use();
  if (!m_server->start())
    QSKIP(qPrintable(u"PulseAudio cannot start here: "_s + m_server->errors()));
  QVERIFY(m_server->addSink());
  m_watch = makeMixerWatch();
  m_watch->start();
  m_sound = std::make_unique<SoundThread>(makeAudioOutput(), makeMixerWatch(),
                                          std::make_shared<SystemClock>());
}

void SoundMixerTest::audibleOutputIsNoProblem() {
  QVERIFY(waitFor(MixerState::Audible));
  QVERIFY(
      QTest::qWaitFor([this] { return m_sound->state().health == OutputHealth::Ok; }, kPatienceMs));
  QCOMPARE(m_sound->state().problem, QString());
}

void SoundMixerTest::silencedOutputIsTold_data() {
  QTest::addColumn<QString>("silence");
  QTest::addColumn<QString>("undo");
  QTest::addColumn<OutputHealth>("health");
  QTest::newRow("muted") << u"set-sink-mute alarm 1"_s << u"set-sink-mute alarm 0"_s
                         << OutputHealth::Muted;
  QTest::newRow("5 %") << u"set-sink-volume alarm 5%"_s << u"set-sink-volume alarm 100%"_s
                       << OutputHealth::TooQuiet;
}

void SoundMixerTest::silencedOutputIsTold() {
  QFETCH(QString, silence);
  QFETCH(QString, undo);
  QFETCH(OutputHealth, health);
  QVERIFY(leadsTo(health, silence));
  QVERIFY(leadsTo(OutputHealth::Ok, undo));
}

void SoundMixerTest::silencedStreamIsTold_data() {
  QTest::addColumn<QString>("silence");
  QTest::addColumn<QString>("undo");
  QTest::addColumn<OutputHealth>("health");
  QTest::newRow("muted") << u"set-sink-input-mute %1 1"_s << u"set-sink-input-mute %1 0"_s
                         << OutputHealth::Muted;
  QTest::newRow("5 %") << u"set-sink-input-volume %1 5%"_s << u"set-sink-input-volume %1 100%"_s
                       << OutputHealth::TooQuiet;
}

void SoundMixerTest::silencedStreamIsTold() {
  QFETCH(QString, silence);
  QFETCH(QString, undo);
  QFETCH(OutputHealth, health);
  const QString stream = m_server->streamOf(QCoreApplication::applicationPid());
  QVERIFY(!stream.isEmpty());
  QVERIFY(leadsTo(health, silence.arg(stream)));
  QVERIFY(leadsTo(OutputHealth::Ok, undo.arg(stream)));
}

void SoundMixerTest::streamOfAnotherProgramIsNotJudged() {
  QProcess other;
  other.start(u"pacat"_s, {u"/dev/zero"_s});
  QVERIFY(other.waitForStarted());
  QVERIFY(QTest::qWaitFor([&] { return !m_server->streamOf(other.processId()).isEmpty(); },
                          kPatienceMs));
  QSignalSpy states(m_sound.get(), &SoundThread::soundStateChanged);
  QVERIFY(control(u"set-sink-input-mute %1 1"_s.arg(m_server->streamOf(other.processId()))));
  QVERIFY(leadsTo(OutputHealth::TooQuiet,
                  u"set-sink-volume alarm 5%"_s));  // told after whatever the mute has caused
  QCOMPARE(states.count(), 1);
  QVERIFY(leadsTo(OutputHealth::Ok, u"set-sink-volume alarm 100%"_s));
  other.kill();
  QVERIFY(other.waitForFinished());
}

void SoundMixerTest::movedStreamIsJudgedByItsNewOutput() {
  const QString stream = m_server->streamOf(QCoreApplication::applicationPid());
  QVERIFY(control(u"load-module module-null-sink sink_name=closet"_s));
  QVERIFY(control(u"set-sink-mute closet 1"_s));
  QVERIFY(leadsTo(OutputHealth::Muted, u"move-sink-input %1 closet"_s.arg(stream)));
  QVERIFY(leadsTo(OutputHealth::Ok, u"move-sink-input %1 alarm"_s.arg(stream)));
}

void SoundMixerTest::watchComesBackWithTheServer() {
  m_sound.reset();
  m_server->kill();
  QVERIFY(waitFor(MixerState::Unknown));
  QVERIFY(m_server->start());
  QVERIFY(m_server->addSink());
  QVERIFY(waitFor(MixerState::Audible));
  QVERIFY(control(u"set-sink-mute alarm 1"_s));
  QVERIFY(waitFor(MixerState::Muted));
}

QTEST_GUILESS_MAIN(SoundMixerTest)
#include "tst_sound_mixer.moc"
