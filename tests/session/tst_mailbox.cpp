// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <map>
#include <thread>

#include "session/mailbox.h"

using namespace vitalwall;
using session::Mailbox;
using session::ReceivedVitals;

namespace {
const PatientId kAnna = PatientId::fromName("Anna");
const PatientId kBela = PatientId::fromName("Bela");

SteadyTime at(int seconds) {
  return SteadyTime(std::chrono::seconds(seconds));
}

Vitals heartRate(PatientId patient, double value) {
  return {patient, {}, {{mdc::kHeartRate, Unit::BeatPerMinute, value}}};
}

WaveBlock block(PatientId patient, std::uint64_t firstSample) {
  return {patient, 0, firstSample, {}, {1, 2}};
}

std::vector<std::uint64_t> firstSamplesOf(const session::Mail& mail) {
  std::vector<std::uint64_t> indices;
  for (const auto& wave : mail.waves) indices.push_back(wave.block.firstSample);
  return indices;
}
}  // namespace

class TestMailbox : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keepsTheNewestVitalsOfEachPatient();
  void keepsEveryWaveInOrder();
  void dropsTheOldestWavesAndCountsThem();
  void isEmptyAfterTake();
  void losesNothingBetweenThreads();
};

void TestMailbox::keepsTheNewestVitalsOfEachPatient() {
  Mailbox mailbox;
  mailbox.post(ReceivedVitals{heartRate(kAnna, 70), at(1)});
  mailbox.post(ReceivedVitals{heartRate(kBela, 90), at(2)});
  mailbox.post(ReceivedVitals{heartRate(kAnna, 71), at(3)});
  const auto mail = mailbox.take();
  QCOMPARE(mail.vitals.size(), std::size_t(2));
  QCOMPARE(mail.conflatedVitals, std::uint64_t(1));
  QCOMPARE(mail.vitals[0].vitals, heartRate(kAnna, 71));
  QCOMPARE(mail.vitals[0].receivedAt, at(3));
  QCOMPARE(mail.vitals[1].vitals, heartRate(kBela, 90));
}

void TestMailbox::keepsEveryWaveInOrder() {
  Mailbox mailbox;
  for (std::uint64_t first : {10, 20, 30}) mailbox.post(block(kAnna, first), at(1));
  const auto mail = mailbox.take();
  QCOMPARE(firstSamplesOf(mail), (std::vector<std::uint64_t>{10, 20, 30}));
  QCOMPARE(mail.discardedBlocks, std::uint64_t(0));
}

void TestMailbox::dropsTheOldestWavesAndCountsThem() {
  Mailbox mailbox(4);
  for (std::uint64_t first = 0; first < 11; ++first) mailbox.post(block(kAnna, first), at(1));
  const auto mail = mailbox.take();
  QCOMPARE(firstSamplesOf(mail), (std::vector<std::uint64_t>{7, 8, 9, 10}));
  QCOMPARE(mail.discardedBlocks, std::uint64_t(7));
  mailbox.post(block(kAnna, 11), at(2));
  mailbox.post(block(kAnna, 12), at(2));
  const auto next = mailbox.take();
  QCOMPARE(firstSamplesOf(next), (std::vector<std::uint64_t>{11, 12}));
  QCOMPARE(next.discardedBlocks, std::uint64_t(0));
}

void TestMailbox::isEmptyAfterTake() {
  Mailbox mailbox;
  mailbox.post(ReceivedVitals{heartRate(kAnna, 70), at(1)});
  mailbox.post(block(kAnna, 0), at(1));
  mailbox.take();
  const auto mail = mailbox.take();
  QVERIFY(mail.vitals.empty());
  QVERIFY(mail.waves.empty());
  mailbox.post(ReceivedVitals{heartRate(kAnna, 71), at(2)});
  QCOMPARE(mailbox.take().vitals.size(), std::size_t(1));
}

void TestMailbox::losesNothingBetweenThreads() {
  constexpr int kProducers = 4;
  constexpr std::uint64_t kBlocks = 5000;
  Mailbox mailbox(kProducers * kBlocks);
  std::atomic<int> running = kProducers;
  std::vector<std::thread> producers;
  for (int number = 0; number < kProducers; ++number)
    producers.emplace_back([&, patient = PatientId::fromName(std::to_string(number))] {
      for (std::uint64_t first = 0; first < kBlocks; ++first) {
        mailbox.post(block(patient, first), at(1));
        mailbox.post(ReceivedVitals{heartRate(patient, double(first)), at(1)});
      }
      --running;
    });
  std::map<PatientId, std::uint64_t> next;
  std::map<PatientId, double> newest;
  const auto empty = [&] {
    const auto mail = mailbox.take();
    for (const auto& wave : mail.waves)
      QCOMPARE(wave.block.firstSample, next[wave.block.patient]++);
    for (const auto& vitals : mail.vitals)
      newest[vitals.vitals.patient] = *vitals.vitals.numerics.front().value;
  };
  while (running > 0) empty();
  for (auto& producer : producers) producer.join();
  empty();
  for (const auto& [patient, count] : next) QCOMPARE(count, kBlocks);
  for (const auto& [patient, value] : newest) QCOMPARE(value, double(kBlocks - 1));
  QCOMPARE(next.size(), std::size_t(kProducers));
}

QTEST_APPLESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
