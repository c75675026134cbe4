// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor_server.h"

#include <grpcpp/grpcpp.h>
#include <QElapsedTimer>
#include <QTest>
#include <latch>
#include <thread>

#include "protocol/directory_codec.h"
#include "server/server_bench.h"
#include "vitalwall/v1/directory.grpc.pb.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;

namespace {

PatientStatusResponse awaitStatus(RawClient& client, const std::string& type) {
  PatientStatusResponse message;
  while (const auto bytes = client.read())
    if (message.ParseFromString(*bytes) && message.status_type() == type) return message;
  return {};
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
      bench.monitorServer().stop();
      QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }
    for (const auto& status : statuses) {
      QCOMPARE(status.error_code(), grpc::StatusCode::UNAVAILABLE);
      QCOMPARE(status.error_message(), std::string("the server is shutting down"));
    }
    bench.monitorServer().stop();
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
