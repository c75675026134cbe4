// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include "ui/audio_controls.h"
#include "ui/command_line.h"
#include "ui/observations_page.h"
#include "ui/ward_fixture.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::ui;

/// The small parts of the alarm system's windows.
class AlarmWidgetsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_fixture = std::make_unique<test::WardFixture>(); }
  void soundIsToldWithItsCountdown();
  void missingSoundOutweighsAPause();
  void switchedOffSoundCannotBePaused();
  void buttonTogglesTheSound();
  void failedCommandStaysUntilItIsClicked();
  void doneCommandGoesByItself();
  void observationsAreEntered();
  void enteredObservationsAreShown();

 private:
  std::unique_ptr<test::WardFixture> m_fixture;
};

void AlarmWidgetsTest::soundIsToldWithItsCountdown() {
  const AudioControls controls(m_fixture->ward.audio(), Theme::dark());
  QCOMPARE(controls.text(), QStringLiteral("Sound on"));
  m_fixture->ward.pauseAudio(QStringLiteral("Kim"));
  QCOMPARE(controls.text(), QStringLiteral("Sound paused 2:00"));
  m_fixture->clock.advance(120s);
  m_fixture->ward.judgeTime();
  QCOMPARE(controls.text(), QStringLiteral("Sound on"));
}

void AlarmWidgetsTest::missingSoundOutweighsAPause() {
  const AudioControls controls(m_fixture->ward.audio(), Theme::dark());
  m_fixture->ward.pauseAudio(QStringLiteral("Kim"));
  m_fixture->ward.setSoundProblem(QStringLiteral("There is no loudspeaker."));
  QCOMPARE(controls.text(), QStringLiteral("NO SOUND"));
}

void AlarmWidgetsTest::switchedOffSoundCannotBePaused() {
  m_fixture->ward.setAudioEnabled(false);
  const AudioControls controls(m_fixture->ward.audio(), Theme::dark());
  QCOMPARE(controls.text(), QStringLiteral("Sound off"));
  QVERIFY(!controls.findChild<QPushButton*>()->isEnabled());
}

void AlarmWidgetsTest::buttonTogglesTheSound() {
  AudioControls controls(m_fixture->ward.audio(), Theme::dark());
  QSignalSpy asked(&controls, &AudioControls::toggleRequested);
  QTest::mouseClick(controls.findChild<QPushButton*>(), Qt::LeftButton);
  QCOMPARE(asked.count(), 1);
}

void AlarmWidgetsTest::failedCommandStaysUntilItIsClicked() {
  const auto patient = m_fixture->addBed("Bed 1").id;
  CommandLine line(m_fixture->ward.commands(), m_fixture->clock, Theme::dark());
  QVERIFY(line.isHidden());
  m_fixture->note(AutoLimits{patient}, models::CommandStage::Failed);
  m_fixture->clock.advance(1h);
  line.refresh();
  QVERIFY(!line.isHidden());
  QVERIFY(line.text().endsWith(QStringLiteral("NOT done. A sentence.")));
  QTest::mouseClick(&line, Qt::LeftButton);
  QVERIFY(line.isHidden());
}

void AlarmWidgetsTest::doneCommandGoesByItself() {
  const auto patient = m_fixture->addBed("Bed 1").id;
  CommandLine line(m_fixture->ward.commands(), m_fixture->clock, Theme::dark());
  m_fixture->note(AutoLimits{patient}, models::CommandStage::Confirmed);
  QVERIFY(!line.isHidden());
  m_fixture->clock.advance(CommandLine::kShown);
  line.refresh();
  QVERIFY(line.isHidden());
}

void AlarmWidgetsTest::observationsAreEntered() {
  const auto patient = m_fixture->addBed("Bed 1").id;
  m_fixture->setDefaults(patient);
  ObservationsPage page(m_fixture->ward);
  page.setPatient(patient);
  QSignalSpy asked(&page, &ObservationsPage::commandRequested);
  const auto boxes = page.findChildren<QComboBox*>();
  boxes[0]->setCurrentText(QStringLiteral("New confusion"));
  boxes[1]->setCurrentText(QStringLiteral("Oxygen"));
  QTest::mouseClick(page.findChild<QPushButton*>(), Qt::LeftButton);
  QVERIFY(asked.at(0).at(0).value<CommandBody>() ==
          CommandBody(EnterObservations{patient, {false, true, Consciousness::Confusion}}));
}

void AlarmWidgetsTest::enteredObservationsAreShown() {
  const auto patient = m_fixture->addBed("Bed 1").id;
  ObservationsPage page(m_fixture->ward);
  page.setPatient(patient);
  QVERIFY(!page.isEnabled());
  m_fixture->set(patient, [](AlarmSettings& settings) {
    settings.news2 = {true, false, Consciousness::Pain};
  });
  QVERIFY(page.isEnabled());
  const auto boxes = page.findChildren<QComboBox*>();
  QCOMPARE(boxes[0]->currentText(), QStringLiteral("Responds to pain"));
  QCOMPARE(boxes[1]->currentText(), QStringLiteral("Air"));
}

QTEST_MAIN(AlarmWidgetsTest)
#include "tst_alarm_widgets.moc"
