// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <atomic>
#include <set>

#include "server/monitor_server.h"
#include "session/client_thread.h"
#include "storage/alarm_record.h"
#include "support/queued_values.h"
#include "support/undelayed_rules.h"

using namespace vitalwall;
using namespace std::chrono_literals;
using session::ClientThread;
using session::CommandProgress;
using session::CommandStage;
using session::ConnectionStatus;
using session::LinkState;
using session::MonitorClient;
using test::QueuedValues;

namespace {
/// Two beds whose heart rate the test sets; vitals every 100 ms.
class TwoBeds final : public Source {
 public:
  explicit TwoBeds(const std::atomic<double>& heartRate) : m_heartRate(heartRate) {
    for (const char* name : {"Anna", "Bela"})
      m_patients.push_back(
          {PatientId::fromName(name), name, name, AgeGroup::Adult, {}, {mdc::kHeartRate}});
  }
  std::string_view name() const override { return "two beds"; }
  const std::vector<Patient>& patients() const override { return m_patients; }
  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override {
    if (now < m_nextAt) return;
    m_nextAt = now + 100ms;
    for (const auto& patient : m_patients)
      sink.onVitals(
          {patient.id,
           wallNow,
           {{mdc::kHeartRate, Unit::BeatPerMinute, m_heartRate.load(), Validity::Valid, wallNow}}});
  }

 private:
  const std::atomic<double>& m_heartRate;
  std::vector<Patient> m_patients;
  SteadyTime m_nextAt{};
};

/// Patience with a machine that does much else.
constexpr int kPatience = 20'000;
constexpr double kHealthy = 72;
constexpr double kTachycardia = 150;

/// The server, a station's client on it, and all that the client says.
class Ward {
 public:
  Ward() { startServer("127.0.0.1:0"); }

  void startServer(const std::string& listen) {
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(std::make_unique<TwoBeds>(m_heartRate));
    m_server = std::make_unique<server::MonitorServer>(
        server::MonitorServerOptions{.listen = listen,
                                     .rules = test::undelayedRules(),
                                     .record = storage::openMemoryRecord,
                                     .log = {}},
        std::move(sources), m_clock);
    m_address = m_server->start().value_or(std::string());
  }
  void stopServer() { m_server.reset(); }
  const std::string& address() const { return m_address; }
  void setHeartRate(double value) { m_heartRate = value; }

  session::ClientOptions options() const {
    session::ClientOptions options;
    options.servers = {m_address};
    options.user = "Dr. Weber";
    options.station = "ICU desk";
    return options;
  }

 private:
  SystemClock m_clock;
  std::atomic<double> m_heartRate = kHealthy;
  std::unique_ptr<server::MonitorServer> m_server;
  std::string m_address;
};

bool reaches(const QueuedValues<ConnectionStatus>& statuses, LinkState state) {
  return QTest::qWaitFor([&] { return !statuses.isEmpty() && statuses.last().state == state; },
                         kPatience);
}
}  // namespace

/// The station's client against the product's own server, over a real connection.
class TestClientAndServer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void seesTheWard();
  void acknowledgesAnAlarm();
  void comesBackAfterARestart();
};

void TestClientAndServer::seesTheWard() {
  Ward ward;
  ClientThread client(ward.options());
  QueuedValues statuses(client.client(), &MonitorClient::statusChanged);
  QueuedValues lists(client.client(), &MonitorClient::patientsListed);
  QueuedValues ends(client.client(), &MonitorClient::snapshotEnded);
  client.start();
  QVERIFY(reaches(statuses, LinkState::Live));
  const auto status = statuses.last();
  QVERIFY(status.extended && status.hasDirectory);
  QCOMPARE(lists.last().size(), std::size_t(2));
  QCOMPARE(ends.size(), std::size_t(2));
  std::set<PatientId> heard;
  const auto hearsBoth = [&] {
    for (const auto& one : client.mailbox()->take().vitals) heard.insert(one.vitals.patient);
    return heard.size() == 2;
  };
  QTRY_VERIFY_WITH_TIMEOUT(hearsBoth(), kPatience);
}

void TestClientAndServer::acknowledgesAnAlarm() {
  Ward ward;
  ClientThread client(ward.options());
  QueuedValues statuses(client.client(), &MonitorClient::statusChanged);
  QueuedValues alerts(client.client(), &MonitorClient::alertReceived);
  QueuedValues progress(client.client(), &MonitorClient::commandProgressed);
  client.start();
  QVERIFY(reaches(statuses, LinkState::Live));
  ward.setHeartRate(kTachycardia);
  QTRY_VERIFY_WITH_TIMEOUT(!alerts.isEmpty(), kPatience);
  const auto alert = alerts.last();
  QVERIFY(alert.needsAttention());

  const auto id = client.writer().acknowledge(alert.id);
  QTRY_COMPARE_WITH_TIMEOUT(progress.size(), std::size_t(2), kPatience);
  const auto last = progress.last();
  QCOMPARE(last.command.id, id);
  QVERIFY2(last.stage == CommandStage::Confirmed, qPrintable(last.sentence));
  QTRY_VERIFY_WITH_TIMEOUT(alerts.last().acknowledged.has_value(), kPatience);
  QCOMPARE(alerts.last().acknowledged->by, std::string("Dr. Weber"));
}

void TestClientAndServer::comesBackAfterARestart() {
  Ward ward;
  ClientThread client(ward.options());
  QueuedValues statuses(client.client(), &MonitorClient::statusChanged);
  QueuedValues ends(client.client(), &MonitorClient::snapshotEnded);
  client.start();
  QVERIFY(reaches(statuses, LinkState::Live));
  ward.stopServer();
  QVERIFY(reaches(statuses, LinkState::Backoff));
  ends.clear();
  ward.startServer(ward.address());
  QVERIFY(reaches(statuses, LinkState::Live));
  QCOMPARE(ends.size(), std::size_t(2));
  for (const auto& end : ends.all()) QVERIFY(end.complete);
}

QTEST_GUILESS_MAIN(TestClientAndServer)
#include "tst_client_and_server.moc"
