// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/limit_evaluator.h"

#include <QTest>

#include "alarms/lead_off_evaluator.h"
#include "alarms/settings_defaults.h"

using namespace vitalwall;
using namespace vitalwall::alarms;

namespace {

constexpr double kNoValue = -1;

Vitals vitalsOf(MdcCode code, Unit unit, double value, Validity validity) {
  Numeric numeric{code, unit, value, validity, {}};
  if (value == kNoValue) numeric.value.reset();
  return {PatientId::fromName("Ada"), {}, {numeric}};
}

template <typename Evaluator>
std::vector<Finding> judge(const Vitals& vitals) {
  std::vector<Finding> findings;
  const MonitoredBed bed{{vitals.patient, "Bed 01", "Ada", AgeGroup::Adult, {}, {}}, "sim"};
  const AlarmSettings settings = defaultSettings(bed.patient, factoryRules());
  Evaluator().evaluate({bed, vitals, {}, {}, settings, factoryRules(), {}}, findings);
  return findings;
}

const Finding* findingOf(const std::vector<Finding>& findings, MdcCode condition) {
  for (const auto& finding : findings)
    if (finding.key.condition == condition) return &finding;
  return nullptr;
}

}  // namespace

class TestLimitEvaluator : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void judges_data() {
    QTest::addColumn<unsigned>("code");
    QTest::addColumn<int>("unit");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("validity");
    QTest::addColumn<unsigned>("condition");
    QTest::addColumn<int>("presence");
    QTest::addColumn<int>("priority");
    QTest::addColumn<QString>("message");

    const auto row = [](const char* name, MdcCode code, Unit unit, double value, Validity validity,
                        MdcCode condition, Presence presence, AlertPriority priority,
                        const char* message) {
      QTest::newRow(name) << code.value << static_cast<int>(unit) << value
                          << static_cast<int>(validity) << condition.value
                          << static_cast<int>(presence) << static_cast<int>(priority)
                          << QString::fromUtf8(message);
    };
    const auto hr = [&row](const char* name, double value, MdcCode condition, Presence presence,
                           AlertPriority priority, const char* message) {
      row(name, mdc::kHeartRate, Unit::BeatPerMinute, value, Validity::Valid, condition, presence,
          priority, message);
    };
    using enum Presence;
    using enum AlertPriority;
    // Adult HR 50..120, extreme 40..140, hysteresis 2.
    hr("on the high limit", 120, mdc::kEventHigh, Receding, Medium, "");
    hr("reads as the high limit", 120.4, mdc::kEventHigh, Receding, Medium, "");
    hr("reads as beyond it", 120.6, mdc::kEventHigh, Present, Medium, "HR 121 > 120");
    hr("reads as the low limit", 49.6, mdc::kEventLow, Receding, Medium, "");
    hr("reads as below it", 49.4, mdc::kEventLow, Present, Medium, "HR 49 < 50");
    hr("reads as the extreme limit", 140.3, mdc::kEventHigh, Present, Medium, "HR 140 > 120");
    hr("above", 134, mdc::kEventHigh, Present, Medium, "HR 134 > 120");
    hr("on the extreme limit", 140, mdc::kEventHigh, Present, Medium, "HR 140 > 120");
    hr("extreme", 141, mdc::kEventHigh, Present, High, "HR 141 > 140");
    hr("back by less than the hysteresis", 118.6, mdc::kEventHigh, Receding, Medium, "");
    hr("back by the hysteresis", 118, mdc::kEventHigh, Absent, Medium, "");
    hr("normal is not low", 80, mdc::kEventLow, Absent, Medium, "");
    hr("on the low limit", 50, mdc::kEventLow, Receding, Medium, "");
    hr("below", 49, mdc::kEventLow, Present, Medium, "HR 49 < 50");
    hr("asystole is not a low rate", 0, mdc::kEventLow, Absent, Medium, "");
    hr("asystole is not high", 0, mdc::kEventHigh, Absent, Medium, "");
    row("desaturation", mdc::kSpO2, Unit::Percent, 79, Validity::Valid, mdc::kEventLow, Present,
        High, "DESAT 79 < 80");
    row("fever, with its digit", mdc::kTemperature, Unit::DegreeCelsius, 39.26, Validity::Valid,
        mdc::kEventHigh, Present, Medium, "Temp 39.3 > 39.0");
    row("no fever, with its digit", mdc::kTemperature, Unit::DegreeCelsius, 39.04, Validity::Valid,
        mdc::kEventHigh, Receding, Medium, "");
    row("a doubtful value raises", mdc::kHeartRate, Unit::BeatPerMinute, 150,
        Validity::Questionable, mdc::kEventHigh, Present, High, "HR 150? > 140");
    row("a doubtful value ends nothing", mdc::kHeartRate, Unit::BeatPerMinute, 80,
        Validity::Questionable, mdc::kEventHigh, Receding, Medium, "");
    row("no value is no normal value", mdc::kHeartRate, Unit::BeatPerMinute, kNoValue,
        Validity::NotMeasured, mdc::kEventHigh, Unknown, Medium, "");
  }

  void judges() {
    QFETCH(unsigned, code);
    QFETCH(int, unit);
    QFETCH(double, value);
    QFETCH(int, validity);
    QFETCH(unsigned, condition);
    const auto findings = judge<LimitEvaluator>(
        vitalsOf({code}, static_cast<Unit>(unit), value, static_cast<Validity>(validity)));
    const Finding* finding = findingOf(findings, {condition});
    QVERIFY(finding);
    QTEST(static_cast<int>(finding->presence), "presence");
    QTEST(static_cast<int>(finding->priority), "priority");
    QTEST(QString::fromStdString(finding->message), "message");
    QCOMPARE(finding->kind, AlertKind::Physiological);
  }

  void saysNothingWithoutLimit() {
    // SpO2 of an adult has no high limit; the mean pulmonary pressure has none at all.
    const auto spo2 =
        judge<LimitEvaluator>(vitalsOf(mdc::kSpO2, Unit::Percent, 100, Validity::Valid));
    QCOMPARE(findingOf(spo2, mdc::kEventHigh)->presence, Presence::Absent);
    QVERIFY(judge<LimitEvaluator>(
                vitalsOf(mdc::kPulmonaryMean, Unit::MillimetreOfMercury, 90, Validity::Valid))
                .empty());
  }

  void leadOff_data() {
    QTest::addColumn<unsigned>("code");
    QTest::addColumn<int>("validity");
    QTest::addColumn<int>("presence");
    QTest::addColumn<int>("priority");
    const auto row = [](const char* name, MdcCode code, Validity validity, Presence presence,
                        AlertPriority priority) {
      QTest::newRow(name) << code.value << static_cast<int>(validity) << static_cast<int>(presence)
                          << static_cast<int>(priority);
    };
    using enum Presence;
    using enum AlertPriority;
    row("ECG off", mdc::kHeartRate, Validity::LeadOff, Present, Medium);
    row("SpO2 off", mdc::kSpO2, Validity::LeadOff, Present, Medium);
    row("temperature off", mdc::kTemperature, Validity::LeadOff, Present, Low);
    row("attached", mdc::kHeartRate, Validity::Valid, Absent, Medium);
    row("attached, doubtful", mdc::kHeartRate, Validity::Questionable, Absent, Medium);
    row("nobody knows", mdc::kHeartRate, Validity::NotMeasured, Unknown, Medium);
  }

  void leadOff() {
    QFETCH(unsigned, code);
    QFETCH(int, validity);
    const auto findings = judge<LeadOffEvaluator>(
        vitalsOf({code}, Unit::BeatPerMinute, kNoValue, static_cast<Validity>(validity)));
    QCOMPARE(findings.size(), 1U);
    QTEST(static_cast<int>(findings.front().presence), "presence");
    QTEST(static_cast<int>(findings.front().priority), "priority");
    QCOMPARE(findings.front().kind, AlertKind::Technical);
  }
};

QTEST_APPLESS_MAIN(TestLimitEvaluator)
#include "tst_limit_evaluator.moc"
