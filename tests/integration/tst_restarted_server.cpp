// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <atomic>

#include "apps/vitalwall/station_sound.h"
#include "integration/line_process.h"
#include "integration/station.h"
#include "server/monitor_server.h"
#include "sound/fake_output.h"
#include "storage/alarm_record.h"
#include "support/undelayed_rules.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::integration;

namespace {

#define VERIFY_SOON(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, LineProcess::kPatienceMs)

constexpr double kHealthy = 72;
constexpr double kTachycardia = 150;
const PatientId kAnna = PatientId::fromName("Anna");
const OrderId kHeparin = OrderId::fromName("Heparin");

/// Anna, whose heart rate and orders the test sets; vitals every 100 ms.
class OneBed final : public Source {
 public:
  OneBed(const std::atomic<double>& heartRate, std::vector<Order> orders)
      : m_heartRate(heartRate), m_orders(std::move(orders)) {}

  std::string_view name() const override { return "one bed"; }
  const std::vector<Patient>& patients() const override { return m_patients; }
  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override {
    for (const auto& order : std::exchange(m_orders, {})) sink.onOrder(order);
    if (now < m_nextAt) return;
    m_nextAt = now + 100ms;
    sink.onVitals(
        {kAnna,
         wallNow,
         {{mdc::kHeartRate, Unit::BeatPerMinute, m_heartRate.load(), Validity::Valid, wallNow}}});
  }

 private:
  const std::atomic<double>& m_heartRate;
  std::vector<Order> m_orders;
  const std::vector<Patient> m_patients{
      {kAnna, "Anna", "Anna", AgeGroup::Adult, {}, {mdc::kHeartRate}}};
  SteadyTime m_nextAt{};
};

/// A station with a loudspeaker that the test listens to.
class LoudStation {
 public:
  explicit LoudStation(const std::string& server)
      : m_station(QString::fromStdString(server), "Ana Ruiz") {
    auto output = std::make_unique<test::FakeOutput>();
    output->playOn();
    m_output = output.get();
    m_sound = std::make_unique<station::StationSound>(m_station.ward(), std::move(output),
                                                      std::make_unique<sound::MixerWatch>(),
                                                      std::make_shared<SystemClock>());
  }

  Station& station() { return m_station; }

  /// Bursts begun for all that the station knows now.
  std::size_t bursts() const {
    std::size_t count = 0;
    QCoreApplication::processEvents();  // the sounder is told what has come
    QMetaObject::invokeMethod(
        m_output, [&] { count = m_output->played().size(); }, Qt::BlockingQueuedConnection);
    return count;
  }

 private:
  Station m_station;
  test::FakeOutput* m_output;  ///< lives in the sound's thread
  std::unique_ptr<station::StationSound> m_sound;
};

}  // namespace

/// What a server that is started again on its record tells a station, and what that lets sound.
class TestRestartedServer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_folder.emplace();
    m_heartRate = kTachycardia;
    m_address = "127.0.0.1:0";
    startServer({{.id = kHeparin,
                  .patient = kAnna,
                  .description = "Heparin 5000 IU s.c.",
                  .status = OrderStatus::OnHold,
                  .changedBy = "Dr. Weber",
                  .changedAt = m_clock.wallNow()}});
  }
  void cleanup() { m_server.reset(); }

  void acknowledgedAlarmSoundsNoMore() {
    const auto alert = acknowledgedAlarm();
    restart();
    LoudStation after(m_address);
    VERIFY_SOON(after.station().snapshotEnds() == 1);
    const auto* alarm = after.station().alarm();
    QVERIFY(alarm);
    QCOMPARE(alarm->alert, alert);
    QCOMPARE(after.bursts(), std::size_t{0});
  }

  void unansweredAlarmSoundsAgain() {
    {
      LoudStation before(m_address);
      VERIFY_SOON(before.station().alarm());
    }
    restart();
    LoudStation after(m_address);
    VERIFY_SOON(after.bursts() > 0);
  }

  void nextEpisodeOfAnAcknowledgedAlarmSounds() {
    const auto alert = acknowledgedAlarm();
    restart();
    LoudStation after(m_address);
    VERIFY_SOON(after.station().alarm());
    m_heartRate = kHealthy;
    VERIFY_SOON(!after.station().alarm());
    QCOMPARE(after.bursts(), std::size_t{0});
    m_heartRate = kTachycardia;
    VERIFY_SOON(after.bursts() > 0);
    QVERIFY(after.station().alarm()->alert.id != alert.id);
  }

  void ordersAreKept() {
    restart();
    Station after(QString::fromStdString(m_address), "Ana Ruiz");
    VERIFY_SOON(after.snapshotEnds() == 1);
    const auto& orders = after.ward().orders();
    QCOMPARE(orders.rowCount(), 1);
    QCOMPARE(orders.order(0).id, kHeparin);
    QCOMPARE(orders.order(0).status, OrderStatus::OnHold);
    QCOMPARE(orders.order(0).changedBy, std::string("Dr. Weber"));
  }

 private:
  void startServer(std::vector<Order> orders) {
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(std::make_unique<OneBed>(m_heartRate, std::move(orders)));
    const auto open = [folder = m_folder->path().toStdString(), this] {
      return storage::openRecord(folder, m_clock);
    };
    m_server = std::make_unique<server::MonitorServer>(
        server::MonitorServerOptions{
            .listen = m_address, .rules = test::undelayedRules(), .record = open, .log = {}},
        std::move(sources), m_clock);
    m_address = m_server->start().value_or(std::string());
  }

  /// The next server finds the orders only in the record.
  void restart() {
    m_server.reset();
    startServer({});
  }

  /// Anna's alarm once it has sounded and been acknowledged, as the server tells it; a default one
  /// if it never came to that.
  Alert acknowledgedAlarm() {
    LoudStation station(m_address);
    const auto* alarm =
        QTest::qWaitFor([&] { return station.bursts() > 0; }, LineProcess::kPatienceMs)
            ? station.station().alarm()
            : nullptr;
    if (!alarm) return {};
    const auto id = alarm->alert.id;
    station.station().writer().acknowledge(id);
    const auto& alarms = station.station().ward().alarms();
    const auto isAcknowledged = [&] {
      return alarms.rowOf(id) >= 0 && alarms.row(alarms.rowOf(id)).alert.acknowledged.has_value();
    };
    if (!QTest::qWaitFor(isAcknowledged, LineProcess::kPatienceMs)) return {};
    return alarms.row(alarms.rowOf(id)).alert;
  }

  SystemClock m_clock;
  std::optional<QTemporaryDir> m_folder;
  std::atomic<double> m_heartRate = kTachycardia;
  std::unique_ptr<server::MonitorServer> m_server;
  std::string m_address;
};

QTEST_GUILESS_MAIN(TestRestartedServer)
#include "tst_restarted_server.moc"
