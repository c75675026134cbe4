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
  acknowledged.acknowledged = Acknowledgement{.by = "Kim", .at = test::kNoon};
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

QTEST_APPLESS_MAIN(AlarmSortModelTest)
#include "tst_alarm_sort_model.moc"
