// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor_server.h"

#include <grpcpp/grpcpp.h>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <latch>
#include <mutex>
#include <thread>

#include "patient_monitor.pb.h"
#include "protocol/directory_codec.h"
#include "protocol/request_codec.h"
#include "protocol/response_decoder.h"
#include "server/fake_source.h"
#include "server/raw_client.h"
#include "vitalwall/v1/directory.grpc.pb.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;
using namespace std::chrono_literals;

namespace {

const RawClient::Metadata kExtended{{"vitalwall-extension", "1"}, {"vitalwall-user", "Ann"}};

/// A ward of which the first patient has a tachycardia, and which gives a lot of waves.
class BusyWard final : public Source {
 public:
  explicit BusyWard(int patients) {
    for (int i = 0; i < patients; ++i)
      m_patients.push_back(patientNamed("patient " + std::to_string(i)));
  }

  std::string_view name() const override { return "busy"; }
  const std::vector<Patient>& patients() const override { return m_patients; }

  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override {
    for (const auto& patient : m_patients) {
      const bool isFirst = &patient == &m_patients.front();
      if (now >= m_nextVitals) sink.onVitals(heartRateOf(patient, isFirst ? 134 : 80, wallNow));
      sink.onWave({patient.id, 0, m_sample, wallNow, std::vector<std::int16_t>(1000, 1)});
    }
    m_sample += 1000;
    if (now >= m_nextVitals) m_nextVitals = now + 1s;
  }

 private:
  std::vector<Patient> m_patients;
  std::uint64_t m_sample = 0;
  SteadyTime m_nextVitals = SteadyTime::min();
};

/// A running server in this process, and its log.
class ServerBench {
 public:
  explicit ServerBench(int patients = 3) {
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(std::make_unique<BusyWard>(patients));
    m_patients = sources[0]->patients();
    m_server = std::make_unique<MonitorServer>(
        MonitorServerOptions{.log = [this](std::string_view line) { keep(line); }},
        std::move(sources), m_clock);
    address = m_server->start().value();
  }

  MonitorServer& server() { return *m_server; }
  const Patient& patient(std::size_t index) const { return m_patients[index]; }

  /// Waits for a log line that contains `part`.
  bool isLogged(const std::string& part) {
    std::unique_lock lock(m_mutex);
    return m_logged.wait_for(lock, 20s, [this, &part] {
      return std::any_of(m_lines.begin(), m_lines.end(), [&part](const std::string& line) {
        return line.find(part) != std::string::npos;
      });
    });
  }

  std::string address;

 private:
  void keep(std::string_view line) {
    const std::lock_guard lock(m_mutex);
    m_lines.emplace_back(line);
    m_logged.notify_all();
  }

  const SystemClock m_clock;
  std::mutex m_mutex;
  std::condition_variable m_logged;
  std::vector<std::string> m_lines;
  std::vector<Patient> m_patients;
  std::unique_ptr<MonitorServer> m_server;
};

std::string request(CommandBody body, CommandId id = {}) {
  return protocol::encodeRequest({id, std::move(body)});
}

std::string subscribeText(const std::string& id) {
  PatientMonitorRequest message;
  message.mutable_subscribe()->set_patient_id(id);
  return message.SerializeAsString();
}

/// Reads until an event of this kind comes; nothing when the stream is over.
template <typename Event>
std::optional<Event> awaitEvent(RawClient& client) {
  while (const auto bytes = client.read()) {
    const auto decoded = protocol::decodeResponse(*bytes, {});
    if (!decoded.ok()) return std::nullopt;
    for (const auto& event : decoded->events)
      if (const auto* found = std::get_if<Event>(&event)) return *found;
  }
  return std::nullopt;
}

PatientStatusResponse awaitStatus(RawClient& client, const std::string& type) {
  PatientStatusResponse message;
  while (const auto bytes = client.read())
    if (message.ParseFromString(*bytes) && message.status_type() == type) return message;
  return {};
}

/// Sanitizers keep freed memory for a while, so resident memory says nothing then.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMemoryTells = false;
#else
constexpr bool kMemoryTells = true;
#endif

/// Resident memory of this process in kB.
long residentMemory() {
  QFile file(QStringLiteral("/proc/self/status"));
  if (!file.open(QIODevice::ReadOnly)) return -1;
  const auto lines = file.readAll().split('\n');
  for (const auto& line : lines)
    if (line.startsWith("VmRSS:")) return line.simplified().split(' ')[1].toLong();
  return -1;
}

}  // namespace

class TestMonitorServer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void conversationOfABaseClient() {
    ServerBench bench;
    RawClient client(bench.address, {{"vitalwall-user", "Ann%20B."}});
    QVERIFY(!client.serverMetadata().contains("vitalwall-extension"));
    const std::string id = bench.patient(0).id.toString();
    QVERIFY(client.write(
        subscribeText('{' + QString::fromStdString(id).toUpper().toStdString() + '}')));
    const auto vitals = awaitStatus(client, "vitals_updated");
    QCOMPARE(vitals.patient_id(), id);
    QVERIFY(vitals.payload().find("\"heartRate\"") != std::string::npos);
    QVERIFY(vitals.timestamp() > 0);
    QVERIFY2(vitals.epoch() == 0 && vitals.updates().empty(), "nothing of the extension");

    RawClient second(bench.address, kExtended);
    QVERIFY(second.write(request(Subscribe{bench.patient(0).id, {}})));
    const auto alert = awaitEvent<Alert>(second);
    QVERIFY(alert);
    PatientMonitorRequest acknowledge;
    acknowledge.mutable_acknowledge()->set_alert_id(alert->id.toString());
    QVERIFY(client.write(acknowledge.SerializeAsString()));
    const auto acknowledged = awaitStatus(client, "alert_acknowledged");
    QVERIFY(acknowledged.payload().find("Ann B.") != std::string::npos);

    client.halfClose();
    QVERIFY(client.finish().ok());
  }

  void pascalStyleOnRequest() {
    ServerBench bench;
    RawClient client(bench.address, {{"vitalwall-json", "pascal"}});
    QVERIFY(client.write(request(Subscribe{bench.patient(0).id, {}})));
    const auto vitals = awaitStatus(client, "vitals_updated");
    QVERIFY(vitals.payload().find("\"HeartRate\"") != std::string::npos);
  }

  void conversationOfAnExtendedStation() {
    ServerBench bench;
    RawClient client(bench.address, kExtended);
    QCOMPARE(client.serverMetadata()["vitalwall-extension"], std::string("1"));
    const CommandId id = CommandId::fromName("1");
    QVERIFY(client.write(request(Subscribe{bench.patient(0).id, {}}, id)));
    const auto end = awaitEvent<SnapshotEnd>(client);
    QVERIFY(end && end->patient == bench.patient(0).id && end->complete);
    QVERIFY(awaitEvent<WaveBlock>(client));
    QVERIFY(awaitEvent<ServerHeartbeat>(client));
    client.halfClose();
    QVERIFY(client.finish().ok());
  }

  void listsItsPatients() {
    ServerBench bench;
    const auto channel = grpc::CreateChannel(bench.address, grpc::InsecureChannelCredentials());
    const auto stub = vitalwall::v1::WardDirectory::NewStub(channel);
    grpc::ClientContext context;
    vitalwall::v1::ListPatientsResponse response;
    QVERIFY(stub->ListPatients(&context, {}, &response).ok());
    const auto patients = protocol::decodeDirectory(response.SerializeAsString());
    QVERIFY(patients.ok());
    QCOMPARE(patients->size(), 3U);
    QCOMPARE(patients->at(2).bed, std::string("Bed 03"));
    QCOMPARE(patients->at(2).waves, bench.patient(2).waves);
  }

  /// The stream goes on after each of these, and the log says what was ignored.
  void ignoredRequests_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("logged");
    const auto row = [](const char* name, const std::string& bytes, const char* logged) {
      QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(logged);
    };
    row("empty oneof", "", "without an action");
    row("unknown fields",
        PatientStatusResponse().SerializeAsString() +
            "\xfa\x01\x03"
            "abc",
        "without an action");
    row("no GUID", subscribeText("Bed 7"), "no GUID: \"Bed 7\"");
    row("a long id that is no GUID", subscribeText(std::string(100'000, 'a')), "no GUID: \"aaaa");
    row("control characters", subscribeText("a\nb"), "no GUID: \"a");
    row("unknown patient", subscribeText(PatientId::fromName("nobody").toString()),
        "unknown patient");
    PatientMonitorRequest acknowledge;
    acknowledge.mutable_acknowledge()->set_alert_id(AlertId::fromName("none").toString());
    row("unknown alert", acknowledge.SerializeAsString(), "an alarm that is not open");
  }

  void ignoredRequests() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, logged);
    ServerBench bench;
    RawClient client(bench.address);
    QVERIFY(client.write(bytes.toStdString()));
    QVERIFY(bench.isLogged(logged.toStdString()));
    QVERIFY(client.write(request(Subscribe{bench.patient(0).id, {}})));
    QVERIFY(awaitEvent<Vitals>(client));
    client.halfClose();
    QVERIFY(client.finish().ok());
  }

  void undecodableBytes() {
    ServerBench bench;
    RawClient client(bench.address);
    QVERIFY(client.write("\x0a\xff\xff"));
    const auto status = client.finish();
    QCOMPARE(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    QVERIFY(status.error_message().find("same contract") != std::string::npos);
    QVERIFY(bench.isLogged("bytes that are no request"));
  }

  void oneMegabyteId() {
    ServerBench bench;
    RawClient client(bench.address);
    client.write(subscribeText(std::string(1024 * 1024, 'a')));
    QCOMPARE(client.finish().error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
    QVERIFY(bench.isLogged("ends"));
  }

  void hundredThousandSubscribes() {
    ServerBench bench;
    RawClient client(bench.address);
    int written = 0;
    while (written < 100'000 && client.write(request(Subscribe{PatientId::random(), {}})))
      ++written;
    QVERIFY2(written < 100'000, "the flood was not stopped");
    const auto status = client.finish();
    QCOMPARE(status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
    QVERIFY(status.error_message().find("at most 1000 patients") != std::string::npos);
    QVERIFY(bench.isLogged("at most 1000 patients"));
    QCOMPARE(bench.server().counters().unknownPatients.load(), 1000U);
  }

  void flappingSubscription() {
    ServerBench bench;
    RawClient client(bench.address, kExtended);
    const PatientId patient = bench.patient(0).id;
    for (int i = 0; i < 500; ++i) {
      QVERIFY(client.write(request(Subscribe{patient, {}})));
      QVERIFY(client.write(request(Unsubscribe{patient})));
    }
    QVERIFY(client.write(request(Subscribe{patient, {}}, CommandId::fromName("last"))));
    QVERIFY(awaitEvent<CommandResult>(client));
    QVERIFY(awaitEvent<WaveBlock>(client));
    client.halfClose();
    QVERIFY(client.finish().ok());
  }

  void halfCloseAtOnce() {
    ServerBench bench;
    RawClient client(bench.address);
    client.halfClose();
    QVERIFY(client.finish().ok());
    QVERIFY(bench.isLogged("ends: OK"));
  }

  void cancelInTheMiddle() {
    ServerBench bench(50);
    for (int round = 0; round < 20; ++round) {
      RawClient client(bench.address, kExtended);
      for (std::size_t i = 0; i < 50; ++i)
        QVERIFY(client.write(request(Subscribe{bench.patient(i).id, {}})));
      client.cancel();
      QCOMPARE(client.finish().error_code(), grpc::StatusCode::CANCELLED);
    }
    RawClient after(bench.address);
    QVERIFY(after.write(request(Subscribe{bench.patient(0).id, {}})));
    QVERIFY(awaitEvent<Vitals>(after));
  }

  /// One station reads nothing at all: its stream ends, the server's memory stays flat, and another
  /// station's data stay on time.
  void readerThatNeverReads() {
    ServerBench bench(50);
    RawClient reader(bench.address, kExtended);
    QVERIFY(reader.write(request(Subscribe{bench.patient(1).id, {}})));
    RawClient sleeper(bench.address, kExtended);
    for (std::size_t i = 0; i < 50; ++i)
      QVERIFY(sleeper.write(request(Subscribe{bench.patient(i).id, {}})));

    QVERIFY(awaitEvent<ServerHeartbeat>(reader));
    const long before = residentMemory();
    long highest = before;
    qint64 longestPause = 0;
    QElapsedTimer sinceBeat;
    sinceBeat.start();
    while (bench.server().counters().slowStreams == 0) {
      QVERIFY(awaitEvent<ServerHeartbeat>(reader));
      longestPause = std::max(longestPause, sinceBeat.restart());
      highest = std::max(highest, residentMemory());
    }
    qInfo("memory grew by %ld kB, longest pause of the other station %lld ms", highest - before,
          longestPause);
    // 2.5 MB/s for 5 s and more would be 12 MB in a queue; gRPC's windows may hold 4 MB twice.
    if (kMemoryTells) QVERIFY(highest - before < 30'000);
    QVERIFY(longestPause < 3000);
    QVERIFY(bench.server().counters().droppedWaveTicks > 0);
    // It wakes up within the grace, and reads why.
    const auto status = sleeper.finish();
    QCOMPARE(status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
    QVERIFY(bench.isLogged("RESOURCE_EXHAUSTED"));
  }

  void stopTellsEveryStream() {
    ServerBench bench;
    constexpr int kClients = 8;
    std::vector<grpc::Status> statuses(kClients);
    {
      std::latch subscribed(kClients);
      std::vector<std::jthread> clients;
      for (auto& status : statuses)
        clients.emplace_back([&bench, &status, &subscribed] {
          RawClient client(bench.address, kExtended);
          client.write(request(Subscribe{bench.patient(0).id, {}}));
          awaitEvent<SnapshotEnd>(client);
          subscribed.count_down();
          status = client.finish();
        });
      subscribed.wait();
      QElapsedTimer timer;
      timer.start();
      bench.server().stop();
      QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }
    for (const auto& status : statuses) {
      QCOMPARE(status.error_code(), grpc::StatusCode::UNAVAILABLE);
      QCOMPARE(status.error_message(), std::string("the server is shutting down"));
    }
    bench.server().stop();
  }

  void healthServiceAnswers() {
    ServerBench bench;
    const auto channel = grpc::CreateChannel(bench.address, grpc::InsecureChannelCredentials());
    grpc::GenericStub stub(channel);
    grpc::ClientContext context;
    grpc::CompletionQueue queue;
    const grpc::Slice nothing;
    const grpc::ByteBuffer request(&nothing, 1);
    const auto call =
        stub.PrepareUnaryCall(&context, "/grpc.health.v1.Health/Check", request, &queue);
    grpc::ByteBuffer response;
    grpc::Status status;
    call->StartCall();
    call->Finish(&response, &status, this);
    void* tag = nullptr;
    bool ok = false;
    QVERIFY(queue.Next(&tag, &ok));
    QVERIFY2(status.ok(), status.error_message().c_str());
    std::vector<grpc::Slice> slices;
    QVERIFY(response.Dump(&slices).ok());
    QCOMPARE(std::string(slices[0].begin(), slices[0].end()), std::string("\x08\x01"));  // SERVING
  }

  void portThatIsTaken() {
    ServerBench bench;
    const SystemClock clock;
    MonitorServer second({.listen = bench.address, .log = {}}, {}, clock);
    const auto bound = second.start();
    QVERIFY(absl::IsUnavailable(bound.status()));
    QVERIFY(std::string(bound.status().message()).find(bench.address) != std::string::npos);
  }

  void addressThatIsRefused() {
    const SystemClock clock;
    MonitorServer server({.listen = "0.0.0.0:0", .log = {}}, {}, clock);
    QVERIFY(absl::IsInvalidArgument(server.start().status()));
  }
};

QTEST_GUILESS_MAIN(TestMonitorServer)
#include "tst_monitor_server.moc"
