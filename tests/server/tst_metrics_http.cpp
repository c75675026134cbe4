// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "apps/vitalwalld/metrics_http.h"

using vitalwall::daemon::answerTo;
using vitalwall::daemon::kLongestRequest;

namespace {

std::optional<std::string> answer(const QByteArray& received) {
  return answerTo(received.toStdString(), [] { return std::string("vitalwalld_patients 3\n"); });
}

}  // namespace

class TestMetricsHttp : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aRequestInPiecesIsAwaited();
  void statusOfRequests_data();
  void statusOfRequests();
  void metricsComeWithTheirLength();
  void headHasNoBody();
};

void TestMetricsHttp::aRequestInPiecesIsAwaited() {
  const QByteArray request = "GET /metrics HTTP/1.1\r\nHost: ward\r\n\r\n";
  for (int length = 0; length < request.size(); ++length) QVERIFY(!answer(request.left(length)));
  QVERIFY(answer(request));
}

void TestMetricsHttp::statusOfRequests_data() {
  QTest::addColumn<QByteArray>("request");
  QTest::addColumn<QByteArray>("status");
  const auto row = [](const char* name, const QByteArray& request, const char* status) {
    QTest::newRow(name) << request + "\r\n\r\n" << QByteArray(status);
  };
  row("metrics", "GET /metrics HTTP/1.1", "200");
  row("HTTP/1.0", "GET /metrics HTTP/1.0", "200");
  row("with a query", "GET /metrics?name=x HTTP/1.1", "200");
  row("HEAD", "HEAD /metrics HTTP/1.1", "200");
  row("another page", "GET / HTTP/1.1", "404");
  row("a longer name", "GET /metricsx HTTP/1.1", "404");
  row("POST", "POST /metrics HTTP/1.1", "405");
  row("no HTTP", "hello", "400");
  row("nothing", "", "400");
  row("HTTP/2", "PRI * HTTP/2.0", "400");
  row("binary", QByteArray("\x00\xff\x16\x03", 4), "400");
  QTest::newRow("endless") << QByteArray(kLongestRequest + 1, 'a') << QByteArray("431");
}

void TestMetricsHttp::statusOfRequests() {
  QFETCH(QByteArray, request);
  QFETCH(QByteArray, status);
  const auto text = answer(request);
  QVERIFY(text);
  QCOMPARE(QByteArray::fromStdString(*text).mid(9, 3), status);
}

void TestMetricsHttp::metricsComeWithTheirLength() {
  const auto text = QByteArray::fromStdString(answer("GET /metrics HTTP/1.1\r\n\r\n").value());
  QVERIFY(text.contains("\r\nContent-Length: 22\r\n"));
  QVERIFY(text.contains("version=0.0.4"));
  QVERIFY(text.endsWith("\r\n\r\nvitalwalld_patients 3\n"));
}

void TestMetricsHttp::headHasNoBody() {
  const auto text = QByteArray::fromStdString(answer("HEAD /metrics HTTP/1.1\r\n\r\n").value());
  QVERIFY(text.contains("\r\nContent-Length: 22\r\n"));
  QVERIFY(text.endsWith("\r\n\r\n"));
}

QTEST_APPLESS_MAIN(TestMetricsHttp)
#include "tst_metrics_http.moc"
