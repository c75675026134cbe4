// SPDX-License-Identifier: GPL-3.0-or-later
// Orders that change: simulated ones, and those of a file that others edit.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "sources/orders/simulated_orders.h"
#include "sources/orders/watched_order_file.h"
#include "sources/simulator_support.h"

using namespace vitalwall;
using namespace vitalwall::sources;
using namespace vitalwall::test;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

std::vector<Patient> patients() {
  return SimulatedWard({.patients = 6, .seed = 2, .events = false, .scenarios = {}}).patients();
}

QByteArray orderText(const char* id, const char* bed, const char* status) {
  return QByteArray(R"({"id": ")") + id + R"(", "patient": ")" + bed +
         R"(", "description": "Blood gas", "status": ")" + status + R"("})";
}

QByteArray fileText(const QByteArrayList& orders) {
  return "{\"orders\": [" + orders.join(",\n") + "]}";
}

/// A file in a folder of its own. Each writing is given another time of change, so that nothing
/// depends on the resolution of the file system's clock.
class OrderFile {
 public:
  void write(const QByteArray& text) {
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(text), text.size());
    file.close();
    QVERIFY(file.open(QIODevice::ReadWrite));
    m_changed = m_changed.addSecs(1);
    QVERIFY(file.setFileTime(m_changed, QFileDevice::FileModificationTime));
  }
  void remove() { QVERIFY(QFile::remove(m_path)); }
  std::filesystem::path path() const { return m_path.toStdString(); }

 private:
  QTemporaryDir m_folder;
  QString m_path = m_folder.filePath(QStringLiteral("orders.json"));
  QDateTime m_changed = QDateTime(QDate(2026, 1, 1), QTime(12, 0));
};

/// Two looks: one sees the change, one sees that it has settled.
void settle(Drive& drive) {
  drive.step(milliseconds(500));
  drive.step(milliseconds(500));
}

}  // namespace

class TestOrders final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void simulatedOrdersAreDeterministic_data();
  void simulatedOrdersAreDeterministic();
  void everySimulatedPatientHasOrdersAtOnce();
  void simulatedOrdersChangeNowAndThen();
  void fileIsReadAtOnce();
  void aChangedOrderIsGivenOnce();
  void anUntouchedFileGivesNothingMore();
  void aRewrittenFileWithTheSameOrdersGivesNothing();
  void theFilesTimeOfChangeWins();
  void badJsonKeepsTheLastGoodState();
  void aHalfWrittenFileIsLeftAlone();
  void anUnknownPatientIsTold();
  void aMissingFileIsToldOnceAndReadWhenItComes();
  void aLeftOutOrderStaysAsItWas();
  void theFileIsNotLookedAtTooOften();
};

void TestOrders::simulatedOrdersAreDeterministic_data() {
  QTest::addColumn<int>("slice");
  QTest::newRow("40 ms") << 40;
  QTest::newRow("one second") << 1000;
  QTest::newRow("odd") << 77'777;
}

void TestOrders::simulatedOrdersAreDeterministic() {
  QFETCH(int, slice);
  SimulatedOrders whole(patients(), 5);
  SimulatedOrders sliced(patients(), 5);
  SimulatedOrders other(patients(), 6);
  Drive first(whole);
  Drive second(sliced);
  Drive third(other);
  first.step(minutes(60));
  second.runUntil(minutes(60), milliseconds(slice));
  third.step(minutes(60));
  QVERIFY(first.sink.orders.size() > 50);
  QVERIFY(first.sink.orders == second.sink.orders);
  QVERIFY(first.sink.orders != third.sink.orders);
}

void TestOrders::everySimulatedPatientHasOrdersAtOnce() {
  SimulatedOrders source(patients(), 5);
  const Drive drive(source);
  QVERIFY(source.patients().empty());
  for (const Patient& patient : patients()) {
    const auto count =
        std::count_if(drive.sink.orders.begin(), drive.sink.orders.end(),
                      [&patient](const Order& order) { return order.patient == patient.id; });
    QVERIFY(count >= 1 && count <= 3);
  }
}

void TestOrders::simulatedOrdersChangeNowAndThen() {
  SimulatedOrders source(patients(), 5);
  Drive drive(source);
  const std::size_t atStart = drive.sink.orders.size();
  drive.runUntil(minutes(60));
  std::map<OrderId, Order> newest;
  WallTime last{};
  std::set<OrderStatus> statuses;
  for (std::size_t i = 0; i < drive.sink.orders.size(); ++i) {
    const Order& order = drive.sink.orders[i];
    QVERIFY(order.changedAt >= last);
    last = order.changedAt;
    const auto known = newest.find(order.id);
    if (known != newest.end()) {
      QVERIFY(known->second.status != order.status);
      QVERIFY(known->second.status == OrderStatus::Active ||
              known->second.status == OrderStatus::OnHold);
    } else if (i >= atStart) {
      QCOMPARE(order.status, OrderStatus::Active);
    }
    statuses.insert(order.status);
    newest.insert_or_assign(order.id, order);
  }
  QCOMPARE(statuses.size(), std::size_t(4));
}

void TestOrders::fileIsReadAtOnce() {
  OrderFile file;
  file.write(fileText({orderText("a", "Bed 01", "active"), orderText("b", "Bed 02", "on-hold")}));
  WatchedOrderFile source(file.path(), patients());
  const Drive drive(source);
  QVERIFY(source.patients().empty());
  QCOMPARE(drive.sink.orders.size(), std::size_t(2));
  QVERIFY(drive.sink.orders[0].patient == patients()[0].id);
  QCOMPARE(drive.sink.orders[0].changedAt, Drive::kStart);
  QVERIFY(drive.sink.notices.empty());
}

void TestOrders::aChangedOrderIsGivenOnce() {
  OrderFile file;
  file.write(fileText({orderText("a", "Bed 01", "active"), orderText("b", "Bed 02", "active")}));
  WatchedOrderFile source(file.path(), patients());
  Drive drive(source);
  drive.sink.orders.clear();
  file.write(fileText({orderText("a", "Bed 01", "active"), orderText("b", "Bed 02", "completed"),
                       orderText("c", "Bed 03", "active")}));
  settle(drive);
  QCOMPARE(drive.sink.orders.size(), std::size_t(2));
  QCOMPARE(drive.sink.orders[0].status, OrderStatus::Completed);
  QVERIFY(drive.sink.orders[0].id == OrderId::fromName("order:b"));
  QCOMPARE(drive.sink.orders[0].changedAt, Drive::kStart + seconds(1));
  QVERIFY(drive.sink.orders[1].patient == patients()[2].id);
  drive.runUntil(seconds(10));
  QCOMPARE(drive.sink.orders.size(), std::size_t(2));
}

void TestOrders::anUntouchedFileGivesNothingMore() {
  OrderFile file;
  file.write(fileText({orderText("a", "Bed 01", "active")}));
  WatchedOrderFile source(file.path(), patients());
  Drive drive(source);
  drive.runUntil(minutes(2));
  QCOMPARE(drive.sink.orders.size(), std::size_t(1));
  QVERIFY(drive.sink.notices.empty());
}

void TestOrders::aRewrittenFileWithTheSameOrdersGivesNothing() {
  OrderFile file;
  file.write(fileText({orderText("a", "Bed 01", "active"), orderText("b", "Bed 02", "active")}));
  WatchedOrderFile source(file.path(), patients());
  Drive drive(source);
  file.write(fileText({orderText("b", "Bed 02", "active"), orderText("a", "Bed 01", "active")}));
  settle(drive);
  QCOMPARE(drive.sink.orders.size(), std::size_t(2));
}

void TestOrders::theFilesTimeOfChangeWins() {
  OrderFile file;
  file.write(R"({"orders": [{"id": "a", "patient": "Bed 01", "description": "Blood gas",
                 "status": "active", "changedAt": 1700000000000}]})");
  WatchedOrderFile source(file.path(), patients());
  Drive drive(source);
  QCOMPARE(drive.sink.orders.at(0).changedAt, fromUnixMillis(1'700'000'000'000));
  file.write(R"({"orders": [{"id": "a", "patient": "Bed 01", "description": "Blood gas",
                 "status": "active", "changedAt": 1700000000001}]})");
  settle(drive);
  QCOMPARE(drive.sink.orders.size(), std::size_t(2));
}

void TestOrders::badJsonKeepsTheLastGoodState() {
  OrderFile file;
  file.write(fileText({orderText("a", "Bed 01", "active")}));
  WatchedOrderFile source(file.path(), patients());
  Drive drive(source);
  file.write("{\"orders\": [\n{\"id\": ?");
  settle(drive);
  QCOMPARE(drive.sink.orders.size(), std::size_t(1));
  QCOMPARE(drive.sink.notices.size(), std::size_t(1));
  QCOMPARE(drive.sink.notices[0], std::string("orders.json: It is not valid JSON at line 2. "
                                              "The orders known before stay as they are."));
  drive.runUntil(seconds(20));
  QCOMPARE(drive.sink.notices.size(), std::size_t(1));  // told once
  file.write(fileText({orderText("a", "Bed 01", "completed")}));
  settle(drive);
  QCOMPARE(drive.sink.orders.size(), std::size_t(2));
  QCOMPARE(drive.sink.orders[1].status, OrderStatus::Completed);
}

void TestOrders::aHalfWrittenFileIsLeftAlone() {
  OrderFile file;
  file.write(fileText({orderText("a", "Bed 01", "active")}));
  WatchedOrderFile source(file.path(), patients());
  Drive drive(source);
  const QByteArray text =
      fileText({orderText("a", "Bed 01", "completed"), orderText("b", "Bed 02", "active")});
  for (qsizetype written = 10; written < text.size(); written += 60) {
    file.write(text.left(written));
    drive.step(milliseconds(500));
  }
  file.write(text);
  drive.step(milliseconds(500));
  QCOMPARE(drive.sink.orders.size(), std::size_t(1));
  drive.step(milliseconds(500));
  QCOMPARE(drive.sink.orders.size(), std::size_t(3));
  QVERIFY(drive.sink.notices.empty());
}

void TestOrders::anUnknownPatientIsTold() {
  OrderFile file;
  file.write(fileText({orderText("a", "Bed 77", "active"), orderText("b", "Bed 02", "active")}));
  WatchedOrderFile source(file.path(), patients());
  const Drive drive(source);
  QCOMPARE(drive.sink.orders.size(), std::size_t(1));
  QCOMPARE(drive.sink.notices.size(), std::size_t(1));
  QCOMPARE(drive.sink.notices[0],
           std::string("orders.json: Order 1 was skipped: no patient here has the bed or id "
                       "\"Bed 77\"."));
}

void TestOrders::aMissingFileIsToldOnceAndReadWhenItComes() {
  OrderFile file;
  WatchedOrderFile source(file.path(), patients());
  Drive drive(source);
  drive.runUntil(seconds(10));
  QCOMPARE(drive.sink.notices.size(), std::size_t(1));
  QCOMPARE(drive.sink.notices[0], std::string("orders.json: There is no such file."));
  file.write(fileText({orderText("a", "Bed 01", "active")}));
  settle(drive);
  QCOMPARE(drive.sink.orders.size(), std::size_t(1));
  file.remove();
  settle(drive);
  QCOMPARE(drive.sink.notices.size(), std::size_t(2));
}

void TestOrders::aLeftOutOrderStaysAsItWas() {
  OrderFile file;
  file.write(fileText({orderText("a", "Bed 01", "active"), orderText("b", "Bed 02", "active")}));
  WatchedOrderFile source(file.path(), patients());
  Drive drive(source);
  file.write(fileText({orderText("b", "Bed 02", "active")}));
  settle(drive);
  file.write(fileText({orderText("a", "Bed 01", "active"), orderText("b", "Bed 02", "active")}));
  settle(drive);
  QCOMPARE(drive.sink.orders.size(), std::size_t(2));
}

void TestOrders::theFileIsNotLookedAtTooOften() {
  OrderFile file;
  WatchedOrderFile source(file.path(), patients());
  Drive drive(source);
  file.write(fileText({orderText("a", "Bed 01", "active")}));
  drive.step(milliseconds(499));
  drive.step(milliseconds(1));
  drive.step(milliseconds(499));
  QVERIFY(drive.sink.orders.empty());
  drive.step(milliseconds(1));
  QCOMPARE(drive.sink.orders.size(), std::size_t(1));
}

QTEST_APPLESS_MAIN(TestOrders)
#include "tst_orders.moc"
