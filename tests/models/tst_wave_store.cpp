// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/wave_store.h"
#include "support/samples.h"

using namespace vitalwall;
using namespace vitalwall::models;

namespace {
constexpr SteadyTime kNow{std::chrono::hours(1)};
}

class WaveStoreTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keepsASamplesPlace();
  void tellsWhenTheNewestBlockCame();
  void jumpsAreCountedAndLeftEmpty();
  void unknownChannelIsIgnored();
  void sameChannelsKeepTheirRings();
  void otherChannelsGetNewRings();

 private:
  static WaveBlock block(std::uint64_t first, std::vector<std::int16_t> samples) {
    return {.patient = PatientId::fromName("Bed 1"),
            .channel = 0,
            .firstSample = first,
            .sourceTime = test::kNoon,
            .samples = std::move(samples)};
  }
  const Patient m_patient = test::makePatient("Bed 1");
};

void WaveStoreTest::keepsASamplesPlace() {
  WaveStore store;
  QVERIFY(store.setChannels(m_patient));
  store.append(block(100, {1, 2, 3}), kNow);
  QCOMPARE(store.ring(m_patient.id, 0)->at(101), std::int16_t{2});
  QCOMPARE(store.missingSamples(m_patient.id), 0U);
}

void WaveStoreTest::tellsWhenTheNewestBlockCame() {
  WaveStore store;
  QVERIFY(!store.receivedAt(m_patient.id));
  store.setChannels(m_patient);
  QVERIFY(!store.receivedAt(m_patient.id));
  store.append(block(0, {1}), kNow);
  QVERIFY(store.receivedAt(m_patient.id) == kNow);
}

void WaveStoreTest::jumpsAreCountedAndLeftEmpty() {
  WaveStore store;
  store.setChannels(m_patient);
  store.append(block(100, {1, 2, 3}), kNow);
  store.append(block(110, {4}), kNow);
  QCOMPARE(store.missingSamples(m_patient.id), 7U);
  QCOMPARE(store.ring(m_patient.id, 0)->at(105), kNoSample);
  QCOMPARE(store.ring(m_patient.id, 0)->at(110), std::int16_t{4});
}

void WaveStoreTest::unknownChannelIsIgnored() {
  WaveStore store;
  store.append(block(0, {1}), kNow);
  QVERIFY(store.ring(m_patient.id, 0) == nullptr);
  store.setChannels(m_patient);
  auto other = block(0, {1});
  other.channel = 9;
  store.append(other, kNow);
  QVERIFY(store.ring(m_patient.id, 0)->isEmpty());
  QVERIFY(store.ring(m_patient.id, 9) == nullptr);
}

void WaveStoreTest::sameChannelsKeepTheirRings() {
  WaveStore store;
  store.setChannels(m_patient);
  store.append(block(0, {1}), kNow);
  const auto* ring = store.ring(m_patient.id, 0);
  QVERIFY(!store.setChannels(m_patient));
  QVERIFY(store.ring(m_patient.id, 0) == ring);
  QVERIFY(!ring->isEmpty());
}

void WaveStoreTest::otherChannelsGetNewRings() {
  WaveStore store;
  store.setChannels(m_patient);
  auto changed = m_patient;
  changed.waves.push_back(changed.waves.front());
  QVERIFY(store.setChannels(changed));
  QVERIFY(store.ring(m_patient.id, 1) != nullptr);
  store.forget(m_patient.id);
  QVERIFY(store.ring(m_patient.id, 0) == nullptr);
}

QTEST_APPLESS_MAIN(WaveStoreTest)
#include "tst_wave_store.moc"
