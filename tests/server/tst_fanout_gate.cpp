// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout_gate.h"

#include <QTest>
#include <atomic>
#include <latch>
#include <thread>
#include <vector>

using namespace vitalwall::server;

class TestFanoutGate : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void isOpenUnlessClosed() {
    FanoutGate gate;
    gate.pass();
    gate.close().unlock();
    gate.pass();
  }

  void nobodyPassesAClosedGate() {
    constexpr int kThreads = 4;
    FanoutGate gate;
    std::latch arrived(kThreads);
    std::atomic<bool> isOpen = false;
    std::atomic<int> early = 0;
    std::vector<std::jthread> threads;
    auto closed = gate.close();
    for (int i = 0; i < kThreads; ++i)
      threads.emplace_back([&] {
        arrived.count_down();
        gate.pass();
        if (!isOpen) ++early;
      });
    arrived.wait();
    isOpen = true;
    closed.unlock();
    threads.clear();
    QCOMPARE(early.load(), 0);
  }
};

QTEST_APPLESS_MAIN(TestFanoutGate)
#include "tst_fanout_gate.moc"
