// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <array>
#include <atomic>
#include <thread>
#include <vector>

#include "session/thread_gate.h"

using vitalwall::session::ThreadGate;

class TestThreadGate : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wakesOnceUntilItIsEmptied();
  void runsWhatIsPostedMeanwhileLater();
  void keepsEachPostersOrder();
  void dropsWhatComesAfterClosing();
};

void TestThreadGate::wakesOnceUntilItIsEmptied() {
  int wakes = 0;
  ThreadGate gate([&] { ++wakes; });
  gate.post([] {});
  gate.post([] {});
  QCOMPARE(wakes, 1);
  gate.runAll();
  gate.post([] {});
  QCOMPARE(wakes, 2);
}

void TestThreadGate::runsWhatIsPostedMeanwhileLater() {
  int wakes = 0;
  ThreadGate gate([&] { ++wakes; });
  QString order;
  gate.post([&] {
    gate.post([&] { order += QLatin1Char('c'); });
    order += QLatin1Char('a');
  });
  gate.post([&] { order += QLatin1Char('b'); });
  QVERIFY2(order.isEmpty(), "Nothing may run inside post().");
  gate.runAll();
  QCOMPARE(order, QStringLiteral("ab"));
  QCOMPARE(wakes, 2);
  gate.runAll();
  QCOMPARE(order, QStringLiteral("abc"));
}

void TestThreadGate::keepsEachPostersOrder() {
  constexpr int kPosters = 4;
  constexpr int kPosts = 2000;
  std::atomic<int> wakes = 0;
  ThreadGate gate([&] {
    ++wakes;
    wakes.notify_one();
  });
  std::array<int, kPosters> next{};
  bool inOrder = true;
  std::vector<std::thread> posters;
  for (int poster = 0; poster < kPosters; ++poster)
    posters.emplace_back([&, poster] {
      for (int number = 0; number < kPosts; ++number)
        gate.post(
            [&, poster, number] { inOrder = inOrder && next[std::size_t(poster)]++ == number; });
    });
  const auto allRan = [&] {
    return std::ranges::all_of(next, [](int count) { return count == kPosts; });
  };
  // Only when woken: a wake-up that is missing once would leave the last posts for ever.
  for (int seen = 0; !allRan(); gate.runAll()) {
    wakes.wait(seen);
    seen = wakes;
  }
  for (auto& poster : posters) poster.join();
  QVERIFY(inOrder);
}

void TestThreadGate::dropsWhatComesAfterClosing() {
  int wakes = 0;
  bool ran = false;
  ThreadGate gate([&] { ++wakes; });
  gate.post([&] { ran = true; });
  gate.close();
  gate.post([&] { ran = true; });
  gate.runAll();
  QVERIFY(!ran);
  QCOMPARE(wakes, 1);
}

QTEST_APPLESS_MAIN(TestThreadGate)
#include "tst_thread_gate.moc"
