// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "apps/vitalwall-probe/alert_payload.h"
#include "apps/vitalwall-probe/plain_message.h"

using namespace std::string_literals;
using namespace vitalwall;
using namespace vitalwall::probe;

namespace {

// Fields 1 to 4, written by hand from the protobuf encoding: tag, length, content.
const std::string kPatient = "\x0a\x02p1"s;
const std::string kStatus = "\x12\x01v"s;
const std::string kPayload = "\x1a\x02{}"s;
const std::string kTimestamp = "\x20\xac\x02"s;  // 300

}  // namespace

class TestPlainMessage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsTheBaseFields() {
    const auto message = parsePlainMessage(kPatient + kStatus + kPayload + kTimestamp);
    QVERIFY(message);
    QCOMPARE(message->patientId, "p1"s);
    QCOMPARE(message->statusType, "v"s);
    QCOMPARE(message->payload, "{}"s);
    QCOMPARE(message->timestamp, 300);
    QVERIFY(message->foreignFields.empty());
  }

  void namesForeignFields_data() {
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("number");
    QTest::newRow("epoch, varint") << QByteArray("\x80\x01\x07") << 16;
    QTest::newRow("updates, bytes") << QByteArray("\x92\x01\x01x") << 18;
    QTest::newRow("5, kept free") << QByteArray("\x28\x01") << 5;
    QTest::newRow("timestamp of the wrong wire type") << QByteArray("\x22\x01x") << 4;
  }
  void namesForeignFields() {
    QFETCH(const QByteArray, field);
    QFETCH(const int, number);
    const auto message = parsePlainMessage(kPatient + field.toStdString());
    QVERIFY(message);
    QCOMPARE(message->patientId, "p1"s);
    QCOMPARE(message->foreignFields, std::vector<int>{number});
  }

  void refusesWhatIsNoMessage_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("length beyond the end") << QByteArray("\x0a\x7fp1");
    QTest::newRow("varint without end") << QByteArray("\x20\xff\xff");
    QTest::newRow("field number 0") << QByteArray("\x02\x01x");
    QTest::newRow("group end without begin") << QByteArray("\x0c");
  }
  void refusesWhatIsNoMessage() {
    QFETCH(const QByteArray, bytes);
    QVERIFY(!parsePlainMessage(bytes.toStdString()));
  }

  void findsTheAlertId_data() {
    QTest::addColumn<QString>("payload");
    QTest::addColumn<bool>("found");
    const auto id = QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e");
    QTest::newRow("camel") << QStringLiteral(R"({"alertId":"%1"})").arg(id) << true;
    QTest::newRow("pascal") << QStringLiteral(R"({"AlertId":"%1"})").arg(id) << true;
    QTest::newRow("none") << QStringLiteral(R"({"heartRate":80})") << false;
    QTest::newRow("no GUID") << QStringLiteral(R"({"alertId":"7"})") << false;
    QTest::newRow("no text") << QStringLiteral(R"({"alertId":7})") << false;
    QTest::newRow("an array") << QStringLiteral("[1]") << false;
    QTest::newRow("no JSON") << QStringLiteral("alert!") << false;
  }
  void findsTheAlertId() {
    QFETCH(const QString, payload);
    QFETCH(const bool, found);
    PlainMessage message;
    message.payload = payload.toStdString();
    QCOMPARE(alertIdOf(message).has_value(), found);
  }
};

QTEST_APPLESS_MAIN(TestPlainMessage)
#include "tst_plain_message.moc"
