// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <map>
#include <random>

#include "domain/wave_ring.h"

using namespace vitalwall;

namespace {

WaveBlock block(std::uint64_t first, std::vector<std::int16_t> samples, WallTime at = {}) {
  return {{}, 0, first, at, std::move(samples)};
}

WaveBlock countingBlock(std::uint64_t first, std::size_t size) {
  std::vector<std::int16_t> samples(size);
  for (std::size_t i = 0; i < size; ++i) samples[i] = static_cast<std::int16_t>((first + i) % 1000);
  return block(first, std::move(samples));
}

std::vector<std::int16_t> held(const WaveRing& ring) {
  std::vector<std::int16_t> samples;
  for (auto index = ring.begin(); index < ring.end(); ++index) samples.push_back(ring.at(index));
  return samples;
}

using Samples = std::vector<std::int16_t>;

}  // namespace

class TestWaveRing : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void isEmptyAtFirst() {
    const WaveRing ring(250, 1);
    QVERIFY(ring.isEmpty());
    QCOMPARE(ring.at(0), kNoSample);
    QVERIFY(ring.contiguous(0).empty());
  }

  void capacityCoversTheSeconds_data() {
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<quint64>("capacity");
    QTest::newRow("250 Hz, 1 s") << 250.0 << 1.0 << quint64(256);
    QTest::newRow("exact power") << 256.0 << 1.0 << quint64(256);
    QTest::newRow("fractional rate") << 62.5 << 30.0 << quint64(2048);
    QTest::newRow("never less than two") << 1.0 << 0.1 << quint64(2);
  }
  void capacityCoversTheSeconds() {
    QFETCH(double, rate);
    QFETCH(double, seconds);
    QFETCH(quint64, capacity);
    QCOMPARE(quint64(WaveRing(rate, seconds).capacity()), capacity);
  }

  void startsWhereTheFirstBlockStarts() {
    WaveRing ring(8, 1);
    ring.append(block(1'000'000'007, {1, 2, 3}));
    QCOMPARE(ring.begin(), 1'000'000'007u);
    QCOMPARE(held(ring), (Samples{1, 2, 3}));
  }

  void jumpForwardLeavesAGap() {
    WaveRing ring(8, 1);
    ring.append(block(0, {1, 2}));
    ring.append(block(4, {5, 6}));
    QCOMPARE(held(ring), (Samples{1, 2, kNoSample, kNoSample, 5, 6}));
  }

  void jumpForwardBeyondCapacityForgetsAll() {
    WaveRing ring(8, 1);
    ring.append(countingBlock(0, 8));
    ring.append(block(100, {5}));
    QCOMPARE(ring.begin(), 93u);
    QCOMPARE(held(ring), (Samples{kNoSample, kNoSample, kNoSample, kNoSample, kNoSample, kNoSample,
                                  kNoSample, 5}));
  }

  void keepsTheNewestOfALongBlock() {
    WaveRing ring(8, 1);
    ring.append(countingBlock(3, 100));
    QCOMPARE(ring.begin(), 95u);
    QCOMPARE(held(ring), (Samples{95, 96, 97, 98, 99, 100, 101, 102}));
  }

  void aLateBlockFillsItsGapAndChangesTheGeneration() {
    WaveRing ring(8, 1);
    ring.append(block(0, {1, 2}));
    ring.append(block(4, {5, 6}));
    const auto before = ring.generation();
    ring.append(block(2, {3, 4}));
    QCOMPARE(held(ring), (Samples{1, 2, 3, 4, 5, 6}));
    QVERIFY(ring.generation() != before);
  }

  void aBlockBeforeTheFirstExtendsTheRingBackwards() {
    WaveRing ring(8, 1);
    ring.append(block(10, {10, 11}));
    ring.append(block(6, {6, 7}));
    QCOMPARE(ring.begin(), 6u);
    QCOMPARE(held(ring), (Samples{6, 7, kNoSample, kNoSample, 10, 11}));
  }

  void duplicatesAndAppendsKeepTheGeneration() {
    WaveRing ring(8, 1);
    ring.append(countingBlock(0, 4));
    const auto before = ring.generation();
    ring.append(countingBlock(0, 4));
    ring.append(countingBlock(2, 4));
    ring.append(countingBlock(8, 2));
    QCOMPARE(ring.generation(), before);
    QCOMPARE(ring.end(), 10u);
  }

  void aMissingSampleNeverReplacesAMeasuredOne() {
    WaveRing ring(8, 1);
    ring.append(block(0, {1, 2, 3}));
    ring.append(block(1, {kNoSample, 9}));
    QCOMPARE(held(ring), (Samples{1, 2, 9}));
  }

  void aBlockPartlyTooOldKeepsItsNewPart() {
    WaveRing ring(8, 1);
    ring.append(block(0, {0}));
    ring.append(block(15, {15}));
    ring.append(countingBlock(6, 4));
    QCOMPARE(ring.begin(), 8u);
    QCOMPARE(ring.at(7), kNoSample);
    QCOMPARE(ring.at(8), std::int16_t(8));
    QCOMPARE(ring.at(9), std::int16_t(9));
  }

  void jumpBackBeyondCapacityIsANewEpoch() {
    WaveRing ring(8, 1);
    ring.append(block(1000, {1}, WallTime(milliseconds(5000))));
    const auto before = ring.generation();
    ring.append(block(0, {7, 8}, WallTime(milliseconds(9000))));
    QCOMPARE(ring.begin(), 0u);
    QCOMPARE(held(ring), (Samples{7, 8}));
    QCOMPARE(ring.originSeconds(), 9.0);
    QVERIFY(ring.generation() != before);
  }

  void originIsFixedByTheFirstBlock() {
    WaveRing ring(100, 1);
    ring.append(block(50, {1}, WallTime(milliseconds(2000))));
    ring.append(block(51, {1}, WallTime(milliseconds(2999))));
    QCOMPARE(ring.originSeconds(), 1.5);
  }

  void ignoresWhatWouldOverflow() {
    WaveRing ring(8, 1);
    ring.append(countingBlock(0, 2));
    ring.append(block(std::numeric_limits<std::uint64_t>::max(), {1, 2}));
    ring.append(block(7, {}));
    QCOMPARE(held(ring), (Samples{0, 1}));
  }

  void clearForgetsAll() {
    WaveRing ring(8, 1);
    ring.append(countingBlock(5, 8));
    ring.clear();
    QVERIFY(ring.isEmpty());
    ring.append(block(2, {4}));
    QCOMPARE(held(ring), (Samples{4}));
  }

  void contiguousPiecesAreTheWholeContent() {
    WaveRing ring(8, 1);
    ring.append(countingBlock(5, 21));
    Samples pieces;
    for (auto index = ring.begin(); index < ring.end();) {
      const auto piece = ring.contiguous(index);
      QVERIFY(!piece.empty());
      pieces.insert(pieces.end(), piece.begin(), piece.end());
      index += piece.size();
    }
    QCOMPARE(pieces, held(ring));
    QVERIFY(ring.contiguous(ring.begin() - 1).empty());
    QVERIFY(ring.contiguous(ring.end()).empty());
  }

  /// Against a plain map of index to sample, with blocks in random order, overlapping and missing.
  void agreesWithAPlainModel() {
    std::mt19937 random(11);
    WaveRing ring(64, 1);
    std::map<std::uint64_t, std::int16_t> model;
    std::uint64_t modelEnd = 0;
    for (int round = 0; round < 3000; ++round) {
      const auto back = random() % 40;
      const auto start = modelEnd - std::min<std::uint64_t>(modelEnd, back) + random() % 60;
      auto wave = countingBlock(start, 1 + random() % 30);
      for (auto& sample : wave.samples)
        if (random() % 8 == 0) sample = kNoSample;
      ring.append(wave);
      for (std::size_t i = 0; i < wave.samples.size(); ++i)
        if (wave.samples[i] != kNoSample) model[start + i] = wave.samples[i];
      modelEnd = std::max<std::uint64_t>(modelEnd, start + wave.samples.size());
      QCOMPARE(ring.end(), modelEnd);
      for (auto index = modelEnd - std::min<std::uint64_t>(modelEnd, 64); index < modelEnd; ++index)
        QCOMPARE(ring.at(index), model.contains(index) ? model.at(index) : kNoSample);
    }
  }
};

QTEST_APPLESS_MAIN(TestWaveRing)
#include "tst_wave_ring.moc"
