// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <array>
#include <cstring>

#include "sound/burst_device.h"

using namespace vitalwall::sound;

class SamplePlayerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void silentBeforeAndAfterABurst();
  void burstThatIsCutOffFades();
  void newBurstBeginsWhileTheOldOneFades();
  void nothingFadesAfterTheEnd();
  void sumIsNeverTooLoud();
  void deviceGivesSixteenBitAndCounts();

 private:
  static std::vector<float> next(SamplePlayer& player, std::size_t count);
};

std::vector<float> SamplePlayerTest::next(SamplePlayer& player, std::size_t count) {
  std::vector<float> samples(count, 9.0F);
  player.fill(samples);
  return samples;
}

void SamplePlayerTest::silentBeforeAndAfterABurst() {
  SamplePlayer player(4);
  QCOMPARE(next(player, 2), (std::vector{0.0F, 0.0F}));
  player.begin({0.5F, -0.5F});
  QCOMPARE(next(player, 4), (std::vector{0.5F, -0.5F, 0.0F, 0.0F}));
}

void SamplePlayerTest::burstThatIsCutOffFades() {
  SamplePlayer player(4);
  player.begin(std::vector(10, 1.0F));
  next(player, 2);
  player.stop();
  QCOMPARE(next(player, 6), (std::vector{1.0F, 0.75F, 0.5F, 0.25F, 0.0F, 0.0F}));
}

void SamplePlayerTest::newBurstBeginsWhileTheOldOneFades() {
  SamplePlayer player(2);
  player.begin(std::vector(10, 0.5F));
  next(player, 1);
  player.begin({0.25F, 0.25F, 0.25F});
  QCOMPARE(next(player, 4), (std::vector{0.75F, 0.5F, 0.25F, 0.0F}));
}

void SamplePlayerTest::nothingFadesAfterTheEnd() {
  SamplePlayer player(4);
  player.begin({1.0F});
  next(player, 3);
  player.stop();
  QCOMPARE(next(player, 2), (std::vector{0.0F, 0.0F}));
}

void SamplePlayerTest::sumIsNeverTooLoud() {
  SamplePlayer player(4);
  player.begin(std::vector(10, 1.0F));
  player.begin(std::vector(10, 1.0F));
  QCOMPARE(next(player, 1), std::vector{1.0F});
}

void SamplePlayerTest::deviceGivesSixteenBitAndCounts() {
  BurstDevice device(4);
  QVERIFY(device.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
  device.player().begin({1.0F, -1.0F});
  const QByteArray bytes = device.read(7);  // an odd byte is no sample
  QCOMPARE(bytes.size(), 6);
  std::array<qint16, 3> samples{};
  std::memcpy(samples.data(), bytes.constData(), sizeof samples);
  QCOMPARE(samples, (std::array<qint16, 3>{32767, -32767, 0}));
  QCOMPARE(device.consumed(), quint64{3});
}

QTEST_APPLESS_MAIN(SamplePlayerTest)
#include "tst_sample_player.moc"
