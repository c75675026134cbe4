// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "session/end_policy.h"
#include "session/status_words.h"

using namespace vitalwall::session;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Every end must be judged, and told in a whole sentence.
class TestWords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyEndHasWords_data();
  void everyEndHasWords();
  void sentencesSayWhatItMeans();
  void reasonsAreFitForPeople();
};

void TestWords::everyEndHasWords_data() {
  QTest::addColumn<int>("code");
  for (int code = 0; code <= 16; ++code)
    QTest::newRow(absl::StatusCodeToString(static_cast<absl::StatusCode>(code)).c_str()) << code;
}

void TestWords::everyEndHasWords() {
  QFETCH(int, code);
  const absl::Status status(static_cast<absl::StatusCode>(code), "the reason");
  const bool stops = judgeEnd(status) != EndVerdict::Resume;
  const auto words =
      stops ? refusedWords(u"host:1"_s, status) : backoffWords(u"host:1"_s, endWords(status));
  QVERIFY2(words.endsWith(u'.'), qPrintable(words));
  QVERIFY2(words.contains(u"host:1"_s), qPrintable(words));
  QVERIFY2(status.ok() || words.contains(u"the reason"_s), qPrintable(words));
  QVERIFY2(words.contains(stops ? u"no monitoring"_s : u"bedside"_s), qPrintable(words));
  QCOMPARE(words.contains(u"connect again"_s), stops);
  QVERIFY2(!words.contains(u"attempt"_s, Qt::CaseInsensitive), "the banner counts them");
}

void TestWords::sentencesSayWhatItMeans() {
  QCOMPARE(liveWords(u"host:1"_s, 0, 0, true),
           u"Connected to host:1. No patient is watched yet."_s);
  QCOMPARE(liveWords(u"host:1"_s, 1, 0, true), u"Monitoring 1 patient through host:1."_s);
  QVERIFY(liveWords(u"host:1"_s, 2, 0, false).contains(u"no waves"_s));
  QVERIFY(staleWords(u"host:1"_s, 3000ms).contains(u"3.0 s"_s));
  QCOMPARE(connectingWords(u"host:1"_s, false), u"Connecting to host:1."_s);
  QVERIFY(connectingWords(u"host:1"_s, true).contains(u"again. The values shown are not"_s));
  QVERIFY(syncingWords(u"host:1"_s, 0).contains(u"list of patients"_s));
}

void TestWords::reasonsAreFitForPeople() {
  QVERIFY(endWords(absl::UnavailableError("")).contains(u"no reason given"_s));
  const auto chain = absl::UnavailableError(
      "failed to connect to all addresses; last error: UNKNOWN: ipv4:127.0.0.1:50051: Failed to "
      "connect to remote host: Connection refused");
  QCOMPARE(endWords(chain), u"the server cannot be reached (Connection refused)"_s);
}

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
