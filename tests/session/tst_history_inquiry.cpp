// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "protocol/metadata.h"
#include "session/client_thread.h"
#include "session/history_inquiry.h"
#include "session/scripted_station.h"
#include "support/samples.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace std::chrono_literals;
using protocol::AlarmPage;
using protocol::AlarmPlace;
using session::ClientThread;
using session::HistoryInquiry;
using session::MonitorClient;
using session::QueryId;
using session::ThreadGate;

Q_DECLARE_METATYPE(absl::Status)

namespace {
constexpr QueryId kFirst{1};
constexpr QueryId kSecond{2};

Alert episode(int number) {
  return makeAlert(std::to_string(number), kAnna, AlertPriority::Low);
}

/// Waits for a question of the client's thread, and answers it.
bool answerNext(FakeTransport& transport, absl::StatusOr<std::string> bytes) {
  return QTest::qWaitFor([&] { return !transport.question().first.empty(); }) &&
         transport.answer(std::move(bytes));
}

/// An inquiry on a fake transport, with everything that it reports.
struct Inquiry {
  std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
  std::shared_ptr<ThreadGate> gate = std::make_shared<ThreadGate>([] {});
  std::vector<std::pair<QueryId, std::vector<Alert>>> received;
  std::vector<std::pair<QueryId, QString>> failed;
  HistoryInquiry inquiry{
      gate,
      5s,
      {[this](QueryId id, const auto& alerts) { received.emplace_back(id, alerts); },
       [this](QueryId id, const auto& sentence) { failed.emplace_back(id, sentence); }}};

  void answer(absl::StatusOr<std::string> bytes) {
    transport->answer(std::move(bytes));
    gate->runAll();
  }
  void answer(const AlarmPage& page) { answer(protocol::encodeAlarmPage(page)); }

  /// The question that waits for an answer.
  protocol::AlarmListing asked() const {
    const auto listing = protocol::decodeAlarmListing(transport->question().second);
    return listing.ok() ? *listing : protocol::AlarmListing();
  }
};
}  // namespace

class TestHistoryInquiry : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void asksForEpisodes();
  void followsPagesUpToTheLimit();
  void doesNotFollowEmptyPages();
  void asksForRevisions();
  void failsInWords_data();
  void failsInWords();
  void failsWithoutAConnection();
  void aCancelledQuestionStaysSilent();
  void questionsAreToldApart();
  void isReachedThroughTheClientThread();
};

void TestHistoryInquiry::asksForEpisodes() {
  Inquiry f;
  f.inquiry.askEpisodes(f.transport, kFirst, {kAnna, kNoon, kNoon + 1h, {}, 9});
  QCOMPARE(f.transport->question().first, std::string(protocol::kListAlarmsPath));
  QCOMPARE(f.asked().query.patient, std::optional(kAnna));
  QVERIFY(f.asked().query.since == kNoon && f.asked().query.before == kNoon + 1h);
  QCOMPARE(f.asked().query.limit, std::size_t(9));
  f.answer({{episode(1), episode(2)}, {}});
  QCOMPARE(f.received.size(), std::size_t(1));
  QVERIFY(f.received[0] == std::pair(kFirst, std::vector{episode(1), episode(2)}));
}

void TestHistoryInquiry::followsPagesUpToTheLimit() {
  Inquiry f;
  f.inquiry.askEpisodes(f.transport, kFirst, {{}, {}, {}, {}, 3});
  const AlarmPlace place{kNoon, episode(2).id};
  f.answer({{episode(1), episode(2)}, place});
  QVERIFY(f.received.empty());
  QVERIFY(f.asked().after == place);
  QCOMPARE(f.asked().query.limit, std::size_t(1));
  f.answer({{episode(3), episode(4)}, place});
  QCOMPARE(f.received.size(), std::size_t(1));
  QVERIFY(f.received[0].second == (std::vector{episode(1), episode(2), episode(3)}));
}

void TestHistoryInquiry::doesNotFollowEmptyPages() {
  Inquiry f;
  f.inquiry.askEpisodes(f.transport, kFirst, {});
  f.answer(protocol::AlarmPage{{}, AlarmPlace{}});
  QCOMPARE(f.received.size(), std::size_t(1));
  QVERIFY(f.transport->question().first.empty());
}

void TestHistoryInquiry::asksForRevisions() {
  Inquiry f;
  f.inquiry.askRevisions(f.transport, kFirst, kAlarm);
  const auto [method, bytes] = f.transport->question();
  QCOMPARE(method, std::string(protocol::kListRevisionsPath));
  QVERIFY(protocol::decodeRevisionListing(bytes).value_or(AlertId()) == kAlarm);
  const std::vector revisions = {episode(1), episode(1)};
  f.answer(protocol::encodeRevisions(revisions));
  QCOMPARE(f.received.size(), std::size_t(1));
  QVERIFY(f.received[0].second == revisions);
}

void TestHistoryInquiry::failsInWords_data() {
  QTest::addColumn<absl::Status>("status");
  QTest::addColumn<QString>("words");
  QTest::newRow("plain") << absl::UnimplementedError("")
                         << QStringLiteral("This server keeps no alarm history.");
  QTest::newRow("late") << absl::DeadlineExceededError("5 s")
                        << QStringLiteral("the server took too long (5 s).");
  QTest::newRow("gone") << absl::UnavailableError("x") << QStringLiteral("cannot be reached (x).");
  QTest::newRow("disk") << absl::InternalError("The record cannot be read.")
                        << QStringLiteral("(The record cannot be read.).");
}

void TestHistoryInquiry::failsInWords() {
  QFETCH(absl::Status, status);
  QFETCH(QString, words);
  Inquiry f;
  f.inquiry.askEpisodes(f.transport, kFirst, {});
  f.answer(status);
  f.inquiry.askRevisions(f.transport, kSecond, kAlarm);
  f.answer(status);
  QCOMPARE(f.failed.size(), std::size_t(2));
  QVERIFY2(f.failed[0].second.endsWith(words), qPrintable(f.failed[0].second));
  QCOMPARE(f.failed[0].second, f.failed[1].second);
  QVERIFY(f.received.empty());
}

void TestHistoryInquiry::failsWithoutAConnection() {
  Inquiry f;
  f.inquiry.askEpisodes(nullptr, kFirst, {});
  f.inquiry.askRevisions(nullptr, kSecond, kAlarm);
  QCOMPARE(f.failed.size(), std::size_t(2));
  QVERIFY(f.failed[0].second.contains(QLatin1String("there is no connection")));
  f.inquiry.askEpisodes(f.transport, kFirst, {});
  f.transport->answer(protocol::encodeAlarmPage({{episode(1)}, AlarmPlace{}}));
  f.transport.reset();
  f.gate->runAll();
  QCOMPARE(f.failed.size(), std::size_t(3));
}

void TestHistoryInquiry::aCancelledQuestionStaysSilent() {
  Inquiry f;
  f.inquiry.askEpisodes(f.transport, kFirst, {});
  f.inquiry.askRevisions(f.transport, kSecond, kAlarm);
  f.inquiry.cancel(kFirst);
  f.inquiry.cancel(kSecond);
  f.answer({{episode(1)}, AlarmPlace{}});
  f.answer(absl::UnavailableError("gone"));
  QVERIFY(f.received.empty() && f.failed.empty());
}

void TestHistoryInquiry::questionsAreToldApart() {
  Inquiry f;
  f.inquiry.askEpisodes(f.transport, kFirst, {});
  f.inquiry.askEpisodes(f.transport, kSecond, {});
  f.answer(absl::UnavailableError("gone"));
  f.answer({{episode(2)}, {}});
  QCOMPARE(f.failed.size(), std::size_t(1));
  QCOMPARE(f.failed[0].first, kFirst);
  QCOMPARE(f.received.size(), std::size_t(1));
  QCOMPARE(f.received[0].first, kSecond);
}

void TestHistoryInquiry::isReachedThroughTheClientThread() {
  auto options = optionsFor({kAnna});
  const auto transport = std::make_shared<FakeTransport>();
  options.transport = [transport](const std::string&) { return transport; };
  ClientThread client(std::move(options));
  QSignalSpy received(&client.client(), &MonitorClient::historyReceived);
  QSignalSpy failed(&client.client(), &MonitorClient::historyFailed);
  const auto early = client.askHistory({});
  QTRY_COMPARE(failed.size(), 1);
  QCOMPARE(failed[0][0].value<QueryId>(), early);
  client.start();
  QVERIFY(answerNext(*transport, absl::UnimplementedError("no directory")));
  const auto cancelled = client.askHistory({});
  client.cancelQuery(cancelled);
  const auto id = client.askRevisions(kAlarm);
  QVERIFY(answerNext(*transport, protocol::encodeAlarmPage({})));
  QVERIFY(answerNext(*transport, protocol::encodeRevisions(std::vector{episode(1)})));
  QTRY_COMPARE(received.size(), 1);
  QCOMPARE(received[0][0].value<QueryId>(), id);
  QVERIFY(received[0][1].value<std::vector<Alert>>() == std::vector{episode(1)});
  transport->stream(0)->end(absl::OkStatus());
}

QTEST_GUILESS_MAIN(TestHistoryInquiry)
#include "tst_history_inquiry.moc"
