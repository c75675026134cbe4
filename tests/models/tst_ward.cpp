// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QtTest>

#include "models/ward.h"
#include "support/alarm_settings.h"
#include "support/manual_clock.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class WardTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void bedWatchedBeforeTheDirectoryIsNamedByIt();
  void bedWatchedAfterTheDirectoryIsNamedAtOnce();
  void unwatchingForgetsEverything();
  void messagesOfPatientsNotWatchedAreIgnored();
  void alarmListEqualsTheServersAfterAReconnection();
  void anotherServerMayComeBeforeTheSnapshotEnds();
  void staleLinkIsNotAReconnection();
  void linkIsLoggedWhenItsSentenceChanges();
  void anAlarmIsLoggedOnce();
  void failedAcknowledgeIsLoggedWithItsBed();
  void silentBedRaisesOneOwnAlarm();
  void ownAlarmIsAcknowledgedHere();
  void lostServerIsToldOnce();
  void settingsOfPatientsNotWatchedAreIgnored();
  void missingSoundIsAlarmed();
  void alarmsGoIntoTheHistory();
  void bedThatNeverSpokeIsSilentToo();
  void fullWardTakesNoMoreBeds();

 private:
  void hear();
  LinkStatus link(LinkPhase phase, const QString& sentence = {}) const;
  QString newestEvent() const;

  test::ManualClock m_clock;
  std::unique_ptr<Ward> m_ward;
  const Patient m_patient = test::makePatient("Bed 1");
};

void WardTest::init() {
  m_ward = std::make_unique<Ward>(m_clock);
}

LinkStatus WardTest::link(LinkPhase phase, const QString& sentence) const {
  LinkStatus status;
  status.phase = phase;
  status.sentence = sentence;
  return status;
}

QString WardTest::newestEvent() const {
  return m_ward->events().rowCount() == 0 ? QString() : m_ward->events().entry(0).text;
}

void WardTest::hear() {
  m_ward->apply(Vitals{.patient = m_patient.id, .sourceTime = m_clock.wallNow(), .numerics = {}},
                m_clock.steadyNow());
  m_ward->judgeTime();
}

void WardTest::bedWatchedBeforeTheDirectoryIsNamedByIt() {
  QSignalSpy waves(m_ward.get(), &Ward::wavesChanged);
  m_ward->watch(m_patient.id);
  QCOMPARE(waves.count(), 0);
  m_ward->setDirectory({m_patient});
  QCOMPARE(m_ward->beds().labelOf(m_patient.id), QStringLiteral("Bed 1"));
  QCOMPARE(waves.count(), 1);
  QVERIFY(m_ward->waves().ring(m_patient.id, 0) != nullptr);
}

void WardTest::bedWatchedAfterTheDirectoryIsNamedAtOnce() {
  m_ward->setDirectory({m_patient});
  QCOMPARE(m_ward->beds().rowCount(), 0);
  m_ward->watch(m_patient.id);
  QCOMPARE(m_ward->beds().labelOf(m_patient.id), QStringLiteral("Bed 1"));
}

void WardTest::unwatchingForgetsEverything() {
  m_ward->setDirectory({m_patient});
  m_ward->watch(m_patient.id);
  m_ward->apply(test::makeAlert("a", m_patient.id, AlertPriority::High));
  m_ward->apply(Order{.id = OrderId::fromName("o"),
                      .patient = m_patient.id,
                      .description = "Heparin",
                      .status = OrderStatus::Active,
                      .changedBy = {},
                      .changedAt = test::kNoon});
  QSignalSpy waves(m_ward.get(), &Ward::wavesChanged);
  QVERIFY(m_ward->unwatch(m_patient.id));
  QVERIFY(!m_ward->unwatch(m_patient.id));
  QCOMPARE(waves.count(), 1);
  QCOMPARE(m_ward->alarms().rowCount(), 0);
  QCOMPARE(m_ward->orders().rowCount(), 0);
  QVERIFY(m_ward->waves().ring(m_patient.id, 0) == nullptr);
}

void WardTest::messagesOfPatientsNotWatchedAreIgnored() {
  m_ward->apply(test::makeAlert("a", m_patient.id, AlertPriority::High));
  m_ward->apply(Vitals{.patient = m_patient.id, .sourceTime = test::kNoon, .numerics = {}},
                m_clock.steadyNow());
  QCOMPARE(m_ward->alarms().rowCount(), 0);
  QCOMPARE(m_ward->events().rowCount(), 0);
}

void WardTest::alarmListEqualsTheServersAfterAReconnection() {
  m_ward->watch(m_patient.id);
  m_ward->setLink(link(LinkPhase::Live));
  m_ward->apply(test::makeAlert("still there", m_patient.id, AlertPriority::High, 7));
  m_ward->apply(test::makeAlert("ended while away", m_patient.id, AlertPriority::High, 8));
  m_ward->setLink(link(LinkPhase::Waiting));
  m_ward->setLink(link(LinkPhase::Connecting));
  m_ward->setLink(link(LinkPhase::Syncing));
  QCOMPARE(m_ward->alarms().rowCount(), 2);
  m_ward->apply(test::makeAlert("still there", m_patient.id, AlertPriority::High, 2));
  m_ward->apply(SnapshotEnd{.patient = m_patient.id, .cursor = {}, .complete = true});
  QCOMPARE(m_ward->alarms().rowCount(), 1);
  QCOMPARE(m_ward->alarms().row(0).alert.revision, 2U);
}

void WardTest::anotherServerMayComeBeforeTheSnapshotEnds() {
  m_ward->watch(m_patient.id);
  m_ward->setLink(link(LinkPhase::Connecting));
  m_ward->setLink(link(LinkPhase::Syncing));
  m_ward->apply(test::makeAlert("of the first server", m_patient.id, AlertPriority::High, 1));
  m_ward->setLink(link(LinkPhase::Connecting));
  m_ward->setLink(link(LinkPhase::Syncing));
  m_ward->apply(SnapshotEnd{.patient = m_patient.id, .cursor = {}, .complete = true});
  QCOMPARE(m_ward->alarms().rowCount(), 0);
}

void WardTest::staleLinkIsNotAReconnection() {
  m_ward->watch(m_patient.id);
  m_ward->setLink(link(LinkPhase::Live));
  m_ward->apply(test::makeAlert("a", m_patient.id, AlertPriority::High, 7));
  m_ward->setLink(link(LinkPhase::Stale));
  m_ward->setLink(link(LinkPhase::Live));
  m_ward->apply(SnapshotEnd{.patient = m_patient.id, .cursor = {}, .complete = true});
  QCOMPARE(m_ward->alarms().rowCount(), 1);
}

void WardTest::linkIsLoggedWhenItsSentenceChanges() {
  m_ward->setLink(link(LinkPhase::Live, QStringLiteral("Connected.")));
  m_ward->setLink(link(LinkPhase::Live, QStringLiteral("Connected.")));
  QCOMPARE(m_ward->events().rowCount(), 1);
  QCOMPARE(newestEvent(), QStringLiteral("Connected."));
  m_ward->setLink(link(LinkPhase::Waiting, QStringLiteral("Lost.")));
  QCOMPARE(newestEvent(), QStringLiteral("Lost."));
}

void WardTest::anAlarmIsLoggedOnce() {
  m_ward->watch(m_patient.id);
  m_ward->apply(test::makeAlert("HR 134 > 120", m_patient.id, AlertPriority::High, 1));
  m_ward->apply(test::makeAlert("HR 134 > 120", m_patient.id, AlertPriority::High, 2));
  QCOMPARE(m_ward->events().rowCount(), 1);
  QCOMPARE(newestEvent(), QStringLiteral("*** HR 134 > 120"));
}

void WardTest::failedAcknowledgeIsLoggedWithItsBed() {
  m_ward->setDirectory({m_patient});
  m_ward->watch(m_patient.id);
  const auto alert = test::makeAlert("a", m_patient.id, AlertPriority::High);
  m_ward->apply(alert);
  m_ward->noteCommand({CommandId::fromName("c"), Acknowledge{alert.id, {}}}, CommandStage::Failed,
                      QStringLiteral("Not permitted."));
  QCOMPARE(m_ward->events().entry(0).bed, QStringLiteral("Bed 1"));
  QCOMPARE(newestEvent(), QStringLiteral("acknowledge: Not permitted."));
  QCOMPARE(m_ward->commands().newest(m_patient.id)->what, QStringLiteral("Bed 1: acknowledge"));
  QCOMPARE(m_ward->alarms().row(0).stage, CommandStage::Failed);
}

void WardTest::silentBedRaisesOneOwnAlarm() {
  m_ward->watch(m_patient.id);
  auto live = link(LinkPhase::Live);
  live.extended = true;
  m_ward->setLink(live);
  hear();
  m_clock.advance(9s);
  m_ward->judgeTime();
  QCOMPARE(m_ward->alarms().rowCount(), 0);
  m_clock.advance(1s);
  m_ward->judgeTime();
  m_ward->judgeTime();
  QCOMPARE(m_ward->alarms().rowCount(), 1);
  QCOMPARE(m_ward->alarms().row(0).alert.kind, AlertKind::Technical);
  m_clock.advance(1s);
  hear();
  QCOMPARE(m_ward->alarms().rowCount(), 0);
}

void WardTest::ownAlarmIsAcknowledgedHere() {
  m_ward->watch(m_patient.id);
  m_ward->setLink(link(LinkPhase::Live));
  m_clock.advance(30s);
  m_ward->judgeTime();
  const auto own = m_ward->alarms().row(0).alert.id;
  QVERIFY(m_ward->acknowledgeOwn(own, QStringLiteral("Kim")));
  QCOMPARE(acknowledgeText(m_ward->alarms().row(0)), QStringLiteral("acknowledged by Kim"));
  m_ward->judgeTime();
  QVERIFY(!m_ward->alarms().row(0).alert.needsAttention());
  const auto foreign = test::makeAlert("HR 134 > 120", m_patient.id, AlertPriority::High);
  m_ward->apply(foreign);
  QVERIFY(!m_ward->acknowledgeOwn(foreign.id, QStringLiteral("Kim")));
}

void WardTest::lostServerIsToldOnce() {
  m_ward->watch(m_patient.id);
  m_ward->watch(PatientId::fromName("Bed 2"));
  m_ward->setLink(link(LinkPhase::Live));
  hear();
  m_ward->setLink(link(LinkPhase::Waiting));
  m_clock.advance(60s);
  m_ward->judgeTime();
  QCOMPARE(m_ward->alarms().rowCount(), 1);
  QCOMPARE(m_ward->beds().labelOf(m_ward->alarms().row(0).alert.patient),
           QStringLiteral("Station"));
  m_ward->setLink(link(LinkPhase::Syncing));
  m_ward->judgeTime();
  QCOMPARE(m_ward->alarms().rowCount(), 0);
}

void WardTest::settingsOfPatientsNotWatchedAreIgnored() {
  m_ward->apply(test::makeSettings(m_patient.id));
  QVERIFY(!m_ward->settings().find(m_patient.id));
  m_ward->watch(m_patient.id);
  m_ward->apply(test::makeSettings(m_patient.id));
  QVERIFY(m_ward->settings().find(m_patient.id));
  m_ward->unwatch(m_patient.id);
  QVERIFY(!m_ward->settings().find(m_patient.id));
}

void WardTest::missingSoundIsAlarmed() {
  m_ward->setSoundProblem(QStringLiteral("There is no loudspeaker."));
  QCOMPARE(m_ward->alarms().unacknowledged(AlertPriority::High), 1);
  QCOMPARE(m_ward->audio().deviceProblem(), QStringLiteral("There is no loudspeaker."));
  m_ward->setSoundProblem({});
  QCOMPARE(m_ward->alarms().rowCount(), 0);
}

void WardTest::alarmsGoIntoTheHistory() {
  m_ward->watch(m_patient.id);
  auto alert = test::makeAlert("a", m_patient.id, AlertPriority::High);
  m_ward->apply(alert);
  alert.state = AlertState::Inactive;
  alert.revision = 2;
  m_ward->apply(alert);
  QCOMPARE(m_ward->alarms().rowCount(), 0);
  QCOMPARE(m_ward->history().rowCount(), 1);
}

void WardTest::bedThatNeverSpokeIsSilentToo() {
  m_ward->watch(m_patient.id);
  m_ward->setLink(link(LinkPhase::Live));
  m_ward->judgeTime();
  QCOMPARE(m_ward->alarms().rowCount(), 0);
  m_clock.advance(30s);
  m_ward->judgeTime();
  QCOMPARE(m_ward->alarms().rowCount(), 1);
}

void WardTest::fullWardTakesNoMoreBeds() {
  for (int bed = 0; bed < Ward::kMaxBeds; ++bed)
    QVERIFY(m_ward->watch(PatientId::fromName(std::to_string(bed))));
  QVERIFY(!m_ward->watch(m_patient.id));
  QCOMPARE(m_ward->beds().rowCount(), Ward::kMaxBeds);
  QVERIFY(newestEvent().contains(QStringLiteral("64")));
  m_ward->unwatch(PatientId::fromName("0"));
  QVERIFY(m_ward->watch(m_patient.id));
}

QTEST_APPLESS_MAIN(WardTest)
#include "tst_ward.moc"
