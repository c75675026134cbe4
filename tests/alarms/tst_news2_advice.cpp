// SPDX-License-Identifier: GPL-3.0-or-later
// The early warning score as an advisory.
#include <QTest>

#include "alarms/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::alarms;
using namespace vitalwall::alarms::testing;

namespace {

UnitRules rulesWithAdvice() {
  UnitRules rules = rulesWithoutDelays();
  rules.conditions[mdc::kEventNews2].delay = 0s;
  return rules;
}

}  // namespace

class TestNews2Advice : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void adviceTellsTheResponse_data() {
    QTest::addColumn<double>("heartRate");
    QTest::addColumn<double>("spo2");
    QTest::addColumn<QString>("message");
    const QString missing = QStringLiteral(
        " (missing: respiration, oxygen, systolic pressure, consciousness, temperature)");
    QTest::newRow("well") << 70.0 << 97.0 << QString();
    QTest::newRow("4") << 115.0 << 93.0 << QString();
    QTest::newRow("single 3") << 70.0 << 91.0
                              << QStringLiteral("NEWS2 3: one item scores 3, urgent ward review") +
                                     missing;
    QTest::newRow("5") << 115.0 << 91.0 << QStringLiteral("NEWS2 5: urgent response") + missing;
    QTest::newRow("6") << 131.0 << 91.0 << QStringLiteral("NEWS2 6: urgent response") + missing;
  }

  void adviceTellsTheResponse() {
    QFETCH(double, heartRate);
    QFETCH(double, spo2);
    QFETCH(QString, message);
    WardBench ward(rulesWithAdvice());
    const auto alerts =
        ward.give({numericOf(mdc::kHeartRate, heartRate), numericOf(mdc::kSpO2, spo2)}).alerts;
    const Alert* advice = alertOf(alerts, mdc::kEventNews2);
    QCOMPARE(advice != nullptr, !message.isEmpty());
    if (!advice) return;
    QCOMPARE(QString::fromStdString(advice->message), message);
    QCOMPARE(advice->priority, AlertPriority::Low);
  }

  void adviceRisesToTheNextThreshold() {
    WardBench ward(rulesWithAdvice());
    const auto give = [&ward](double spo2, double respiration) {
      return ward.give({numericOf(mdc::kSpO2, spo2), numericOf(mdc::kRespiratoryRate, respiration)})
          .alerts;
    };
    const auto raised = give(91, 22);
    const Alert first = *alertOf(raised, mdc::kEventNews2);
    ward.acknowledge(first.id);
    ward.engine.enterObservations({ward.patients[0], {false, true, {}}}, {}, ward.now);
    const auto open = ward.open();
    const Alert* worse = alertOf(open, mdc::kEventNews2);
    QCOMPARE(worse->id, first.id);
    QCOMPARE(worse->value, std::optional(7.0));
    QVERIFY2(!worse->acknowledged, "an emergency was not seen by who saw 5");
    QVERIFY(worse->message.starts_with("NEWS2 7: emergency response (missing: systolic"));
  }

  void adviceEndsOnlyWhenNothingIsMissing() {
    WardBench ward(rulesWithAdvice());
    ward.give({numericOf(mdc::kSpO2, 91), numericOf(mdc::kHeartRate, 70)});
    ward.give({numericOf(mdc::kSpO2, {}, Validity::LeadOff), numericOf(mdc::kHeartRate, 70)});
    QVERIFY(alertOf(ward.open(), mdc::kEventNews2));
    ward.give({numericOf(mdc::kSpO2, 97), numericOf(mdc::kHeartRate, 70)});
    const auto open = ward.open();
    QVERIFY(!alertOf(open, mdc::kEventNews2));
  }

  void noAdviceForChildren() {
    WardBench ward(rulesWithAdvice(), {bedOf(1, "sim", AgeGroup::Paediatric)});
    QVERIFY(!alertOf(ward.give({numericOf(mdc::kRespiratoryRate, 26)}).alerts, mdc::kEventNews2));
  }
};

QTEST_APPLESS_MAIN(TestNews2Advice)
#include "tst_news2_advice.moc"
