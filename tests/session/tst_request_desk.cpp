// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <atomic>
#include <map>
#include <set>
#include <thread>

#include "protocol/request_codec.h"
#include "session/desk_observer.h"
#include "session/request_desk.h"
#include "session/request_writer.h"
#include "support/fake_stream.h"
#include "support/manual_clock.h"

using namespace vitalwall;
using session::CommandProgress;
using session::CommandStage;
using session::RequestDesk;
using session::RequestWriter;
using test::FakeStream;

namespace {
/// A desk whose reports are counted.
struct Desk {
  std::mutex mutex;
  std::map<CommandStage, int> stages;
  int notices = 0;
  std::shared_ptr<test::ManualClock> clock = std::make_shared<test::ManualClock>();
  std::shared_ptr<RequestDesk> desk =
      std::make_shared<RequestDesk>(clock, session::CommandTimes{},
                                    session::DeskReports{[this](const CommandProgress& progress) {
                                                           const std::scoped_lock lock(mutex);
                                                           ++stages[progress.stage];
                                                         },
                                                         [this](const Notice&) { ++notices; }});
  RequestWriter writer{desk};
};

std::shared_ptr<FakeStream> attachTo(RequestDesk& desk) {
  auto stream = std::make_shared<FakeStream>();
  stream->start(std::make_shared<test::DeskObserver>(desk));
  desk.attach(stream);
  return stream;
}

PatientId patientOf(int number) {
  return PatientId::fromName(std::to_string(number));
}

Command commandOf(const std::string& bytes) {
  return std::get<Command>(*protocol::decodeRequest(bytes));
}

/// Who is watched after a server has followed all requests.
std::set<PatientId> followed(const FakeStream& stream) {
  std::set<PatientId> patients;
  for (const auto& bytes : stream.writes()) {
    const auto command = commandOf(bytes);
    if (const auto* subscribe = std::get_if<Subscribe>(&command.body))
      patients.insert(subscribe->patient);
    if (const auto* unsubscribe = std::get_if<Unsubscribe>(&command.body))
      patients.erase(unsubscribe->patient);
  }
  return patients;
}
}  // namespace

class TestRequestDesk : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void subscribesEachPatientOnce();
  void refusesMoreThanAServerTakes();
  void saysWhenTheStreamIsStuck();
  void failsCommandsAfterClosing();
  void servesWritersOfManyThreads();
  void keepsItsWordOverReconnections();
};

void TestRequestDesk::subscribesEachPatientOnce() {
  Desk desk;
  desk.writer.watch(patientOf(1));
  const auto stream = attachTo(*desk.desk);
  desk.writer.watch(patientOf(1));
  desk.writer.watch(patientOf(2));
  desk.writer.unwatch(patientOf(3));
  stream->finishAllWrites();
  QCOMPARE(stream->writes().size(), std::size_t(2));
  QCOMPARE(followed(*stream), (std::set{patientOf(1), patientOf(2)}));
}

void TestRequestDesk::refusesMoreThanAServerTakes() {
  Desk desk;
  for (int number = 0; number < int(RequestDesk::kMaxWatched) + 3; ++number)
    desk.writer.watch(patientOf(number));
  QCOMPARE(desk.notices, 3);
  QCOMPARE(desk.desk->watched(), RequestDesk::kMaxWatched);
}

void TestRequestDesk::saysWhenTheStreamIsStuck() {
  Desk desk;
  const auto stream = attachTo(*desk.desk);
  for (int number = 0; number < 2000; ++number) {
    desk.writer.watch(patientOf(1));
    desk.writer.unwatch(patientOf(1));
  }
  QVERIFY(!desk.desk->takeOverflow());
  for (int number = 0; number < 100; ++number) {
    desk.writer.watch(patientOf(1));
    desk.writer.unwatch(patientOf(1));
  }
  QVERIFY(desk.desk->takeOverflow());
  QVERIFY(!desk.desk->takeOverflow());
}

void TestRequestDesk::failsCommandsAfterClosing() {
  Desk desk;
  const auto stream = attachTo(*desk.desk);
  desk.writer.acknowledge(AlertId::random());
  desk.desk->close();
  desk.writer.acknowledge(AlertId::random());
  desk.writer.watch(patientOf(1));
  stream->finishAllWrites();
  QCOMPARE(stream->writes().size(), std::size_t(1));
  QVERIFY(stream->isHalfClosed());
  QVERIFY(!desk.desk->takeOverflow());
  QCOMPARE(desk.stages[CommandStage::Failed], 1);
}

void TestRequestDesk::servesWritersOfManyThreads() {
  constexpr int kWriters = 8;
  constexpr int kPatients = 100;
  Desk desk;
  const auto stream = attachTo(*desk.desk);
  std::thread library([&] {
    while (stream->awaitWrite()) stream->finishWrite();
  });
  std::vector<std::thread> threads;
  for (int number = 0; number < kWriters; ++number)
    threads.emplace_back([writer = desk.writer, number] {
      for (int patient = 0; patient < kPatients; ++patient) {
        writer.watch(patientOf(number * kPatients + patient));
        if (patient % 2 == 1) writer.unwatch(patientOf(number * kPatients + patient));
        if (patient % 4 == 0) writer.acknowledge(AlertId::random());
      }
    });
  for (auto& thread : threads) thread.join();
  desk.desk->close();
  library.join();
  QCOMPARE(stream->misuse(), std::string());
  QCOMPARE(followed(*stream).size(), std::size_t(kWriters * kPatients / 2));
  QCOMPARE(desk.stages[CommandStage::Pending], kWriters * kPatients / 4);
}

void TestRequestDesk::keepsItsWordOverReconnections() {
  Desk desk;
  std::atomic<bool> stop = false;
  std::set<CommandId> issued;
  std::thread user([&] {
    for (int number = 0; number < 200; ++number) {
      issued.insert(desk.writer.acknowledge(AlertId::random()));
      desk.writer.watch(patientOf(number % 50));
      if (number % 3 == 0) desk.writer.unwatch(patientOf(number % 50));
    }
    stop = true;
  });
  while (!stop) {
    const auto stream = attachTo(*desk.desk);
    for (int write = 0; write < 5; ++write) stream->finishWrite();
    stream->end(absl::UnavailableError("gone"));
    desk.desk->detach();
    QCOMPARE(stream->misuse(), std::string());
  }
  user.join();
  const auto last = attachTo(*desk.desk);
  last->finishAllWrites();
  std::set<CommandId> resent;
  for (const auto& bytes : last->writes()) {
    const auto command = commandOf(bytes);
    if (std::holds_alternative<Acknowledge>(command.body)) resent.insert(command.id);
  }
  QCOMPARE(resent, issued);
  QCOMPARE(followed(*last).size(), desk.desk->watched());
}

QTEST_APPLESS_MAIN(TestRequestDesk)
#include "tst_request_desk.moc"
