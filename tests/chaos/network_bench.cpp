// SPDX-License-Identifier: GPL-3.0-or-later
#include "chaos/network_bench.h"

#include <QRegularExpression>

#include "storage/alarm_record.h"
#include "support/undelayed_rules.h"

namespace vitalwall::test {
namespace {

using namespace std::chrono_literals;

constexpr double kHealthy = 72;
constexpr double kTachycardia = 150;
/// A patient with an ECG, in a bed of the ward.
Patient patientOf(int bed) {
  const auto name = "bed " + std::to_string(bed);
  const WaveChannel ecg{mdc::kEcgLeadII, "II", Unit::MilliVolt, 6000, 0.001, 0, -1, 1};
  return {PatientId::fromName(name), name, name, AgeGroup::Adult, {ecg}, {mdc::kHeartRate}};
}

constexpr std::size_t kBlock = 240;  ///< samples of an ECG, every 40 ms

/// Beds with an ECG and vitals every 100 ms; the first one's heart rate is the test's.
class Beds final : public Source {
 public:
  Beds(int count, const std::atomic<double>& heartRate) : m_heartRate(heartRate) {
    for (int bed = 0; bed < count; ++bed) m_patients.push_back(patientOf(bed));
  }

  std::string_view name() const override { return "beds"; }
  const std::vector<Patient>& patients() const override { return m_patients; }
  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override {
    for (const auto& patient : m_patients)
      sink.onWave({patient.id, 0, m_sample, wallNow, std::vector<std::int16_t>(kBlock, 1)});
    m_sample += kBlock;
    if (now < m_nextAt) return;
    m_nextAt = now + 100ms;
    for (const auto& patient : m_patients) sink.onVitals(vitalsOf(patient, wallNow));
  }

 private:
  Vitals vitalsOf(const Patient& patient, WallTime now) const {
    const double rate = &patient == &m_patients.front() ? m_heartRate.load() : kHealthy;
    return {patient.id, now, {{mdc::kHeartRate, Unit::BeatPerMinute, rate, Validity::Valid, now}}};
  }

  const std::atomic<double>& m_heartRate;
  std::vector<Patient> m_patients;
  std::uint64_t m_sample = 0;
  SteadyTime m_nextAt{};
};

}  // namespace

NetworkBench::NetworkBench() : m_heartRate(kHealthy) {
  std::vector<std::unique_ptr<Source>> sources;
  sources.push_back(std::make_unique<Beds>(kBeds, m_heartRate));
  m_server = std::make_unique<server::MonitorServer>(
      server::MonitorServerOptions{
          .rules = undelayedRules(), .record = storage::openMemoryRecord, .log = {}},
      std::move(sources), m_clock);
  m_address = m_server->start().value_or(std::string());
}

NetworkBench::~NetworkBench() {
  m_station.reset();
}

void NetworkBench::startStation(const std::string& address) {
  m_station = std::make_unique<integration::Station>(QString::fromStdString(address), "Ana Ruiz");
}

void NetworkBench::setTachycardia(bool high) {
  m_heartRate = high ? kTachycardia : kHealthy;
}

bool NetworkBench::isComplete() const {
  return m_station->isLive() && m_station->ward().beds().rowCount() == kBeds &&
         m_station->snapshotEnds() >= kBeds;
}

int NetworkBench::openStreams() const {
  const auto text = QString::fromStdString(m_server->metrics());
  const QRegularExpression line(QStringLiteral("^vitalwall_open_streams (\\d+)"),
                                QRegularExpression::MultilineOption);
  return line.match(text).captured(1).toInt();
}

bool NetworkBench::isFresh() const {
  const auto& bed = m_station->ward().beds().bed(0);
  const auto rule = m_station->ward().link().freshnessRule();
  return bed.vitals && bed.freshnessOf(bed.vitals->numerics.front(), rule, m_clock.steadyNow()) <=
                           models::Freshness::Aged;
}

std::optional<std::string> NetworkBench::acknowledgedBy(AlertId alert) const {
  const auto& alarms = m_station->ward().alarms();
  const int row = alarms.rowOf(alert);
  if (row < 0 || !alarms.row(row).alert.acknowledged) return std::nullopt;
  return alarms.row(row).alert.acknowledged->by;
}

}  // namespace vitalwall::test
