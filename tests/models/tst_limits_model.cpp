// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "models/limits_model.h"
#include "support/alarm_settings.h"

using namespace vitalwall;
using namespace vitalwall::models;

class LimitsModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void rowsFollowThePatient();
  void editAsksAndShowsTheWish();
  void edits_data();
  void edits();
  void whatHoldsComesBack();
  void newSettingsEndTheWish();
  void rowsFollowTheSettings();
  void onlyLimitsCanBeEdited();

 private:
  QString text(int column) const { return m_model->index(0, column).data().toString(); }

  const PatientId m_patient = PatientId::fromName("Bed 1");
  std::unique_ptr<AlarmSettingsStore> m_store;
  std::unique_ptr<LimitsModel> m_model;
};

void LimitsModelTest::init() {
  QLocale::setDefault(QLocale::c());
  m_model.reset();
  m_store = std::make_unique<AlarmSettingsStore>();
  m_store->apply(test::makeSettings(m_patient));
  m_model = std::make_unique<LimitsModel>(*m_store);
  new QAbstractItemModelTester(m_model.get(), m_model.get());
  m_model->setPatient(m_patient);
}

void LimitsModelTest::rowsFollowThePatient() {
  QCOMPARE(m_model->rowCount(), static_cast<int>(defaultLimits(AgeGroup::Adult).size()));
  QCOMPARE(text(LimitsModel::ParameterColumn), QStringLiteral("HR"));
  QCOMPARE(text(LimitsModel::LowColumn), QStringLiteral("50"));
  QCOMPARE(text(LimitsModel::ExtremeHighColumn), QStringLiteral("140"));
  QCOMPARE(text(LimitsModel::AlarmColumn), QStringLiteral("on"));
  m_model->setPatient(std::nullopt);
  QCOMPARE(m_model->rowCount(), 0);
}

void LimitsModelTest::editAsksAndShowsTheWish() {
  QSignalSpy asked(m_model.get(), &LimitsModel::limitsRequested);
  const auto high = m_model->index(0, LimitsModel::HighColumn);
  QVERIFY(m_model->setData(high, QStringLiteral("130")));
  QVERIFY(m_model->setData(m_model->index(0, LimitsModel::LowColumn), QStringLiteral("45")));
  QCOMPARE(asked.count(), 2);
  QVERIFY(asked.at(1).at(0).value<MdcCode>() == mdc::kHeartRate);
  QVERIFY(asked.at(1).at(1).value<LimitPair>() == (LimitPair{45, 130, 40, 140}));
  QVERIFY(high.data(LimitsModel::PendingRole).toBool());
  QVERIFY(high.data(LimitsModel::DeviatesRole).toBool());
}

void LimitsModelTest::edits_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<int>("asked");
  QTest::addColumn<int>("objections");
  QTest::newRow("number") << " 131 " << 1 << 0;
  QTest::newRow("no limit") << "" << 1 << 0;
  QTest::newRow("the same") << "120" << 0 << 0;
  QTest::newRow("word") << "high" << 0 << 1;
  QTest::newRow("half a number") << "12x" << 0 << 1;
}

void LimitsModelTest::edits() {
  QFETCH(QString, typed);
  QSignalSpy asked(m_model.get(), &LimitsModel::limitsRequested);
  QSignalSpy objections(m_model.get(), &LimitsModel::notUnderstood);
  m_model->setData(m_model->index(0, LimitsModel::HighColumn), typed);
  QTEST(int(asked.count()), "asked");
  QTEST(int(objections.count()), "objections");
}

void LimitsModelTest::whatHoldsComesBack() {
  m_model->setData(m_model->index(0, LimitsModel::HighColumn), QString());
  QCOMPARE(text(LimitsModel::HighColumn), QStringLiteral("\u2013"));
  m_model->dropPending();
  QCOMPARE(text(LimitsModel::HighColumn), QStringLiteral("120"));
}

void LimitsModelTest::newSettingsEndTheWish() {
  m_model->setData(m_model->index(0, LimitsModel::HighColumn), QStringLiteral("130"));
  auto settings = test::makeSettings(m_patient, 2);
  test::alarmsOf(settings, mdc::kHeartRate).limits.high = 130;
  m_store->apply(settings);
  const auto high = m_model->index(0, LimitsModel::HighColumn);
  QVERIFY(!high.data(LimitsModel::PendingRole).toBool());
  QVERIFY(high.data(LimitsModel::DeviatesRole).toBool());
  QVERIFY(!m_model->index(0, LimitsModel::LowColumn).data(LimitsModel::DeviatesRole).toBool());
}

void LimitsModelTest::rowsFollowTheSettings() {
  auto settings = test::makeSettings(m_patient, 2);
  settings.parameters.pop_back();
  m_store->apply(settings);
  QCOMPARE(m_model->rowCount(), static_cast<int>(settings.parameters.size()));
  m_store->forget(m_patient);
  QCOMPARE(m_model->rowCount(), 0);
}

void LimitsModelTest::onlyLimitsCanBeEdited() {
  for (int column = 0; column < LimitsModel::ColumnCount; ++column) {
    const bool isLimit =
        column >= LimitsModel::LowColumn && column <= LimitsModel::ExtremeHighColumn;
    QCOMPARE(m_model->flags(m_model->index(0, column)).testFlag(Qt::ItemIsEditable), isLimit);
  }
}

QTEST_APPLESS_MAIN(LimitsModelTest)
#include "tst_limits_model.moc"
