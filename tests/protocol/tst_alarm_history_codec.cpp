// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>

#include "protocol/alarm_history_codec.h"
#include "support/samples.h"
#include "vitalwall/v1/alarm_history.pb.h"

using namespace vitalwall;
using namespace vitalwall::protocol;
using vitalwall::test::kNoon;

namespace {

const PatientId kPatient = PatientId::fromName("patient");
const AlertId kAlert = AlertId::fromName("alert");

/// What a server reads of the question.
AlarmListing asRead(const AlarmListing& listing) {
  const auto read = decodeAlarmListing(encodeAlarmListing(listing));
  return read.ok() ? *read : AlarmListing();
}

}  // namespace

class TestAlarmHistoryCodec : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aQuestionForEverything();
  void aQuestionForAPage();
  void aPageHasABoundedLength_data();
  void aPageHasABoundedLength();
  void pages();
  void revisions();
  void wrongQuestionsAreRefused_data();
  void wrongQuestionsAreRefused();
  void wrongAnswersAreRefused();
};

void TestAlarmHistoryCodec::aQuestionForEverything() {
  const auto read = asRead({});
  QVERIFY(!read.query.patient && !read.query.since && !read.query.before && !read.after);
  QCOMPARE(read.query.limit, AlarmQuery().limit);
}

void TestAlarmHistoryCodec::aQuestionForAPage() {
  const AlarmPlace place{kNoon, kAlert};
  const auto read = asRead({{kPatient, WallTime{}, kNoon, {}, 7}, place});
  QCOMPARE(read.query.patient, std::optional(kPatient));
  QVERIFY(read.query.since == WallTime{});
  QVERIFY(read.query.before == kNoon);
  QCOMPARE(read.query.limit, std::size_t(7));
  QVERIFY(read.after == place);
}

void TestAlarmHistoryCodec::aPageHasABoundedLength_data() {
  QTest::addColumn<std::size_t>("asked");
  QTest::addColumn<std::size_t>("read");
  QTest::newRow("none given") << std::size_t(0) << AlarmQuery().limit;
  QTest::newRow("one") << std::size_t(1) << std::size_t(1);
  QTest::newRow("most") << kMaxAlarmPage << kMaxAlarmPage;
  QTest::newRow("more") << kMaxAlarmPage + 1 << kMaxAlarmPage;
  QTest::newRow("all") << std::numeric_limits<std::size_t>::max() << kMaxAlarmPage;
}

void TestAlarmHistoryCodec::aPageHasABoundedLength() {
  QFETCH(std::size_t, asked);
  QTEST(asRead({{{}, {}, {}, {}, asked}, {}}).query.limit, "read");
}

void TestAlarmHistoryCodec::pages() {
  Alert latched = test::makeAlert("HR 134 > 120", kPatient, AlertPriority::High, 5);
  latched.state = AlertState::Latched;
  latched.cause = AlertCause::Ended;
  const Alert other = test::makeAlert("SpO2", kPatient, AlertPriority::Low, 4);
  for (const AlarmPage& page : {AlarmPage{}, AlarmPage{{latched, other}, {}},
                                AlarmPage{{other}, AlarmPlace{kNoon, kAlert}}}) {
    const auto read = decodeAlarmPage(encodeAlarmPage(page));
    QVERIFY(read.ok());
    QVERIFY(*read == page);
  }
}

void TestAlarmHistoryCodec::revisions() {
  const auto asked = decodeRevisionListing(encodeRevisionListing(kAlert));
  QVERIFY(asked.ok());
  QCOMPARE(*asked, kAlert);
  const std::vector<Alert> revisions = {test::makeAlert("HR", kPatient, AlertPriority::Low, 1),
                                        test::makeAlert("HR", kPatient, AlertPriority::High, 2)};
  const auto read = decodeRevisions(encodeRevisions(revisions));
  QVERIFY(read.ok());
  QVERIFY(*read == revisions);
}

void TestAlarmHistoryCodec::wrongQuestionsAreRefused_data() {
  QTest::addColumn<std::string>("bytes");
  v1::ListAlarmsRequest patient;
  patient.set_patient("short");
  QTest::newRow("patient") << patient.SerializeAsString();
  v1::ListAlarmsRequest nobody;
  nobody.set_patient("");
  QTest::newRow("empty patient") << nobody.SerializeAsString();
  v1::ListAlarmsRequest page;
  page.mutable_page()->set_raised_at(1);
  QTest::newRow("page") << page.SerializeAsString();
  QTest::newRow("no message") << std::string("GET /");
}

void TestAlarmHistoryCodec::wrongQuestionsAreRefused() {
  QFETCH(std::string, bytes);
  const auto read = decodeAlarmListing(bytes);
  QVERIFY(absl::IsInvalidArgument(read.status()));
  QVERIFY(!read.status().message().empty());
  QVERIFY(absl::IsInvalidArgument(decodeRevisionListing(bytes).status()));
}

void TestAlarmHistoryCodec::wrongAnswersAreRefused() {
  v1::ListAlarmsResponse badAlert;
  badAlert.add_alerts()->set_id("short");
  QVERIFY(absl::IsInvalidArgument(decodeAlarmPage(badAlert.SerializeAsString()).status()));
  v1::ListAlarmsResponse badPlace;
  badPlace.mutable_next_page()->set_alert("short");
  QVERIFY(absl::IsInvalidArgument(decodeAlarmPage(badPlace.SerializeAsString()).status()));
  QVERIFY(absl::IsInvalidArgument(decodeAlarmPage("GET /").status()));
  QVERIFY(absl::IsInvalidArgument(decodeRevisions("GET /").status()));
}

QTEST_APPLESS_MAIN(TestAlarmHistoryCodec)
#include "tst_alarm_history_codec.moc"
