// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTest>
#include <future>

#include "health.grpc.pb.h"
#include "server/server_bench.h"

using namespace vitalwall::test;
using grpc::health::v1::Health;
using grpc::health::v1::HealthCheckResponse;

namespace {

using Answers = std::vector<HealthCheckResponse::ServingStatus>;

std::unique_ptr<Health::Stub> stubFor(const std::string& address) {
  return Health::NewStub(grpc::CreateChannel(address, grpc::InsecureChannelCredentials()));
}

/// All answers of one Watch, until it ends or says NOT_SERVING.
Answers watch(const std::string& address, std::promise<void> firstAnswer) {
  const auto stub = stubFor(address);
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
  const auto reader = stub->Watch(&context, {});
  Answers answers;
  HealthCheckResponse answer;
  while (reader->Read(&answer)) {
    answers.push_back(answer.status());
    if (answers.size() == 1) firstAnswer.set_value();
    if (answer.status() == HealthCheckResponse::NOT_SERVING) context.TryCancel();
  }
  if (answers.empty()) firstAnswer.set_value();
  return answers;
}

}  // namespace

/// What a load balancer or a supervisor learns of the server, by gRPC's own health protocol.
class TestHealth : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void servesWhileItRuns() {
    const ServerBench bench;
    grpc::ClientContext context;
    HealthCheckResponse answer;
    QVERIFY(stubFor(bench.address)->Check(&context, {}, &answer).ok());
    QCOMPARE(answer.status(), HealthCheckResponse::SERVING);
  }

  void saysSoBeforeItStops() {
    ServerBench bench;
    std::promise<void> firstAnswer;
    auto isWatched = firstAnswer.get_future();
    auto answers = std::async(std::launch::async, watch, bench.address, std::move(firstAnswer));
    isWatched.wait();
    QElapsedTimer timer;
    timer.start();
    bench.monitorServer().stop();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(answers.get(),
             Answers({HealthCheckResponse::SERVING, HealthCheckResponse::NOT_SERVING}));
  }
};

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
