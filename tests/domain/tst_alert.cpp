// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <random>

#include "domain/alarm_limits.h"
#include "domain/alert.h"
#include "support/samples.h"

using namespace vitalwall;
using vitalwall::test::kNoon;

namespace {

Alert raised(const char* name, AlertPriority priority, int minute) {
  Alert alert = test::makeAlert(name, PatientId::fromName("patient"), priority);
  alert.raisedAt = kNoon + std::chrono::minutes(minute);
  return alert;
}

Alert acknowledged(Alert alert) {
  alert.acknowledged = Acknowledgement{"Dr. A", kNoon};
  return alert;
}

Alert ended(Alert alert) {
  alert.state = AlertState::Inactive;
  return alert;
}

}  // namespace

class TestAlert : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void attentionEndsWithAcknowledgementOrTheCondition() {
    const Alert alert = raised("HR", AlertPriority::Low, 0);
    QVERIFY(alert.needsAttention());
    QVERIFY(!acknowledged(alert).needsAttention());
    QVERIFY(acknowledged(alert).isActive());
    QVERIFY(!ended(alert).needsAttention());
    QVERIFY(!ended(alert).isActive());
  }

  void listsStandInTheirOrderFromAnyStart() {
    const std::vector<Alert> expected = {
        raised("older high", AlertPriority::High, 1),
        raised("newer high", AlertPriority::High, 2),
        raised("medium", AlertPriority::Medium, 0),
        raised("low", AlertPriority::Low, 0),
        acknowledged(raised("known high", AlertPriority::High, 0)),
        ended(raised("past medium", AlertPriority::Medium, 0)),
    };
    std::vector<Alert> alerts = expected;
    std::mt19937 random(1);
    for (int i = 0; i < 50; ++i) {
      std::shuffle(alerts.begin(), alerts.end(), random);
      std::sort(alerts.begin(), alerts.end(), isMoreUrgent);
      QVERIFY(alerts == expected);
    }
  }

  void alertsOfOneMomentAreOrderedByTheirId() {
    const Alert a = raised("a", AlertPriority::High, 0);
    const Alert b = raised("b", AlertPriority::High, 0);
    QVERIFY(isMoreUrgent(a, b) != isMoreUrgent(b, a));
    QVERIFY(!isMoreUrgent(a, a));
  }

  void prioritiesAreToldApartWithoutColour() {
    QCOMPARE(std::string(priorityPrefix(AlertPriority::High)), std::string("***"));
    QCOMPARE(std::string(priorityPrefix(AlertPriority::Medium)), std::string("**"));
    QCOMPARE(std::string(priorityPrefix(AlertPriority::Low)), std::string("*"));
  }

  void defaultLimitsAreInTheirOrder_data() {
    QTest::addColumn<int>("group");
    QTest::newRow("adult") << int(AgeGroup::Adult);
    QTest::newRow("child") << int(AgeGroup::Paediatric);
    QTest::newRow("neonate") << int(AgeGroup::Neonate);
  }
  void defaultLimitsAreInTheirOrder() {
    QFETCH(int, group);
    const auto& limits = defaultLimits(static_cast<AgeGroup>(group));
    QVERIFY(limits.contains(mdc::kHeartRate));
    QVERIFY(limits.contains(mdc::kSpO2));
    for (const auto& [code, pair] : limits) {
      const auto rises = [](std::optional<double> a, std::optional<double> b) {
        return !a || !b || *a < *b;
      };
      QVERIFY(findMetric(code) != nullptr);
      QVERIFY2(rises(pair.extremeLow, pair.low), findMetric(code)->mdcName.data());
      QVERIFY2(rises(pair.low, pair.high), findMetric(code)->mdcName.data());
      QVERIFY2(rises(pair.high, pair.extremeHigh), findMetric(code)->mdcName.data());
    }
  }
};

QTEST_APPLESS_MAIN(TestAlert)
#include "tst_alert.moc"
