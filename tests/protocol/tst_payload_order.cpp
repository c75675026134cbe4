// SPDX-License-Identifier: GPL-3.0-or-later
// What servers of the base contract may write about orders, in whatever style of JSON.
#include <QTest>

#include "plain_message.h"

using namespace vitalwall;
using namespace vitalwall::test;

Q_DECLARE_METATYPE(vitalwall::OrderStatus)

namespace {

constexpr const char* kGuid = "0f8fad5b-d9cb-469f-a165-70867728950e";

std::optional<Order> orderIn(const std::string& payload) {
  const auto events = plainEvents("order_changed", payload);
  const auto* order = onlyEvent<Order>(events);
  return order != nullptr ? std::optional(*order) : std::nullopt;
}

}  // namespace

class TestPayloadOrder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsOrderStatus_data();
  void readsOrderStatus();
  void readsOrderMembers();
  void anOrderThatIsNotUnderstoodIsANotice_data();
  void anOrderThatIsNotUnderstoodIsANotice();
};

void TestPayloadOrder::readsOrderStatus_data() {
  QTest::addColumn<std::string>("member");
  QTest::addColumn<OrderStatus>("status");
  const auto row = [](const char* member, OrderStatus status) {
    QTest::newRow(member) << std::string(member) << status;
  };
  row(R"(,"status":"active")", OrderStatus::Active);
  row(R"(,"Status":"New")", OrderStatus::Active);
  row(R"(,"status":"IN_PROGRESS")", OrderStatus::Active);
  row(R"(,"status":"onHold")", OrderStatus::OnHold);
  row(R"(,"status":"on-hold")", OrderStatus::OnHold);
  row(R"(,"status":"completed")", OrderStatus::Completed);
  row(R"(,"status":"Canceled")", OrderStatus::Cancelled);
  row(R"(,"state":"discontinued")", OrderStatus::Cancelled);
  row("", OrderStatus::Active);
}

void TestPayloadOrder::readsOrderStatus() {
  QFETCH(std::string, member);
  QFETCH(OrderStatus, status);
  const auto order = orderIn(R"({"orderId":"o-1","description":"Heparin")" + member + "}");
  QVERIFY(order.has_value());
  QCOMPARE(order->status, status);
}

void TestPayloadOrder::readsOrderMembers() {
  const auto order = orderIn(std::string(R"({"OrderId":")") + kGuid +
                             R"(","Name":"Heparin","Status":"Completed","ChangedBy":"Dr. A",
                             "UpdatedAt":1767268800000})");
  const Order expected{*OrderId::parse(kGuid), bedOne(), "Heparin",
                       OrderStatus::Completed, "Dr. A",  fromUnixMillis(1'767'268'800'000)};
  QVERIFY(order.has_value());
  QVERIFY(*order == expected);
}

void TestPayloadOrder::anOrderThatIsNotUnderstoodIsANotice_data() {
  QTest::addColumn<std::string>("payload");
  QTest::addColumn<std::string>("quoted");
  QTest::newRow("unknown status")
      << std::string(R"({"orderId":"o","description":"Heparin","status":"rejected"})")
      << std::string("rejected");
  QTest::newRow("number for a status")
      << std::string(R"({"orderId":"o","description":"Heparin","status":2})") << std::string("2");
  QTest::newRow("no description") << std::string(R"({"orderId":"o","status":"active"})")
                                  << std::string("description");
}

void TestPayloadOrder::anOrderThatIsNotUnderstoodIsANotice() {
  QFETCH(std::string, payload);
  QFETCH(std::string, quoted);
  const auto events = plainEvents("order_changed", payload);
  QCOMPARE(events.size(), std::size_t(1));
  const auto* notice = onlyEvent<Notice>(events);
  QVERIFY(notice != nullptr);
  QVERIFY2(notice->message.find(quoted) != std::string::npos, notice->message.c_str());
}

QTEST_APPLESS_MAIN(TestPayloadOrder)
#include "tst_payload_order.moc"
