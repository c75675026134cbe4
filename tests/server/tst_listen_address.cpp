// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listen_address.h"

#include <QTest>

using namespace vitalwall::server;

class TestListenAddress : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void parses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sentence");  ///< part of the refusal; empty for taken
    const auto row = [](const char* text, const char* sentence) {
      QTest::newRow(text) << QByteArray(text) << QByteArray(sentence);
    };
    row("127.0.0.1:0", "");
    row("127.1.2.3:65535", "");
    row("localhost:50051", "");
    row("[::1]:50051", "");
    row("0.0.0.0:50051", "plain text");
    row("[::]:50051", "plain text");
    row("192.168.1.5:50051", "plain text");
    row("ward.example:50051", "plain text");
    row("127.0.0.1.example:50051", "plain text");
    row("1270.0.0.1:1", "plain text");
    row("127.0.0.1", "HOST:PORT");
    row("127.0.0.1:", "HOST:PORT");
    row("127.0.0.1:65536", "HOST:PORT");
    row("127.0.0.1:-1", "HOST:PORT");
    row("127.0.0.1:80x", "HOST:PORT");
    row(":50051", "HOST:PORT");
    row("", "HOST:PORT");
  }

  void parses() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sentence);
    const auto address = parseListenAddress(text.toStdString());
    QCOMPARE(address.ok(), sentence.isEmpty());
    if (address.ok()) {
      QCOMPARE(address->toString(), text.toStdString());
      return;
    }
    QVERIFY(absl::IsInvalidArgument(address.status()));
    QVERIFY(QByteArray::fromStdString(std::string(address.status().message())).contains(sentence));
  }
};

QTEST_APPLESS_MAIN(TestListenAddress)
#include "tst_listen_address.moc"
