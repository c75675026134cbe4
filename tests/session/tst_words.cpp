// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "session/end_policy.h"
#include "session/status_words.h"

using namespace vitalwall::session;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(absl::StatusCode)
Q_DECLARE_METATYPE(vitalwall::session::LinkEnd)

/// Every end must be judged, and told in a whole sentence.
class TestWords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyEndHasWords_data();
  void everyEndHasWords();
  void ownEndsHaveWords_data();
  void ownEndsHaveWords();
  void unknownCodeIsAnUnknownReason();
  void sentencesSayWhatItMeans();
  void reasonsAreFitForPeople();
};

void TestWords::everyEndHasWords_data() {
  using enum absl::StatusCode;
  QTest::addColumn<absl::StatusCode>("code");
  QTest::addColumn<bool>("stops");
  QTest::addColumn<QString>("happened");
  QTest::addColumn<QString>("advice");
  const auto row = [](absl::StatusCode code, bool stops, const char* happened, const char* advice) {
    QTest::newRow(absl::StatusCodeToString(code).c_str())
        << code << stops << QString::fromLatin1(happened) << QString::fromLatin1(advice);
  };
  row(kOk, false, "the server ended the connection", "being stopped");
  row(kCancelled, false, "cancelled the connection (why)", "tell the technician");
  row(kUnknown, false, "for an unknown reason (why)", "words in brackets");
  row(kInvalidArgument, true, "does not accept this station's request (why)", "the versions");
  row(kDeadlineExceeded, false, "took too long (why)", "load of the server");
  row(kNotFound, false, "does not have what this station asks for (why)", "address");
  row(kAlreadyExists, false, "has this station already (why)", "the same name");
  row(kPermissionDenied, true, "no permission there (why)", "Ask the administrator for access");
  row(kResourceExhausted, false, "overloaded (why)", "watch fewer patients");
  row(kFailedPrecondition, true, "cannot serve this station now (why)", "administrator");
  row(kAborted, false, "gave the connection up (why)", "restart the station");
  row(kOutOfRange, false, "cannot go on where this station stopped (why)", "restart the station");
  row(kUnimplemented, true, "offers no patient monitoring (why)", "Check the address");
  row(kInternal, false, "broke with an error (why)", "the server's log");
  row(kUnavailable, false, "cannot be reached (why)", "the server runs");
  row(kDataLoss, false, "damaged on the way (why)", "check the network");
  row(kUnauthenticated, true, "does not know who asks (why)", "Sign in again");
}

void TestWords::everyEndHasWords() {
  QFETCH(absl::StatusCode, code);
  QFETCH(bool, stops);
  QFETCH(QString, happened);
  QFETCH(QString, advice);
  const absl::Status status(code, "why");
  QCOMPARE(judgeEnd(status) != EndVerdict::Resume, stops);
  const auto end = endOf(status);
  QVERIFY2(end.happened.endsWith(happened), qPrintable(end.happened));
  QVERIFY2(end.advice.contains(advice), qPrintable(end.advice));
  const auto words =
      stops ? refusedWords(u"host:1"_s, status, 0) : backoffWords(u"host:1"_s, endOf(status));
  for (const auto& part : {u"host:1"_s, happened, advice})
    QVERIFY2(words.contains(part), qPrintable(words));
  QVERIFY2(words.endsWith(u'.'), qPrintable(words));
  QVERIFY2(words.contains(stops ? u"no monitoring"_s : u"bedside"_s), qPrintable(words));
  QCOMPARE(words.contains(u"connect again"_s), stops);
  QVERIFY2(!words.contains(u"attempt"_s, Qt::CaseInsensitive), "the banner counts them");
}

void TestWords::ownEndsHaveWords_data() {
  QTest::addColumn<LinkEnd>("end");
  QTest::newRow("unanswered") << unansweredEnd();
  QTest::newRow("silent") << silentEnd();
  QTest::newRow("loss") << lossEnd();
  QTest::newRow("overflow") << overflowEnd();
}

void TestWords::ownEndsHaveWords() {
  QFETCH(LinkEnd, end);
  const auto words = roundOverWords(3, u"host:1"_s, end);
  QVERIFY2(words.startsWith(u"No connection to any of 3 servers. The last was host:1: "_s),
           qPrintable(words));
  QVERIFY2(words.contains(end.happened + u". The values shown are not current"_s),
           qPrintable(words));
  QVERIFY2(words.endsWith(end.advice) && words.endsWith(u'.'), qPrintable(words));
}

void TestWords::unknownCodeIsAnUnknownReason() {
  const absl::Status status(static_cast<absl::StatusCode>(99), "why");
  QCOMPARE(judgeEnd(status), EndVerdict::Resume);
  QCOMPARE(endOf(status), endOf(absl::UnknownError("why")));
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
  QVERIFY(endOf(absl::UnavailableError("")).happened.contains(u"no reason given"_s));
  const auto chain = absl::UnavailableError(
      "failed to connect to all addresses; last error: UNKNOWN: ipv4:127.0.0.1:50051: Failed to "
      "connect to remote host: Connection refused");
  QCOMPARE(endOf(chain).happened, u"the server cannot be reached (Connection refused)"_s);
}

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
