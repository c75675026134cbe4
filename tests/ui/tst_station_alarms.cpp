// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "apps/vitalwall/alarm_commands.h"
#include "apps/vitalwall/station_sound.h"
#include "session/request_desk.h"
#include "sound/fake_output.h"
#include "ui/ward_fixture.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::station;

/// Between the window's wishes, the ward, the session and the sound.
class StationAlarmsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void wishGoesToTheServer_data();
  void wishGoesToTheServer();
  void ownAlarmIsAcknowledgedHere();
  void soundIsPausedByTheUser();
  void alarmsAreHeard();
  void missingLoudspeakerIsAlarmed();

 private:
  std::size_t played(test::FakeOutput& output) const;

  std::shared_ptr<test::ManualClock> m_clock;
  std::unique_ptr<test::WardFixture> m_fixture;
  std::unique_ptr<AlarmCommands> m_commands;
  std::vector<session::CommandProgress> m_steps;
};

void StationAlarmsTest::init() {
  m_steps.clear();
  m_clock = std::make_shared<test::ManualClock>();
  m_fixture = std::make_unique<test::WardFixture>();
  const auto desk = std::make_shared<session::RequestDesk>(
      m_clock, session::CommandTimes{},
      session::DeskReports{
          .progressed = [this](const session::CommandProgress& s) { m_steps.push_back(s); },
          .noticed = [](const Notice&) {}});
  m_commands = std::make_unique<AlarmCommands>(m_fixture->ward, session::RequestWriter(desk),
                                               QStringLiteral("Kim"));
}

void StationAlarmsTest::wishGoesToTheServer_data() {
  QTest::addColumn<CommandBody>("wish");
  const auto patient = PatientId::fromName("Bed 1");
  QTest::newRow("acknowledge") << CommandBody(Acknowledge{AlertId::fromName("a"), "seen"});
  QTest::newRow("sound") << CommandBody(PauseAudio{patient});
  QTest::newRow("alarms") << CommandBody(PauseAlarms{patient});
  QTest::newRow("off") << CommandBody(SetAlarmOff{patient, mdc::kSpO2, true, "care"});
  QTest::newRow("limits") << CommandBody(SetLimits{patient, mdc::kSpO2, {85, {}, {}, {}}});
  QTest::newRow("restore") << CommandBody(RestoreLimits{patient, {}});
  QTest::newRow("auto") << CommandBody(AutoLimits{patient});
  QTest::newRow("profile") << CommandBody(SetProfile{patient, AgeGroup::Neonate});
  QTest::newRow("observations") << CommandBody(EnterObservations{patient, {}});
}

void StationAlarmsTest::wishGoesToTheServer() {
  QFETCH(CommandBody, wish);
  m_commands->run(wish);
  QCOMPARE(m_steps.size(), 1U);
  QVERIFY(m_steps[0].command.body == wish);
}

void StationAlarmsTest::ownAlarmIsAcknowledgedHere() {
  m_fixture->ward.setSoundProblem(QStringLiteral("There is no loudspeaker."));
  m_commands->run(Acknowledge{m_fixture->ward.alarms().row(0).alert.id, {}});
  QVERIFY(m_steps.empty());
  QCOMPARE(m_fixture->ward.alarms().row(0).alert.acknowledged->by, std::string("Kim"));
}

void StationAlarmsTest::soundIsPausedByTheUser() {
  m_commands->setAudioPaused(true);
  QCOMPARE(m_fixture->ward.audio().pausedBy()->by, std::string("Kim"));
  m_commands->setAudioPaused(false);
  QVERIFY(!m_fixture->ward.audio().isPaused());
}

/// Bursts that the output was given so far, asked for in its own thread.
std::size_t StationAlarmsTest::played(test::FakeOutput& output) const {
  std::size_t bursts = 0;
  QMetaObject::invokeMethod(
      &output, [&] { bursts = output.played().size(); }, Qt::BlockingQueuedConnection);
  return bursts;
}

void StationAlarmsTest::alarmsAreHeard() {
  auto owned = std::make_unique<test::FakeOutput>();
  auto& output = *owned;
  const StationSound sound(m_fixture->ward, std::move(owned), std::make_unique<sound::MixerWatch>(),
                           m_clock);
  const auto patient = m_fixture->addBed("Bed 1").id;
  QTest::qWait(50);
  QCOMPARE(played(output), 0U);
  m_fixture->raise("HR 134 > 120", patient);
  QTRY_COMPARE(played(output), 1U);
}

void StationAlarmsTest::missingLoudspeakerIsAlarmed() {
  auto owned = std::make_unique<test::FakeOutput>();
  owned->become(sound::OutputHealth::NoDevice);
  const StationSound sound(m_fixture->ward, std::move(owned), std::make_unique<sound::MixerWatch>(),
                           m_clock);
  QTRY_COMPARE(m_fixture->ward.alarms().unacknowledged(AlertPriority::High), 1);
  QVERIFY(!m_fixture->ward.audio().deviceProblem().isEmpty());
}

QTEST_MAIN(StationAlarmsTest)
#include "tst_station_alarms.moc"
