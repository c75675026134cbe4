// SPDX-License-Identifier: GPL-3.0-or-later
// What "sim:..." on a command line means, and the sentence for each way of getting it wrong.
#include <QTest>

#include "sources/simulator/simulator_spec.h"

using namespace vitalwall::sources;
using std::chrono::seconds;

class TestSimulatorSpec final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsWhatIsRight_data();
  void readsWhatIsRight();
  void saysWhatIsWrong_data();
  void saysWhatIsWrong();
  void everyScenarioHasANameOfItsOwn();
};

Q_DECLARE_METATYPE(SimulatorSpec)

void TestSimulatorSpec::readsWhatIsRight_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<SimulatorSpec>("expected");
  const PlannedScenario asystole{.scenario = Scenario::Asystole, .at = seconds(10), .bed = 1};
  const PlannedScenario apnoea{.scenario = Scenario::Apnoea, .at = seconds(0), .bed = 4};
  const auto row = [](const char* text, const SimulatorSpec& expected) {
    QTest::newRow(text) << QByteArray(text) << expected;
  };
  row("sim:1", {.patients = 1, .seed = 1, .events = true, .scenarios = {}});
  row("sim:1000", {.patients = 1000, .seed = 1, .events = true, .scenarios = {}});
  row("sim:16:seed=7", {.patients = 16, .seed = 7, .events = true, .scenarios = {}});
  row("sim:16:events=off", {.patients = 16, .seed = 1, .events = false, .scenarios = {}});
  row("sim:16:events=off:seed=18446744073709551615",
      {.patients = 16, .seed = UINT64_MAX, .events = false, .scenarios = {}});
  row("sim:4:scenario=asystole@10",
      {.patients = 4, .seed = 1, .events = false, .scenarios = {asystole}});
  row("sim:4:scenario=asystole@10:events=on",
      {.patients = 4, .seed = 1, .events = true, .scenarios = {asystole}});
  row("sim:4:scenario=apnoea@0/4:scenario=asystole@10/1",
      {.patients = 4, .seed = 1, .events = false, .scenarios = {apnoea, asystole}});
}

void TestSimulatorSpec::readsWhatIsRight() {
  QFETCH(QByteArray, text);
  QFETCH(SimulatorSpec, expected);
  const auto spec = SimulatorSpec::parse(text.toStdString());
  QVERIFY2(spec.ok(), spec.status().ToString().c_str());
  QVERIFY(*spec == expected);
}

void TestSimulatorSpec::saysWhatIsWrong_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("part");  // of the sentence
  const auto row = [](const char* text, const char* part) {
    QTest::newRow(text) << QByteArray(text) << QByteArray(part);
  };
  row("", "does not begin with sim:");
  row("simulator:4", "does not begin with sim:");
  row("sim", "the number of patients is 1 to 1000, not \"\"");
  row("sim:0", "the number of patients is 1 to 1000, not \"0\"");
  row("sim:1001", "1 to 1000");
  row("sim:-3", "1 to 1000");
  row("sim:4x", "not \"4x\"");
  row("sim: 4", "not \" 4\"");
  row("sim:99999999999999999999999", "1 to 1000");
  row("sim:4:seed=", "the seed is a whole number, not \"\"");
  row("sim:4:seed=0x7", "the seed is a whole number");
  row("sim:4:events=yes", "events is on or off, not \"yes\"");
  row("sim:4:speed=2", "there is no option \"speed\"; there are seed, events and scenario");
  row("sim:4::seed=1", "there is no option \"\"");
  row("sim:4:scenario=fever@10", "there is no scenario \"fever\"; there are desaturation, ");
  row("sim:4:scenario=asystole", "seconds after the start, not \"\"");
  row("sim:4:scenario=asystole@", "seconds after the start, not \"\"");
  row("sim:4:scenario=asystole@soon", "not \"soon\"");
  row("sim:4:scenario=asystole@100000", "0 to 86400 seconds");
  row("sim:4:scenario=asystole@10/5", "a scenario's bed is 1 to 4, not \"5\"");
  row("sim:4:scenario=asystole@10/", "a scenario's bed is 1 to 4, not \"\"");
  row("sim:4:scenario=asystole@10/0", "not \"0\"");
}

void TestSimulatorSpec::saysWhatIsWrong() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, part);
  const auto spec = SimulatorSpec::parse(text.toStdString());
  QVERIFY(!spec.ok());
  QCOMPARE(spec.status().code(), absl::StatusCode::kInvalidArgument);
  const QByteArray sentence = QByteArray::fromStdString(std::string(spec.status().message()));
  QVERIFY2(sentence.contains(part), sentence.constData());
  QVERIFY2(sentence.startsWith("Simulator: ") && sentence.endsWith("."), sentence.constData());
}

void TestSimulatorSpec::everyScenarioHasANameOfItsOwn() {
  for (const ScenarioInfo& info : knownScenarios()) {
    QCOMPARE(&infoOf(info.scenario), &info);
    QVERIFY(scenarioNamed(info.name) == info.scenario);
  }
}

QTEST_APPLESS_MAIN(TestSimulatorSpec)
#include "tst_simulator_spec.moc"
