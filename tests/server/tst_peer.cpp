// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/peer.h"

#include <QTest>

using namespace vitalwall::server;

class TestPeer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void dialect_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("dialect");
    const auto row = [](const char* name, const char* key, const char* value, Dialect dialect) {
      QTest::newRow(name) << QByteArray(key) << QByteArray(value) << static_cast<int>(dialect);
    };
    row("nothing said", "x", "y", Dialect::PlainCamel);
    row("extended", "vitalwall-extension", "1", Dialect::Extended);
    row("an extension that is not ours", "vitalwall-extension", "2", Dialect::PlainCamel);
    row("pascal", "vitalwall-json", "pascal", Dialect::PlainPascal);
    row("camel", "vitalwall-json", "camel", Dialect::PlainCamel);
  }

  void dialect() {
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    const Peer peer = identifyPeer({{key.toStdString(), value.toStdString()}}, "ipv4:127.0.0.1:5");
    QTEST(static_cast<int>(peer.dialect), "dialect");
  }

  void person_data() {
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("station");
    QTest::addColumn<QString>("person");
    const auto row = [](const char* name, const QByteArray& user, const char* station,
                        const char* person) {
      QTest::newRow(name) << user << QByteArray(station) << QString::fromUtf8(person);
    };
    row("a name", "Ann", "ICU 1", "Ann");
    row("a name in UTF-8", "S%C3%B8ren%20%C3%85", "", "S\u00f8ren \u00c5");
    row("a station only", "", "ICU%201", "station ICU 1");
    row("nothing", "", "", "station at 127.0.0.1:5");
    row("a line feed", "Ann%0Aforged", "", "station at 127.0.0.1:5");
    row("half an escape", "Ann%2", "", "station at 127.0.0.1:5");
    row("too long", QByteArray(65, 'x'), "", "station at 127.0.0.1:5");
  }

  void person() {
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, station);
    const Peer peer = identifyPeer(
        {{"vitalwall-user", user.toStdString()}, {"vitalwall-station", station.toStdString()}},
        "ipv4:127.0.0.1:5");
    QTEST(QString::fromStdString(peer.person), "person");
  }

  void address_data() {
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("IPv4") << QByteArray("ipv4:127.0.0.1:5") << QByteArray("127.0.0.1:5");
    QTest::newRow("IPv6") << QByteArray("ipv6:%5B::1%5D:5") << QByteArray("[::1]:5");
    QTest::newRow("none") << QByteArray("unknown") << QByteArray("unknown");
  }

  void address() {
    QFETCH(QByteArray, given);
    QTEST(QByteArray::fromStdString(identifyPeer({}, given.toStdString()).address), "address");
  }
};

QTEST_APPLESS_MAIN(TestPeer)
#include "tst_peer.moc"
