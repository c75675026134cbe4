// SPDX-License-Identifier: GPL-3.0-or-later
// What the detectors say of simulated patients of every age: what befalls them, and nothing else.
#include <QtTest>

#include "detectors/condition_support.h"
#include "sources/simulator_support.h"

using namespace vitalwall;
using namespace vitalwall::test;
using sources::Scenario;
using std::chrono::seconds;

namespace {

constexpr int kStart = 40;
constexpr int kLength = 45;

/// Gives the blocks of every patient of a ward to the detectors of that patient.
class WatchedWard final : public SourceSink {
 public:
  explicit WatchedWard(const std::vector<Patient>& patients) {
    for (const auto& patient : patients) m_runs.emplace(patient.id, patient);
  }
  void onVitals(const Vitals&) override {}
  void onOrder(const Order&) override {}
  void onWave(const WaveBlock& block) override {
    m_runs.at(block.patient).push(block.channel, block.firstSample, block.samples);
  }
  void look(double second) {
    for (auto& [id, run] : m_runs) run.look(second);
  }
  const std::vector<ConditionEvent>& events(const Patient& patient) const {
    return m_runs.at(patient.id).events;
  }

 private:
  std::map<PatientId, ConditionRun> m_runs;
};

void live(sources::SimulatedWard& ward, WatchedWard& watched, int length) {
  for (int step = 0; step <= 4 * length; ++step) {
    const auto elapsed = milliseconds(250) * step;
    ward.advance(SteadyTime(std::chrono::hours(1)) + elapsed, Drive::kStart + elapsed, watched);
    watched.look(step / 4.0);
  }
}

/// Fibrillation may be taken for a tachycardia first; when it is known, that alarm goes.
std::vector<ConditionEvent> withoutRunBefore(std::vector<ConditionEvent> events) {
  const bool hasRun = events.size() >= 3 && events[0].second > kStart &&
                      events[0].condition == mdc::kEventVentricularTachycardia &&
                      events[1].condition == mdc::kEventVentricularFibrillation &&
                      events[2].condition == mdc::kEventVentricularTachycardia &&
                      events[2].second - events[1].second <= 4;
  if (hasRun) {
    events.erase(events.begin() + 2);
    events.erase(events.begin());
  }
  return events;
}

bool hasEcg(const Patient& patient) {
  return channelOf(patient, mdc::kEcgLeadII) < patient.waves.size();
}

}  // namespace

class TestConditionScenarios final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void scenarioIsFoundAndNothingElse_data();
  void scenarioIsFoundAndNothingElse();
  void calmWardIsSilent();
};

void TestConditionScenarios::scenarioIsFoundAndNothingElse_data() {
  QTest::addColumn<Scenario>("scenario");
  QTest::addColumn<quint32>("condition");  // 0: none
  QTest::addColumn<double>("soonest");     // s after the start of the scenario
  QTest::addColumn<double>("latest");
  const auto row = [](const char* name, Scenario scenario, MdcCode condition = {},
                      double soonest = 0, double latest = 0) {
    QTest::newRow(name) << scenario << condition.value << soonest << latest;
  };
  row("asystole", Scenario::Asystole, mdc::kEventAsystole, 4, 7);
  row("ventricular tachycardia", Scenario::VentricularTachycardia,
      mdc::kEventVentricularTachycardia, 1, 4);
  row("ventricular fibrillation", Scenario::VentricularFibrillation,
      mdc::kEventVentricularFibrillation, 3, 7);
  row("apnoea", Scenario::Apnoea, mdc::kEventApnoea, 18, 26);
  row("lead off", Scenario::LeadOff);
  row("artefact", Scenario::Artefact);
  row("tachycardia", Scenario::Tachycardia);
  row("bradycardia", Scenario::Bradycardia);
  row("hypotension", Scenario::Hypotension);
  row("desaturation", Scenario::Desaturation);
}

void TestConditionScenarios::scenarioIsFoundAndNothingElse() {
  QFETCH(Scenario, scenario);
  QFETCH(quint32, condition);
  QFETCH(double, soonest);
  QFETCH(double, latest);
  sources::SimulatedWard ward({.patients = 8, .seed = 5, .events = false, .scenarios = {}});
  for (std::size_t i = 0; i < ward.patients().size(); ++i)
    QVERIFY(ward.startScenario(i, scenario, seconds(kStart), seconds(kLength)).ok());
  WatchedWard watched(ward.patients());
  live(ward, watched, kStart + kLength + 30);
  for (const auto& patient : ward.patients()) {
    const auto events = scenario == Scenario::VentricularFibrillation
                            ? withoutRunBefore(watched.events(patient))
                            : watched.events(patient);
    const auto message = QString::fromStdString(patient.bed + ": ") + described(events);
    if (condition == 0 || !hasEcg(patient)) {
      QVERIFY2(events.empty(), qPrintable(message));
      continue;
    }
    QVERIFY2(events.size() == 2, qPrintable(message));
    QVERIFY2(events[0].condition == MdcCode{condition} && events[0].present, qPrintable(message));
    QVERIFY2(events[0].second >= kStart + soonest && events[0].second <= kStart + latest,
             qPrintable(message));
    QVERIFY2(events[1].condition == MdcCode{condition} && !events[1].present, qPrintable(message));
    QVERIFY2(events[1].second >= kStart + kLength && events[1].second <= kStart + kLength + 15,
             qPrintable(message));
  }
}

void TestConditionScenarios::calmWardIsSilent() {
  sources::SimulatedWard ward({.patients = 8, .seed = 9, .events = false, .scenarios = {}});
  WatchedWard watched(ward.patients());
  live(ward, watched, 300);
  for (const auto& patient : ward.patients())
    QVERIFY2(watched.events(patient).empty(), qPrintable(described(watched.events(patient))));
}

QTEST_APPLESS_MAIN(TestConditionScenarios)
#include "tst_condition_scenarios.moc"
