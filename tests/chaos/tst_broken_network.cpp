// SPDX-License-Identifier: GPL-3.0-or-later
// A real station and a real server with a bad network between them: cut, silent in one direction or
// both, far away, narrow.
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <atomic>

#include "chaos/tcp_proxy.h"
#include "integration/line_process.h"
#include "integration/station.h"
#include "server/monitor_server.h"
#include "storage/alarm_record.h"
#include "support/undelayed_rules.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::integration;
using test::Road;

namespace {

#define VERIFY_SOON(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, LineProcess::kPatienceMs)

constexpr double kHealthy = 72;
constexpr double kTachycardia = 150;
constexpr Road kBlocked{.isBlocked = true};

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

class TestBrokenNetwork : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_heartRate = kHealthy;
    m_server = startServer();
    m_proxy.emplace(m_address);
    m_station = std::make_unique<Station>(QString::fromStdString(m_proxy->address()), "Ana Ruiz");
    VERIFY_SOON(m_station->isLive() && m_station->snapshotEnds() == kBeds);
  }
  void cleanup() {
    m_station.reset();
    m_proxy.reset();
    m_server.reset();
  }

  void silenceIsToldInTime_data() {
    QTest::addColumn<bool>("up");
    QTest::addColumn<bool>("down");
    QTest::newRow("both ways") << true << true;
    QTest::newRow("to the server") << true << false;
    QTest::newRow("to the station") << false << true;
  }
  void silenceIsToldInTime() {
    QFETCH(const bool, up);
    QFETCH(const bool, down);
    QElapsedTimer timer;
    timer.start();
    if (up) m_proxy->setUp(kBlocked);
    if (down) m_proxy->setDown(kBlocked);
    VERIFY_SOON(!m_station->isLive());
    VERIFY_SOON(openStreams() == 0);
    qInfo("both sides knew after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() <= 3500);

    m_proxy->setBoth({});
    VERIFY_SOON(m_station->isLive());
    QVERIFY(m_station->ward().beds().rowCount() == kBeds);
  }

  void valuesAreMarkedWithinThreeSeconds() {
    m_proxy->setDown(kBlocked);
    QElapsedTimer timer;
    timer.start();
    VERIFY_SOON(!isFresh());
    qInfo("the value was marked after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() <= 3300);  // 3 s of age, and a look every 20 ms on a busy machine
  }

  void acknowledgeIsPendingUntilTheNetworkIsBack() {
    m_heartRate = kTachycardia;
    VERIFY_SOON(m_station->alarm());
    const auto alert = m_station->alarm()->alert.id;
    m_proxy->setUp(kBlocked);
    m_station->writer().acknowledge(alert);
    VERIFY_SOON(!m_station->isLive());
    QVERIFY(!acknowledgedBy(alert));
    m_proxy->setBoth({});
    VERIFY_SOON(acknowledgedBy(alert) == std::string("Ana Ruiz"));
  }

  void cutsLoseAndDoubleNothing() {
    const int cuts = cutCount();
    for (int cut = 0; cut < cuts; ++cut) {
      m_heartRate = cut % 2 == 0 ? kTachycardia : kHealthy;
      const auto before = m_station->samples();
      m_proxy->reset();
      VERIFY_SOON(m_station->samples() > before && m_station->isLive());
      VERIFY_SOON(m_station->ward().alarms().rowCount() == (cut % 2 == 0 ? 1 : 0));
    }
    QCOMPARE(m_station->revisionsGoneBack(), 0);
    QVERIFY(m_proxy->connections() > cuts);
  }

  void farServerIsOnlyLate() {
    m_proxy->setBoth({.delay = 200ms});
    QElapsedTimer timer;
    timer.start();
    m_heartRate = kTachycardia;
    VERIFY_SOON(m_station->alarm());
    qInfo("the alarm came after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() <= 1000);
    QVERIFY(m_station->isLive());
  }

  /// 1 Mbit/s carries two thirds of the waves: what is left out is data that is newer a moment
  /// later, never an alarm.
  void narrowNetworkDeliversTheAlarm() {
    m_proxy->setDown({.bytesPerSecond = 125'000});
    const auto before = m_station->samples();
    VERIFY_SOON(m_station->samples() > before + 500'000);
    QElapsedTimer timer;
    timer.start();
    m_heartRate = kTachycardia;
    VERIFY_SOON(m_station->alarm());
    qInfo("the alarm came after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() <= 3000);
    m_proxy->setBoth({});
    VERIFY_SOON(m_station->isLive() && isFresh());
  }

 private:
  static constexpr int kBeds = 16;

  static int cutCount() { return qEnvironmentVariableIsSet("VITALWALL_CHAOS_CYCLES") ? 1000 : 30; }

  std::unique_ptr<server::MonitorServer> startServer() {
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(std::make_unique<Beds>(kBeds, m_heartRate));
    auto server = std::make_unique<server::MonitorServer>(
        server::MonitorServerOptions{
            .rules = test::undelayedRules(), .record = storage::openMemoryRecord, .log = {}},
        std::move(sources), m_clock);
    m_address = server->start().value_or(std::string());
    return server;
  }

  /// As the server's metrics say.
  int openStreams() const {
    const auto text = QString::fromStdString(m_server->metrics());
    const QRegularExpression line(QStringLiteral("^vitalwall_open_streams (\\d+)"),
                                  QRegularExpression::MultilineOption);
    return line.match(text).captured(1).toInt();
  }

  bool isFresh() const {
    const auto& bed = m_station->ward().beds().bed(0);
    const auto rule = m_station->ward().link().freshnessRule();
    return bed.vitals && bed.freshnessOf(bed.vitals->numerics.front(), rule, m_clock.steadyNow()) <=
                             models::Freshness::Aged;
  }

  std::optional<std::string> acknowledgedBy(AlertId alert) const {
    const auto& alarms = m_station->ward().alarms();
    const int row = alarms.rowOf(alert);
    if (row < 0 || !alarms.row(row).alert.acknowledged) return std::nullopt;
    return alarms.row(row).alert.acknowledged->by;
  }

  const SystemClock m_clock;
  std::atomic<double> m_heartRate = kHealthy;
  std::string m_address;
  std::unique_ptr<server::MonitorServer> m_server;
  std::optional<test::TcpProxy> m_proxy;
  std::unique_ptr<Station> m_station;
};

QTEST_GUILESS_MAIN(TestBrokenNetwork)
#include "tst_broken_network.moc"
