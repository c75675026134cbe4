// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QtTest>

#include "models/order_model.h"
#include "models/patient_filter.h"
#include "support/samples.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class OrderModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aChangeReplacesTheOrder();
  void theLastWordHoldsThoughAClockWasSetBack();
  void filterShowsOnePatient();

 private:
  static Order order(const char* name, const char* bed, OrderStatus status, WallTime at);
};

Order OrderModelTest::order(const char* name, const char* bed, OrderStatus status, WallTime at) {
  return {.id = OrderId::fromName(name),
          .patient = PatientId::fromName(bed),
          .description = name,
          .status = status,
          .changedBy = "Dr. Okafor",
          .changedAt = at};
}

void OrderModelTest::aChangeReplacesTheOrder() {
  OrderModel model;
  const QAbstractItemModelTester tester(&model);
  QVERIFY(model.apply(order("Heparin", "1", OrderStatus::Active, test::kNoon)));
  QVERIFY(model.apply(order("Heparin", "1", OrderStatus::OnHold, test::kNoon + 1s)));
  QCOMPARE(model.rowCount(), 1);
  const auto text = model.index(0).data().toString();
  QVERIFY2(text.startsWith(QStringLiteral("Heparin (on hold, ")), qPrintable(text));
  QVERIFY2(text.endsWith(QStringLiteral("by Dr. Okafor)")), qPrintable(text));
}

void OrderModelTest::theLastWordHoldsThoughAClockWasSetBack() {
  OrderModel model;
  model.apply(order("Heparin", "1", OrderStatus::OnHold, test::kNoon));
  QVERIFY(!model.apply(order("Heparin", "1", OrderStatus::OnHold, test::kNoon)));
  QVERIFY(model.apply(order("Heparin", "1", OrderStatus::Active, test::kNoon - 1h)));
  QCOMPARE(model.order(0).status, OrderStatus::Active);
}

void OrderModelTest::filterShowsOnePatient() {
  OrderModel model;
  PatientFilter filter(OrderModel::PatientIdRole);
  filter.setSourceModel(&model);
  const QAbstractItemModelTester tester(&filter);
  model.apply(order("Heparin", "1", OrderStatus::Active, test::kNoon));
  model.apply(order("Paracetamol", "2", OrderStatus::Active, test::kNoon));
  QCOMPARE(filter.rowCount(), 0);
  filter.setPatient(PatientId::fromName("2"));
  QCOMPARE(filter.rowCount(), 1);
  QVERIFY(filter.index(0, 0).data().toString().startsWith(QStringLiteral("Paracetamol")));
  model.forget(PatientId::fromName("2"));
  QCOMPARE(filter.rowCount(), 0);
  QCOMPARE(model.rowCount(), 1);
}

QTEST_APPLESS_MAIN(OrderModelTest)
#include "tst_order_model.moc"
