// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/unit_rules.h"

#include <QFile>
#include <QTest>

#include "alarms/condition_catalogue.h"

using namespace vitalwall;
using namespace vitalwall::alarms;
using namespace std::chrono_literals;

namespace {

UnitRules parsed(const char* toml) {
  auto rules = parseUnitRules(toml);
  return rules.ok() ? *rules : UnitRules();
}

/// Nothing is set: what a file leaves out shows.
UnitRules emptyRules() {
  UnitRules rules;
  rules.escalateMediumAfter = rules.longestPause = rules.noDataAfter = rules.clockTolerance = -1s;
  return rules;
}

}  // namespace

class TestUnitRules : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// The packaged file names every rule, and each with the factory value.
  void packagedFileIsTheFactory() {
    QFile file(QStringLiteral(VITALWALL_SOURCE_DIR "/packaging/alarms.toml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto rules = parseUnitRules(file.readAll().toStdString(), emptyRules());
    QVERIFY2(rules.ok(), std::string(rules.status().message()).c_str());
    QVERIFY(rules->limits == factoryRules().limits);
    QVERIFY(rules->parameters == factoryRules().parameters);
    QVERIFY(rules->conditions == factoryRules().conditions);
    QVERIFY(*rules == factoryRules());
  }

  void factoryHasARuleForEveryCondition() {
    for (const auto& info : knownConditions()) {
      QVERIFY2(factoryRules().conditions.contains(info.code), info.name.data());
      const ConditionRule& rule = factoryRules().condition(info.code);
      QCOMPARE(rule.latching, info.lethal);
      if (info.lethal) QCOMPARE(rule.priority, AlertPriority::High);
      if (info.lethal) QVERIFY(!rule.canBeOff && rule.delay == 0s);
    }
  }

  void emptyFileIsTheFactory() { QVERIFY(parsed("") == factoryRules()); }

  void takesWhatItNames() {
    const UnitRules rules = parsed(R"(
      [general]
      escalate_medium_after = 120
      [limits.adult]
      SpO2 = { low = 88 }
      HR = { extreme_low = "off" }
      "150087" = { high = 10 }
      [parameters]
      MDC_PULS_OXIM_SAT_O2 = { delay = 15, latching_extreme = true }
      [conditions]
      lead_off = { priority = "low" }
    )");
    QVERIFY(rules.escalateMediumAfter == 120s);
    QCOMPARE(rules.limitsOf(AgeGroup::Adult, mdc::kSpO2).low, std::optional(88.0));
    QCOMPARE(rules.limitsOf(AgeGroup::Adult, mdc::kSpO2).extremeLow, std::optional(80.0));
    QVERIFY(!rules.limitsOf(AgeGroup::Adult, mdc::kHeartRate).extremeLow);
    QCOMPARE(rules.limitsOf(AgeGroup::Adult, {150087}).high, std::optional(10.0));
    QCOMPARE(rules.limitsOf(AgeGroup::Neonate, mdc::kSpO2).low, std::optional(85.0));
    QVERIFY(rules.parameter(mdc::kSpO2).delay == 15s);
    QVERIFY(rules.parameter(mdc::kSpO2).latchingExtreme);
    QCOMPARE(rules.condition(mdc::kEventLeadOff).priority, AlertPriority::Low);
    QVERIFY(!rules.condition(mdc::kEventLeadOff).canBeOff);
  }

  void whatIsNotNamedHasNoRule() {
    QVERIFY(factoryRules().parameter(mdc::kTemperature) == ParameterRule());
    QVERIFY(factoryRules().condition({1}) == ConditionRule());
    QVERIFY(factoryRules().limitsOf(AgeGroup::Adult, {1}) == LimitPair());
  }

  void refuses_data() {
    QTest::addColumn<QString>("toml");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const char* toml, const char* problem) {
      QTest::newRow(name) << QString::fromUtf8(toml) << QString::fromUtf8(problem);
    };
    row("no TOML", "[general]\nlongest_pause = \n", "line 2: ");
    row("twice", "[general]\nlongest_pause = 60\nlongest_pause = 90\n", "line 3: ");
    row("unknown section", "\n[colours]\n", "line 2: \"colours\" is not known here.");
    row("unknown member", "[limits.adult]\nHR = { lowest = 3 }",
        "line 2: \"lowest\" is not known here.");
    row("unknown parameter", "[limits.adult]\nHeart = { low = 3 }",
        "line 2: no parameter is named \"Heart\".");
    row("parameter 0", "[parameters]\n0 = { delay = 3 }", "line 2: no parameter is named \"0\".");
    row("unknown profile", "[limits.senior]\n", "line 1: \"senior\" is not known here.");
    row("unknown condition", "[conditions]\nflatline = {}",
        "line 2: no condition is named \"flatline\".");
    row("no table", "limits = 3", "line 1: a table of settings is expected here.");
    row("no number", "[limits.adult]\nHR = { low = \"deep\" }",
        "line 2: a number or \"off\" is expected here.");
    row("not finite", "[limits.adult]\nHR = { low = nan }", "line 2: HR limits must be numbers.");
    row("beyond sense", "[limits.adult]\n\nHR = { high = 500 }",
        "line 3: HR limits must lie between 15 and 300 /min.");
    row("against each other", "[limits.adult]\nHR = { low = 125 }",
        "line 2: HR: the low limit must be below the high limit.");
    row("delay too long", "[parameters]\nSpO2 = { delay = 31 }",
        "line 2: whole seconds from 0 to 30 are expected here.");
    row("negative delay", "[parameters]\nSpO2 = { delay = -1 }",
        "line 2: whole seconds from 0 to 30 are expected here.");
    row("half a second", "[parameters]\nSpO2 = { delay = 0.5 }",
        "line 2: whole seconds from 0 to 30 are expected here.");
    row("no priority", "[conditions]\nlead_off = { priority = \"urgent\" }",
        "line 2: \"high\", \"medium\" or \"low\" is expected here.");
    row("no flag", "[conditions]\nlead_off = { latching = 1 }",
        "line 2: true or false is expected here.");
    const char* const lethal =
        "line 2: asystole is lethal: its priority is high, it has no delay and cannot be off.";
    row("lethal with delay", "[conditions]\nasystole = { delay = 1 }", lethal);
    row("lethal and medium", "[conditions]\nasystole = { priority = \"medium\" }", lethal);
    row("lethal and off", "[conditions]\nasystole = { can_be_off = true }", lethal);
    row("technical and latching", "[conditions]\nno_data = { latching = true }",
        "line 2: no_data is technical: it does not latch.");
    row("the first mistake is told", "[parameters]\nHR = { delay = 99 }\n[conditions]\nx = 1",
        "line 2: whole seconds from 0 to 30 are expected here.");
  }

  void refuses() {
    QFETCH(QString, toml);
    QFETCH(QString, problem);
    const auto rules = parseUnitRules(toml.toStdString());
    QCOMPARE(rules.status().code(), absl::StatusCode::kInvalidArgument);
    const auto told = QString::fromStdString(std::string(rules.status().message()));
    QVERIFY2(told.startsWith(problem), qPrintable(told));
  }

  void latching_data() {
    QTest::addColumn<unsigned>("condition");
    QTest::addColumn<int>("priority");
    QTest::addColumn<bool>("latches");
    QTest::newRow("asystole") << mdc::kEventAsystole.value << 0 << true;
    QTest::newRow("extreme low") << mdc::kEventLow.value << 0 << true;
    QTest::newRow("low") << mdc::kEventLow.value << 1 << false;
    QTest::newRow("lead off") << mdc::kEventLeadOff.value << 1 << false;
  }

  void latching() {
    QFETCH(unsigned, condition);
    QFETCH(int, priority);
    UnitRules rules = factoryRules();
    rules.parameters[mdc::kSpO2].latchingExtreme = true;
    Alert alert;
    alert.condition = {condition};
    alert.parameter = mdc::kSpO2;
    alert.kind = kindOf({condition});
    alert.priority = static_cast<AlertPriority>(priority);
    QTEST(latches(rules, alert), "latches");
  }
};

QTEST_APPLESS_MAIN(TestUnitRules)
#include "tst_unit_rules.moc"
