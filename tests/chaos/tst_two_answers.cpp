// SPDX-License-Identifier: GPL-3.0-or-later
// 2,000 alarms, each acknowledged by two stations at once: one of them wins, the other is told who
// was first.
#include <QTest>
#include <array>
#include <future>
#include <map>
#include <set>

#include "server/server_bench.h"

using namespace vitalwall;
using namespace vitalwall::test;

namespace {

constexpr int kAlarms = 2000;
/// Requests under way; more would wait in the network while nobody reads the answers.
constexpr std::size_t kWindow = 100;

/// Crossed limits of one patient.
struct Crossing {
  MdcCode code;
  Unit unit;
  double value;
};
constexpr std::array kCrossings = {
    Crossing{mdc::kHeartRate, Unit::BeatPerMinute, 134},
    Crossing{mdc::kSpO2, Unit::Percent, 86},
    Crossing{mdc::kRespiratoryRate, Unit::BreathPerMinute, 33},
    Crossing{mdc::kArterialSystolic, Unit::MillimetreOfMercury, 170},
    Crossing{mdc::kArterialDiastolic, Unit::MillimetreOfMercury, 95},
    Crossing{mdc::kArterialMean, Unit::MillimetreOfMercury, 120},
    Crossing{mdc::kNibpSystolic, Unit::MillimetreOfMercury, 170},
    Crossing{mdc::kTemperature, Unit::DegreeCelsius, 39.5},
};

/// Patients of whom everything is beyond its limit from the first moment.
class AlarmedWard final : public Source {
 public:
  AlarmedWard() {
    for (std::size_t i = 0; i < kAlarms / kCrossings.size(); ++i)
      m_patients.push_back(patientNamed("patient " + std::to_string(i)));
  }

  std::string_view name() const override { return "alarmed"; }
  const std::vector<Patient>& patients() const override { return m_patients; }
  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override {
    if (now < m_nextVitals) return;
    m_nextVitals = now + std::chrono::seconds(2);
    for (const auto& patient : m_patients) sink.onVitals(vitalsOf(patient, wallNow));
  }

 private:
  static Vitals vitalsOf(const Patient& patient, WallTime at) {
    Vitals vitals{patient.id, at, {}};
    for (const auto& [code, unit, value] : kCrossings)
      vitals.numerics.push_back({code, unit, value, Validity::Valid, at});
    return vitals;
  }

  std::vector<Patient> m_patients;
  SteadyTime m_nextVitals = SteadyTime::min();
};

using Answers = std::map<AlertId, CommandResult>;

/// Acknowledges all `alerts` as `person` and returns what was answered.
Answers answerAll(const std::string& address, const std::vector<AlertId>& alerts,
                  const std::string& person) {
  RawClient client(address, {{"vitalwall-extension", "1"}, {"vitalwall-user", person}});
  std::map<CommandId, AlertId> underWay;
  Answers answers;
  for (std::size_t next = 0; answers.size() < alerts.size();) {
    for (; next < alerts.size() && underWay.size() < kWindow; ++next) {
      const auto id = CommandId::random();
      underWay.emplace(id, alerts[next]);
      if (!client.write(request(Acknowledge{alerts[next], {}}, id))) return answers;
    }
    const auto result = awaitEvent<CommandResult>(client);
    if (!result) return answers;
    if (const auto known = underWay.extract(result->id)) answers.emplace(known.mapped(), *result);
  }
  return answers;
}

}  // namespace

class TestTwoAnswers : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void oneWinsAndTheOtherIsTold() {
    const SystemClock clock;
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(std::make_unique<AlarmedWard>());
    const auto patients = sources[0]->patients();
    server::MonitorServer server(
        {.rules = undelayedRules(), .record = storage::openMemoryRecord, .log = {}},
        std::move(sources), clock);
    const std::string address = server.start().value();
    const auto alerts = raisedAlerts(address, patients);
    QCOMPARE(alerts.size(), static_cast<std::size_t>(kAlarms));

    auto ann = std::async(std::launch::async, answerAll, address, alerts, "Ann");
    const Answers ben = answerAll(address, alerts, "Ben");
    judge(ann.get(), ben);
  }

 private:
  static std::vector<AlertId> raisedAlerts(const std::string& address,
                                           const std::vector<Patient>& patients) {
    RawClient client(address, kExtended);
    std::set<AlertId> alerts;
    for (std::size_t i = 0; i < patients.size();) {
      client.write(request(Subscribe{patients[i].id, {}}, CommandId::random()));
      if (!readSnapshot(client, alerts)) break;
      // Again while the alarms of the first moment are still being recorded.
      if (alerts.size() >= (i + 1) * kCrossings.size()) ++i;
    }
    return {alerts.begin(), alerts.end()};
  }

  /// Adds the limit alarms of a patient's snapshot. False when the stream is over.
  static bool readSnapshot(RawClient& client, std::set<AlertId>& alerts) {
    while (const auto bytes = client.read()) {
      const auto decoded = protocol::decodeResponse(*bytes, {});
      if (!decoded.ok()) return false;
      for (const auto& event : decoded->events) {
        const auto* alert = std::get_if<Alert>(&event);
        if (alert && isCrossing(*alert)) alerts.insert(alert->id);
        if (std::holds_alternative<SnapshotEnd>(event)) return true;
      }
    }
    return false;
  }

  static bool isCrossing(const Alert& alert) {
    return alert.condition == mdc::kEventHigh || alert.condition == mdc::kEventLow;
  }

  /// A busy disk may be late; the acknowledgement holds all the same.
  static bool hasWon(const CommandResult& result) {
    return result.outcome == CommandOutcome::Ok || result.outcome == CommandOutcome::NotRecorded;
  }

  static void judge(const Answers& ann, const Answers& ben) {
    QCOMPARE(ann.size(), static_cast<std::size_t>(kAlarms));
    QCOMPARE(ben.size(), static_cast<std::size_t>(kAlarms));
    int annFirst = 0;
    for (const auto& [alert, ofAnn] : ann) {
      const CommandResult& ofBen = ben.at(alert);
      const bool annWon = hasWon(ofAnn);
      annFirst += annWon;
      const CommandResult& loser = annWon ? ofBen : ofAnn;
      QVERIFY2(hasWon(annWon ? ofAnn : ofBen), (ofAnn.message + " / " + ofBen.message).c_str());
      QCOMPARE(loser.outcome, CommandOutcome::AlreadyDone);
      QCOMPARE(loser.by, std::string(annWon ? "Ann" : "Ben"));
    }
    qInfo("Ann was first %d times, Ben %d times", annFirst, kAlarms - annFirst);
  }
};

QTEST_GUILESS_MAIN(TestTwoAnswers)
#include "tst_two_answers.moc"
