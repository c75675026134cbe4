// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/own_alarms.h"
#include "support/manual_clock.h"
#include "support/samples.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class OwnAlarmsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void lostServerIsOneAlarm_data();
  void lostServerIsOneAlarm();
  void lostServerEndsWithTheConnection();
  void serverIsNotMissedWithoutBeds();
  void missingSoundIsOfHighPriority();
  void nextEpisodeHasAnotherId();
  void acknowledgeIsKeptWhileItLasts();

 private:
  void setPhase(LinkPhase phase, bool permanent = false);

  test::ManualClock m_clock;
  std::unique_ptr<BedModel> m_beds;
  std::unique_ptr<ConnectionModel> m_link;
  std::unique_ptr<OwnAlarms> m_own;
  std::vector<Alert> m_told;
};

void OwnAlarmsTest::init() {
  m_told.clear();
  m_beds = std::make_unique<BedModel>();
  m_beds->watch(PatientId::fromName("Bed 1"), m_clock.steadyNow());
  m_beds->watch(PatientId::fromName("Bed 2"), m_clock.steadyNow());
  m_link = std::make_unique<ConnectionModel>(m_clock);
  m_own = std::make_unique<OwnAlarms>(m_clock, [this](const Alert& a) { m_told.push_back(a); });
}

void OwnAlarmsTest::setPhase(LinkPhase phase, bool permanent) {
  LinkStatus status;
  status.phase = phase;
  status.server = QStringLiteral("icu:50051");
  status.permanent = permanent;
  m_link->setStatus(status);
  m_own->judge(*m_beds, *m_link);
}

void OwnAlarmsTest::lostServerIsOneAlarm_data() {
  QTest::addColumn<LinkPhase>("phase");
  QTest::addColumn<bool>("permanent");
  QTest::addColumn<int>("alarms");
  QTest::newRow("not begun") << LinkPhase::Down << false << 0;
  QTest::newRow("first attempt") << LinkPhase::Connecting << false << 0;
  QTest::newRow("lost") << LinkPhase::Waiting << false << 1;
  QTest::newRow("refused") << LinkPhase::Down << true << 1;
  QTest::newRow("silent") << LinkPhase::Stale << false << 0;
  QTest::newRow("live") << LinkPhase::Live << false << 0;
}

void OwnAlarmsTest::lostServerIsOneAlarm() {
  QFETCH(LinkPhase, phase);
  QFETCH(bool, permanent);
  QFETCH(int, alarms);
  setPhase(phase, permanent);
  m_own->judge(*m_beds, *m_link);
  QCOMPARE(int(m_told.size()), alarms);
  if (alarms == 0) return;
  QCOMPARE(m_told[0].kind, AlertKind::Technical);
  QVERIFY(m_told[0].patient == PatientId{});
  QCOMPARE(m_told[0].message, std::string("Server icu:50051 lost: 2 bed(s) not monitored here"));
}

void OwnAlarmsTest::lostServerEndsWithTheConnection() {
  setPhase(LinkPhase::Waiting);
  setPhase(LinkPhase::Connecting);
  QCOMPARE(m_told.size(), 1U);
  setPhase(LinkPhase::Live);
  QCOMPARE(m_told.size(), 2U);
  QCOMPARE(m_told[1].state, AlertState::Inactive);
  QVERIFY(m_told[1].revision > m_told[0].revision);
}

void OwnAlarmsTest::serverIsNotMissedWithoutBeds() {
  m_beds->unwatch(PatientId::fromName("Bed 1"));
  m_beds->unwatch(PatientId::fromName("Bed 2"));
  setPhase(LinkPhase::Waiting);
  QVERIFY(m_told.empty());
}

void OwnAlarmsTest::missingSoundIsOfHighPriority() {
  m_own->setSoundProblem(QStringLiteral("the loudspeaker is gone."));
  m_own->setSoundProblem(QStringLiteral("the loudspeaker is gone."));
  QCOMPARE(m_told.size(), 1U);
  QCOMPARE(m_told[0].priority, AlertPriority::High);
  QCOMPARE(m_told[0].message, std::string("the loudspeaker is gone."));
  m_own->setSoundProblem({});
  QCOMPARE(m_told.size(), 2U);
  QVERIFY(!m_told[1].isOpen());
}

void OwnAlarmsTest::nextEpisodeHasAnotherId() {
  setPhase(LinkPhase::Waiting);
  setPhase(LinkPhase::Live);
  setPhase(LinkPhase::Waiting);
  QVERIFY(m_told.back().id != m_told.front().id);
  QVERIFY(!m_told.back().acknowledged);
}

void OwnAlarmsTest::acknowledgeIsKeptWhileItLasts() {
  setPhase(LinkPhase::Waiting);
  QVERIFY(m_own->acknowledge(m_told[0].id, QStringLiteral("Kim")));
  QVERIFY(!m_own->acknowledge(AlertId::fromName("other"), QStringLiteral("Kim")));
  m_own->judge(*m_beds, *m_link);
  QCOMPARE(m_told.size(), 2U);
  QCOMPARE(m_told.back().acknowledged->by, std::string("Kim"));
}

QTEST_APPLESS_MAIN(OwnAlarmsTest)
#include "tst_own_alarms.moc"
