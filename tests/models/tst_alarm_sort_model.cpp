// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QtTest>

#include "models/alarm_sort_model.h"
#include "support/samples.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class AlarmSortModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void sortsByUrgency();
  void acknowledgedAlarmSinks();
  void showsOnePatientOnly();
  void groupIsOneRowAndFollowsItsMostUrgent();

 private:
  QString dump() const;
  void add(const char* name, const char* bed, AlertPriority priority, std::chrono::seconds age);

  std::unique_ptr<AlarmModel> m_alarms;
  std::unique_ptr<AlarmSortModel> m_sorted;
};

void AlarmSortModelTest::init() {
  m_sorted.reset();
  m_alarms = std::make_unique<AlarmModel>([](PatientId) { return QString(); });
  m_sorted = std::make_unique<AlarmSortModel>(*m_alarms);
  new QAbstractItemModelTester(m_sorted.get(), m_sorted.get());
}

QString AlarmSortModelTest::dump() const {
  QStringList lines;
  for (int row = 0; row < m_sorted->rowCount(); ++row)
    lines << QString::fromStdString(m_sorted->row(row).alert.message);
  return lines.join(QLatin1Char(' '));
}

void AlarmSortModelTest::add(const char* name, const char* bed, AlertPriority priority,
                             std::chrono::seconds age) {
  auto alert = test::makeAlert(name, PatientId::fromName(bed), priority);
  alert.raisedAt = test::kNoon - age;
  m_alarms->apply(alert);
}

void AlarmSortModelTest::sortsByUrgency() {
  add("low", "1", AlertPriority::Low, 90s);
  add("young-high", "2", AlertPriority::High, 1s);
  add("medium", "3", AlertPriority::Medium, 60s);
  add("old-high", "4", AlertPriority::High, 30s);
  QCOMPARE(dump(), QStringLiteral("old-high young-high medium low"));
}

void AlarmSortModelTest::acknowledgedAlarmSinks() {
  add("first", "1", AlertPriority::High, 9s);
  add("second", "2", AlertPriority::High, 1s);
  auto acknowledged = m_alarms->row(0).alert;
  acknowledged.revision = 2;
  acknowledged.acknowledged = Acknowledgement{.by = "Kim", .at = test::kNoon, .note = {}};
  m_alarms->apply(acknowledged);
  QCOMPARE(dump(), QStringLiteral("second first"));
}

void AlarmSortModelTest::showsOnePatientOnly() {
  add("a", "1", AlertPriority::High, 2s);
  add("b", "2", AlertPriority::High, 1s);
  m_sorted->setPatient(PatientId::fromName("2"));
  QCOMPARE(dump(), QStringLiteral("b"));
  m_sorted->setPatient(std::nullopt);
  QCOMPARE(dump(), QStringLiteral("a b"));
}

void AlarmSortModelTest::groupIsOneRowAndFollowsItsMostUrgent() {
  m_sorted->setGrouped(true);
  const auto lost = [this](const char* bed, AlertState state) {
    auto alert = test::makeAlert(bed, PatientId::fromName(bed), AlertPriority::Medium);
    alert.group = "source sim";
    alert.state = state;
    m_alarms->apply(alert);
    return alert.id;
  };
  const auto first = lost("first", AlertState::Active);
  const auto second = lost("second", AlertState::Active);
  add("alone", "3", AlertPriority::Low, 0s);
  QCOMPARE(m_sorted->rowCount(), 2);
  QCOMPARE(m_sorted->members(0).size(), 2U);
  QCOMPARE(m_sorted->members(1).size(), 1U);
  QCOMPARE(m_sorted->rowFor(first), 0);
  QCOMPARE(m_sorted->rowFor(second), 0);
  const auto leader = m_sorted->row(0).alert.id;
  lost(leader == first ? "first" : "second", AlertState::Inactive);
  QCOMPARE(m_sorted->rowCount(), 2);
  QCOMPARE(m_sorted->members(0).size(), 1U);
  QVERIFY(m_sorted->row(0).alert.id != leader);
  m_sorted->setGrouped(false);
  QCOMPARE(m_sorted->rowFor(leader), -1);
}

QTEST_APPLESS_MAIN(AlarmSortModelTest)
#include "tst_alarm_sort_model.moc"
