// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "server/metrics_text.h"

using namespace vitalwall::server;
using namespace Qt::Literals::StringLiterals;

class TestMetricsText : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyCounterIsNamedOnce();
  void valuesAreWritten();
  void everyLineIsPrometheus();
  void wordsNameWhatHappened();
};

void TestMetricsText::everyCounterIsNamedOnce() {
  QSet<QByteArray> metrics;
  QSet<QByteArray> words;
  ServerCounters counters;
  for (const auto& known : knownCounters()) {
    metrics << QByteArray::fromStdString(std::string(known.metric));
    words << QByteArray::fromStdString(std::string(known.words));
    ++(counters.*known.count);
  }
  // Every member of the struct is in the table: it holds nothing but counters.
  constexpr auto kMembers = sizeof(ServerCounters) / sizeof(ServerCounters::Count);
  QCOMPARE(std::size_t(metrics.size()), kMembers);
  QCOMPARE(std::size_t(words.size()), kMembers);
  for (const auto& known : knownCounters()) QCOMPARE((counters.*known.count).load(), 1U);
}

void TestMetricsText::valuesAreWritten() {
  ServerCounters counters;
  counters.slowStreams = 3;
  counters.messages = 12'345'678'901'234;
  const auto text = QString::fromStdString(
      metricsText(counters, {.patients = 64, .openStreams = 2, .uptimeSeconds = 1.5}));
  QVERIFY(text.contains(u"\nvitalwalld_slow_streams_total 3\n"_s));
  QVERIFY(text.contains(u"\nvitalwalld_messages_total 12345678901234\n"_s));
  QVERIFY(text.contains(u"\nvitalwalld_patients 64\n"_s));
  QVERIFY(text.contains(u"\nvitalwalld_open_streams 2\n"_s));
  QVERIFY(text.contains(u"\nvitalwalld_uptime_seconds 1.5\n"_s));
}

void TestMetricsText::everyLineIsPrometheus() {
  const QRegularExpression line(
      uR"(^(# HELP vitalwalld_[a-z_]+ [A-Z].*\.|# TYPE vitalwalld_[a-z_]+ (counter|gauge)|vitalwalld_[a-z_]+ [0-9.e+]+)$)"_s);
  const auto text = QString::fromStdString(metricsText(ServerCounters(), {}));
  QVERIFY(text.endsWith(u'\n'));
  for (const auto& each : text.chopped(1).split(u'\n'))
    QVERIFY2(line.match(each).hasMatch(), qPrintable(each));
}

void TestMetricsText::wordsNameWhatHappened() {
  ServerCounters counters;
  QCOMPARE(describe(counters), std::string("nothing happened"));
  counters.streams = 2;
  counters.malformedIds = 1;
  QCOMPARE(describe(counters), std::string("streams 2, malformed ids 1"));
}

QTEST_APPLESS_MAIN(TestMetricsText)
#include "tst_metrics_text.moc"
