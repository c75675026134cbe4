// SPDX-License-Identifier: GPL-3.0-or-later
// What servers of the base contract may write about alarms, in whatever style of JSON.
#include <QTest>

#include "plain_message.h"

using namespace vitalwall;
using namespace vitalwall::test;

Q_DECLARE_METATYPE(vitalwall::AlertPriority)

namespace {

constexpr const char* kGuid = "0f8fad5b-d9cb-469f-a165-70867728950e";

std::string withId(const std::string& members) {
  return std::string(R"({"alertId":")") + kGuid + R"(","message":"m")" + members + "}";
}

std::optional<Alert> alertIn(const std::string& payload,
                             const char* statusType = "alert_triggered") {
  const auto events = plainEvents(statusType, payload);
  const auto* alert = onlyEvent<Alert>(events);
  return alert != nullptr ? std::optional(*alert) : std::nullopt;
}

}  // namespace

class TestPayloadAlert : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsAlertPriority_data();
  void readsAlertPriority();
  void readsAlertMembers();
  void readsWhatBecameOfAnAlert_data();
  void readsWhatBecameOfAnAlert();
  void readsStateAndCause_data();
  void readsStateAndCause();
  void anAlertWithoutAnIdKeepsItsIdWhileItsNumbersChange();
  void alertsWithoutIdAreToldApart();
  void anAlertWithoutContentIsANotice();
  void longTextsAreCut();
};

void TestPayloadAlert::readsAlertPriority_data() {
  QTest::addColumn<std::string>("member");
  QTest::addColumn<AlertPriority>("priority");
  const auto row = [](const char* member, AlertPriority priority) {
    QTest::newRow(member) << std::string(member) << priority;
  };
  row(R"("severity":"high")", AlertPriority::High);
  row(R"("Severity":"CRITICAL")", AlertPriority::High);
  row(R"("priority":"red")", AlertPriority::High);
  row(R"("severity":"Medium")", AlertPriority::Medium);
  row(R"("severity":"warning")", AlertPriority::Medium);
  row(R"("priority":"yellow")", AlertPriority::Medium);
  row(R"("severity":"low")", AlertPriority::Low);
  row(R"("level":"info")", AlertPriority::Low);
  row(R"("priority":"cyan")", AlertPriority::Low);
  row(R"("severity":0)", AlertPriority::Low);
  row(R"("severity":1)", AlertPriority::Medium);
  row(R"("severity":2)", AlertPriority::High);
  row(R"("severity":"3")", AlertPriority::High);
  row(R"("priority":0)", AlertPriority::High);
  row(R"("priority":1)", AlertPriority::High);
  row(R"("priority":2)", AlertPriority::Medium);
  row(R"("priority":3)", AlertPriority::Low);
  row(R"("severity":null,"priority":"low")", AlertPriority::Low);
  row(R"("severity":"purple")", AlertPriority::High);
  row(R"("x":1)", AlertPriority::High);
}

void TestPayloadAlert::readsAlertPriority() {
  QFETCH(std::string, member);
  QFETCH(AlertPriority, priority);
  const auto alert = alertIn(withId("," + member));
  QVERIFY(alert.has_value());
  QCOMPARE(alert->priority, priority);
}

void TestPayloadAlert::readsAlertMembers() {
  const auto alert = alertIn(std::string(R"({"Alert":{"Id":"{)") + kGuid +
                             R"(}","Severity":"High","Description":"SpO2 faellt",
                             "Parameter":"SpO2","Value":"84","Threshold":90,
                             "Timestamp":"2026-01-01T12:00:00Z"}})");
  QVERIFY(alert.has_value());
  const Alert expected{.id = *AlertId::parse(kGuid),
                       .patient = bedOne(),
                       .revision = 0,
                       .kind = AlertKind::Physiological,
                       .priority = AlertPriority::High,
                       .condition = mdc::kEventLow,
                       .parameter = mdc::kSpO2,
                       .value = 84,
                       .limit = 90,
                       .unit = Unit::Percent,
                       .message = "SpO2 faellt",
                       .state = AlertState::Active,
                       .cause = AlertCause::Raised,
                       .changedBy = {},
                       .raisedAt = fromUnixMillis(1'767'268'800'000),
                       .changedAt = fromUnixMillis(1'767'268'800'000),
                       .acknowledged = {},
                       .group = {},
                       .recorded = true};
  QVERIFY(*alert == expected);
}

void TestPayloadAlert::readsWhatBecameOfAnAlert_data() {
  QTest::addColumn<std::string>("statusType");
  QTest::addColumn<std::string>("members");
  QTest::addColumn<bool>("active");
  QTest::addColumn<bool>("acknowledged");
  const auto row = [](const char* type, const char* members, bool active, bool acknowledged) {
    QTest::addRow("%s %s", type, members)
        << std::string(type) << std::string(members) << active << acknowledged;
  };
  row("alert_triggered", "", true, false);
  row("AlertTriggered", "", true, false);
  row("alert_acknowledged", "", true, true);
  row("alert_cleared", "", false, false);
  row("alert_cleared", R"(,"acknowledgedBy":"Dr. A")", false, true);
  row("alert_triggered", R"(,"isAcknowledged":true)", true, true);
  row("alert_triggered", R"(,"acknowledged":false)", true, false);
  row("alert_triggered", R"(,"status":"Acknowledged")", true, true);
  row("alert_triggered", R"(,"status":"Resolved")", false, false);
  row("alert_triggered", R"(,"active":false)", false, false);
  row("alert_triggered", R"(,"active":true)", true, false);
}

void TestPayloadAlert::readsWhatBecameOfAnAlert() {
  QFETCH(std::string, statusType);
  QFETCH(std::string, members);
  const auto alert = alertIn(withId(members), statusType.c_str());
  QVERIFY(alert.has_value());
  QTEST(alert->isActive(), "active");
  QTEST(alert->acknowledged.has_value(), "acknowledged");
}

void TestPayloadAlert::readsStateAndCause_data() {
  QTest::addColumn<std::string>("statusType");
  QTest::addColumn<std::string>("members");
  QTest::addColumn<int>("state");
  QTest::addColumn<int>("cause");
  const auto row = [](const char* type, const char* members, AlertState state, AlertCause cause) {
    QTest::addRow("%s %s", type, members)
        << std::string(type) << std::string(members) << int(state) << int(cause);
  };
  row("alert_triggered", "", AlertState::Active, AlertCause::Raised);
  row("alert_acknowledged", "", AlertState::Active, AlertCause::Acknowledged);
  row("alert_cleared", "", AlertState::Inactive, AlertCause::Ended);
  row("alert_triggered", R"(,"state":"Latched")", AlertState::Latched, AlertCause::Ended);
  row("alert_cleared", R"(,"state":"latched")", AlertState::Inactive, AlertCause::Ended);
  row("alert_triggered", R"(,"Cause":"value_missing")", AlertState::Active,
      AlertCause::ValueMissing);
  row("alert_triggered", R"(,"cause":"bad luck")", AlertState::Active, AlertCause::Raised);
}

void TestPayloadAlert::readsStateAndCause() {
  QFETCH(std::string, statusType);
  QFETCH(std::string, members);
  const auto alert = alertIn(withId(members), statusType.c_str());
  QVERIFY(alert.has_value());
  QTEST(int(alert->state), "state");
  QTEST(int(alert->cause), "cause");
}

void TestPayloadAlert::anAlertWithoutAnIdKeepsItsIdWhileItsNumbersChange() {
  const auto events = plainEvents("alert_triggered", R"({"message":"HR 134 > 120"})");
  const auto* alert = onlyEvent<Alert>(events);
  QVERIFY(alert != nullptr);
  QVERIFY(!alert->id.guid.isNil());
  QVERIFY(onlyEvent<Notice>(events) != nullptr);
  const auto later = alertIn(R"({"message":"HR 141.5 > 120"})");
  QVERIFY(later.has_value());
  QCOMPARE(later->id, alert->id);
}

void TestPayloadAlert::alertsWithoutIdAreToldApart() {
  const auto high = alertIn(R"({"message":"HR 134 > 120"})");
  const auto low = alertIn(R"({"message":"SpO2 84 < 90"})");
  const auto numbered = alertIn(R"({"alertId":17,"message":"HR 134 > 120"})");
  const auto next = alertIn(R"({"alertId":18,"message":"HR 134 > 120"})");
  QVERIFY(high && low && numbered && next);
  QVERIFY(high->id != low->id);
  QVERIFY(high->id != numbered->id);
  QVERIFY(numbered->id != next->id);
}

void TestPayloadAlert::anAlertWithoutContentIsANotice() {
  const auto events = plainEvents("alert_triggered", R"({"severity":"high"})");
  QCOMPARE(events.size(), std::size_t(1));
  QVERIFY(onlyEvent<Notice>(events) != nullptr);
}

void TestPayloadAlert::longTextsAreCut() {
  const std::string text(100'000, 'x');
  const auto alert = alertIn(R"({"id":")" + std::string(kGuid) + R"(","text":")" + text + "\"}");
  QVERIFY(alert.has_value());
  QCOMPARE(alert->message.size(), std::size_t(500));
}

QTEST_APPLESS_MAIN(TestPayloadAlert)
#include "tst_payload_alert.moc"
