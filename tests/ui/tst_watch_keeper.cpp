// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "apps/vitalwall/watch_keeper.h"
#include "session/request_desk.h"
#include "support/manual_clock.h"
#include "support/samples.h"

using namespace vitalwall;
using namespace vitalwall::station;

class WatchKeeperTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void followsTheDirectory();
  void removedPatientStaysRemoved();
  void removedPatientComesBackByHand();
  void chosenPatientsAreOnlyNamedByTheDirectory();
  void bedIsThereBeforeTheServerIsAsked();

 private:
  WatchKeeper keeper(bool followsDirectory) {
    return {*m_ward, session::RequestWriter(m_desk), followsDirectory};
  }

  std::shared_ptr<test::ManualClock> m_clock;
  std::unique_ptr<models::Ward> m_ward;
  std::shared_ptr<session::RequestDesk> m_desk;
  const std::vector<Patient> m_directory = {test::makePatient("Bed 1"), test::makePatient("Bed 2")};
};

void WatchKeeperTest::init() {
  m_clock = std::make_shared<test::ManualClock>();
  m_ward = std::make_unique<models::Ward>(*m_clock);
  m_desk = std::make_shared<session::RequestDesk>(m_clock, session::CommandTimes{},
                                                  session::DeskReports{});
}

void WatchKeeperTest::followsTheDirectory() {
  auto watch = keeper(true);
  watch.onPatientsListed(m_directory);
  QCOMPARE(m_ward->beds().rowCount(), 2);
  QCOMPARE(m_desk->watched(), 2U);
  QCOMPARE(m_ward->beds().bed(1).label(), QStringLiteral("Bed 2"));
}

void WatchKeeperTest::removedPatientStaysRemoved() {
  auto watch = keeper(true);
  watch.onPatientsListed(m_directory);
  watch.unwatch(m_directory[0].id);
  watch.onPatientsListed(m_directory);  // as after a reconnection
  QCOMPARE(m_ward->beds().rowCount(), 1);
  QCOMPARE(m_desk->watched(), 1U);
}

void WatchKeeperTest::removedPatientComesBackByHand() {
  auto watch = keeper(true);
  watch.onPatientsListed(m_directory);
  watch.unwatch(m_directory[0].id);
  watch.watch(m_directory[0].id);
  watch.onPatientsListed(m_directory);
  QCOMPARE(m_ward->beds().rowCount(), 2);
  QCOMPARE(m_desk->watched(), 2U);
}

void WatchKeeperTest::chosenPatientsAreOnlyNamedByTheDirectory() {
  auto watch = keeper(false);
  watch.watch(m_directory[1].id);
  watch.onPatientsListed(m_directory);
  QCOMPARE(m_ward->beds().rowCount(), 1);
  QCOMPARE(m_ward->beds().bed(0).label(), QStringLiteral("Bed 2"));
  QCOMPARE(m_desk->watched(), 1U);
}

void WatchKeeperTest::bedIsThereBeforeTheServerIsAsked() {
  auto watch = keeper(false);
  std::size_t askedBefore = 99;
  connect(&m_ward->beds(), &QAbstractItemModel::rowsInserted, this,
          [&] { askedBefore = m_desk->watched(); });
  watch.watch(m_directory[0].id);
  QCOMPARE(askedBefore, 0U);
  QCOMPARE(m_desk->watched(), 1U);
}

QTEST_APPLESS_MAIN(WatchKeeperTest)
#include "tst_watch_keeper.moc"
