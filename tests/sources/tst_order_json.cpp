// SPDX-License-Identifier: GPL-3.0-or-later
// What a file of orders may hold, and the sentence for what it may not.
#include <QTest>

#include "sources/orders/order_json.h"

using namespace vitalwall;
using namespace vitalwall::sources;

namespace {

const PatientId kFirst = PatientId::fromName("first");
const PatientId kSecond = PatientId::fromName("second");

PatientDirectory directory() {
  Patient first{.id = kFirst, .bed = "Bed 01", .name = {}, .waves = {}, .numerics = {}};
  Patient second{.id = kSecond, .bed = "Bed 02", .name = {}, .waves = {}, .numerics = {}};
  return PatientDirectory({first, second});
}

/// A file of one order of which the given members differ from a good one.
std::string fileWith(const QByteArray& member, const QByteArray& value) {
  QMap<QByteArray, QByteArray> members = {{"id", R"("a")"},
                                          {"patient", R"("Bed 01")"},
                                          {"description", R"("Blood gas")"},
                                          {"status", R"("active")"}};
  members[member] = value;
  QByteArrayList texts;
  for (auto it = members.cbegin(); it != members.cend(); ++it)
    if (!it.value().isEmpty()) texts.append('"' + it.key() + "\": " + it.value());
  return "{\"orders\": [{" + texts.join(", ").toStdString() + "}]}";
}

}  // namespace

class TestOrderJson final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsAnOrder();
  void findsThePatient_data();
  void findsThePatient();
  void readsEveryStatus_data();
  void readsEveryStatus();
  void skipsAWrongOrder_data();
  void skipsAWrongOrder();
  void keepsTheGoodOrdersBesideAWrongOne();
  void refusesWhatIsNoSuchFile_data();
  void refusesWhatIsNoSuchFile();
};

void TestOrderJson::readsAnOrder() {
  const auto content = parseOrders(R"json({"orders": [{
      "id": "{6F9619FF-8B86-D011-B42D-00CF4FC964FF}", "patient": "Bed 02",
      "description": "Paracetamol 1 g (Übelkeit?)", "status": "on-hold",
      "changedBy": "Dr. Ōkamibashi", "changedAt": 1767225600123, "comment": "ignored"}]})json",
                                   directory());
  QVERIFY2(content.ok(), content.status().ToString().c_str());
  QVERIFY(content->notices.empty());
  QCOMPARE(content->orders.size(), std::size_t(1));
  const Order expected{.id = *OrderId::parse("6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
                       .patient = kSecond,
                       .description = "Paracetamol 1 g (Übelkeit?)",
                       .status = OrderStatus::OnHold,
                       .changedBy = "Dr. Ōkamibashi",
                       .changedAt = fromUnixMillis(1'767'225'600'123)};
  QVERIFY(content->orders[0].order == expected);
  QVERIFY(content->orders[0].hasTime);
}

void TestOrderJson::findsThePatient_data() {
  QTest::addColumn<QByteArray>("patient");
  const QByteArray id = QByteArray::fromStdString(kFirst.toString());
  QTest::newRow("bed") << QByteArray("Bed 01");
  QTest::newRow("id") << id;
  QTest::newRow("id in capitals") << id.toUpper();
  QTest::newRow("id in braces") << '{' + id + '}';
}

void TestOrderJson::findsThePatient() {
  QFETCH(QByteArray, patient);
  const auto content = parseOrders(fileWith("patient", '"' + patient + '"'), directory());
  QVERIFY(content.ok() && content->orders.size() == 1);
  QVERIFY(content->orders[0].order.patient == kFirst);
  QVERIFY(!content->orders[0].hasTime);
}

void TestOrderJson::readsEveryStatus_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<OrderStatus>("status");
  QTest::newRow("active") << QByteArray("active") << OrderStatus::Active;
  QTest::newRow("on-hold") << QByteArray("on-hold") << OrderStatus::OnHold;
  QTest::newRow("completed") << QByteArray("completed") << OrderStatus::Completed;
  QTest::newRow("cancelled") << QByteArray("cancelled") << OrderStatus::Cancelled;
}

void TestOrderJson::readsEveryStatus() {
  QFETCH(QByteArray, text);
  QFETCH(OrderStatus, status);
  const auto content = parseOrders(fileWith("status", '"' + text + '"'), directory());
  QVERIFY(content.ok() && content->orders.size() == 1);
  QCOMPARE(content->orders[0].order.status, status);
}

void TestOrderJson::skipsAWrongOrder_data() {
  QTest::addColumn<QByteArray>("member");
  QTest::addColumn<QByteArray>("value");
  QTest::addColumn<QByteArray>("reason");
  const auto row = [](const char* name, const char* member, const QByteArray& value,
                      const char* reason) {
    QTest::newRow(name) << QByteArray(member) << value << QByteArray(reason);
  };
  row("no id", "id", "", "it has no \"id\"");
  row("empty id", "id", R"("")", "it has no \"id\"");
  row("id is a number", "id", "7", "it has no \"id\"");
  row("no patient", "patient", "", "it has no \"patient\"");
  row("unknown bed", "patient", R"("Bed 99")", "no patient here has the bed or id \"Bed 99\"");
  row("unknown id", "patient", R"("6f9619ff-8b86-d011-b42d-00cf4fc964ff")", "no patient here");
  row("no description", "description", "", "it has no \"description\"");
  row("endless description", "description", '"' + QByteArray(501, 'x') + '"',
      "its \"description\" is longer than 500");
  row("no status", "status", "", "its \"status\" is \"\"");
  row("unknown status", "status", R"("done")", "its \"status\" is \"done\"; it must be active");
  row("time as text", "changedAt", R"("yesterday")", "its \"changedAt\" is not in Unix");
}

void TestOrderJson::skipsAWrongOrder() {
  QFETCH(QByteArray, member);
  QFETCH(QByteArray, value);
  QFETCH(QByteArray, reason);
  const auto content = parseOrders(fileWith(member, value), directory());
  QVERIFY(content.ok());
  QVERIFY(content->orders.empty());
  QCOMPARE(content->notices.size(), std::size_t(1));
  const QByteArray notice = QByteArray::fromStdString(content->notices[0]);
  QVERIFY2(notice.startsWith("Order 1 was skipped: " + reason), notice.constData());
}

void TestOrderJson::keepsTheGoodOrdersBesideAWrongOne() {
  const auto content = parseOrders(R"({"orders": [
      {"id": "a", "patient": "Bed 01", "description": "one", "status": "active"},
      "no object",
      {"id": "a", "patient": "Bed 02", "description": "the same id", "status": "active"},
      {"id": "b", "patient": "Bed 02", "description": "two", "status": "active"}]})",
                                   directory());
  QVERIFY(content.ok());
  QCOMPARE(content->orders.size(), std::size_t(2));
  QCOMPARE(content->orders[1].order.description, std::string("two"));
  QVERIFY(content->orders[0].order.id != content->orders[1].order.id);
  QCOMPARE(content->notices.size(), std::size_t(2));
  QCOMPARE(content->notices[0], std::string("Order 2 was skipped: it is no object."));
  QCOMPARE(content->notices[1], std::string("Order 3 was skipped: its \"id\" stands there twice."));
}

void TestOrderJson::refusesWhatIsNoSuchFile_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("sentence");
  const auto row = [](const char* name, const QByteArray& text, const char* sentence) {
    QTest::newRow(name) << text << QByteArray(sentence);
  };
  row("empty", "", "It is not valid JSON at line 1.");
  row("half written", "{\"orders\": [\n{\"id\": \"a\",\n \"pat", "It is not valid JSON at line 3.");
  row("comma too many", "{\"orders\": [\n],\n}", "It is not valid JSON at line 3.");
  row("bad UTF-8", "{\"orders\": \"\xff\"}", "It is not valid JSON at line 1.");
  row("zero bytes", QByteArray(64, '\0'), "It is not valid JSON at line 1.");
  row("a list", "[]", "It has no list \"orders\".");
  row("no orders", "{\"order\": []}", "It has no list \"orders\".");
  row("orders are no list", "{\"orders\": {}}", "It has no list \"orders\".");
  row("very deep", QByteArray(100'000, '['), "It is not valid JSON at line 1.");
}

void TestOrderJson::refusesWhatIsNoSuchFile() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, sentence);
  const auto content = parseOrders(text.toStdString(), directory());
  QVERIFY(!content.ok());
  QCOMPARE(QByteArray::fromStdString(std::string(content.status().message())), sentence);
}

QTEST_APPLESS_MAIN(TestOrderJson)
#include "tst_order_json.moc"
