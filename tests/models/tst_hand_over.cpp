// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "models/hand_over.h"
#include "support/alarm_settings.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class HandOverTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void quietWardHasNothingToHandOver();
  void listsAlarmsThenDeviationsBedByBed();
  void acknowledgedAlarmIsNotListed();
  void modelResetsOnlyForOtherLines();

 private:
  QStringList dump() const;

  const PatientId m_first = PatientId::fromName("Bed 1");
  const PatientId m_second = PatientId::fromName("Bed 2");
  std::unique_ptr<BedModel> m_beds;
  std::unique_ptr<AlarmModel> m_alarms;
  std::unique_ptr<AlarmSettingsStore> m_settings;
};

void HandOverTest::init() {
  m_beds = std::make_unique<BedModel>();
  for (const auto& patient : {test::makePatient("Bed 1"), test::makePatient("Bed 2")}) {
    m_beds->watch(patient.id, {});
    m_beds->describe(patient);
  }
  m_alarms = std::make_unique<AlarmModel>([](PatientId) { return QString(); });
  m_settings = std::make_unique<AlarmSettingsStore>();
}

QStringList HandOverTest::dump() const {
  QStringList lines;
  for (const auto& line : handOverLines(*m_beds, *m_alarms, *m_settings, test::kNoon + 1s))
    lines << QStringList{line.bed, line.what, line.by, line.why}.join(QLatin1Char('|'));
  return lines;
}

void HandOverTest::quietWardHasNothingToHandOver() {
  m_settings->apply(test::makeSettings(m_first));
  QVERIFY(dump().isEmpty());
}

void HandOverTest::listsAlarmsThenDeviationsBedByBed() {
  auto settings = test::makeSettings(m_first);
  test::alarmsOf(settings, mdc::kSpO2).off =
      AlarmOff{.reason = "sensor is being moved", .by = "Kim", .at = test::kNoon};
  m_settings->apply(settings);
  m_alarms->apply(test::makeAlert("of bed 2", m_second, AlertPriority::Medium));
  auto latched = test::makeAlert("of bed 1", m_first, AlertPriority::High);
  latched.state = AlertState::Latched;
  m_alarms->apply(latched);
  m_alarms->apply(test::makeAlert("of the station", {}, AlertPriority::High));
  const QStringList expected{QStringLiteral("Station|*** of the station||"),
                             QStringLiteral("Bed 1|*** of bed 1||ended, not seen"),
                             QStringLiteral("Bed 1|SpO2 alarm off|Kim|sensor is being moved"),
                             QStringLiteral("Bed 2|** of bed 2||")};
  QCOMPARE(dump(), expected);
}

void HandOverTest::acknowledgedAlarmIsNotListed() {
  auto alert = test::makeAlert("a", m_first, AlertPriority::High);
  alert.acknowledged = Acknowledgement{.by = "Kim", .at = test::kNoon, .note = {}};
  m_alarms->apply(alert);
  QVERIFY(dump().isEmpty());
}

void HandOverTest::modelResetsOnlyForOtherLines() {
  HandOverModel model;
  const QAbstractItemModelTester tester(&model);
  QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  m_alarms->apply(test::makeAlert("a", m_first, AlertPriority::High));
  for (int i = 0; i < 2; ++i)
    model.setLines(handOverLines(*m_beds, *m_alarms, *m_settings, test::kNoon));
  QCOMPARE(resets.count(), 1);
  QCOMPARE(model.index(0, HandOverModel::WhatColumn).data().toString(), QStringLiteral("*** a"));
}

QTEST_APPLESS_MAIN(HandOverTest)
#include "tst_hand_over.moc"
