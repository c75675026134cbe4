// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ward_thread.h"

#include <QTest>
#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace vitalwall;
using namespace vitalwall::server;
using namespace std::chrono_literals;

namespace {

/// Counts, and lets a test wait for a count.
class Tally {
 public:
  void add() {
    const std::lock_guard lock(m_mutex);
    ++m_count;
    m_changed.notify_all();
  }
  bool await(int count) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, 20s, [this, count] { return m_count >= count; });
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  int m_count = 0;
};

}  // namespace

class TestWardThread : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void ticksOnItsRaster() {
    Tally ticks;
    const auto start = m_clock.steadyNow();
    WardThread thread(m_clock, m_counters);
    thread.startTicking([&ticks] { ticks.add(); });
    QVERIFY(ticks.await(11));
    QVERIFY(m_clock.steadyNow() - start >= 10 * WardThread::kTick);
  }

  void runsTasksInOrderOnOneThread() {
    Tally done;
    std::thread::id tickThread;
    WardThread thread(m_clock, m_counters);
    thread.startTicking([&tickThread] { tickThread = std::this_thread::get_id(); });
    std::vector<int> order;
    bool sameThread = true;
    for (int i = 0; i < 100; ++i)
      QVERIFY(thread.post([&, i] {
        order.push_back(i);
        sameThread = sameThread && std::this_thread::get_id() == tickThread;
        done.add();
      }));
    QVERIFY(done.await(100));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QVERIFY(sameThread);
  }

  /// A flood of tasks must not stop the ward.
  void ticksAreNotStarved() {
    Tally ticks;
    std::atomic<bool> flooding = true;
    std::function<void()> flood;  // outlives the thread that runs it
    WardThread thread(m_clock, m_counters);
    thread.startTicking([&ticks] { ticks.add(); });
    flood = [&] {
      if (flooding) flooding = thread.post(flood);
    };
    QVERIFY(thread.post(flood));
    QVERIFY(ticks.await(5));
    flooding = false;
  }

  void lateTicksAreSkippedAndCounted() {
    Tally ticks;
    WardThread thread(m_clock, m_counters);
    thread.startTicking([&ticks] { ticks.add(); });
    QVERIFY(ticks.await(1));
    QVERIFY(thread.post([] { std::this_thread::sleep_for(20 * WardThread::kTick); }));
    const auto before = m_counters.skippedTicks.load();
    QVERIFY(ticks.await(5));
    QVERIFY(m_counters.skippedTicks.load() - before >= 15);
  }

  void queueIsBounded() {
    Tally begun;
    std::mutex gate;
    std::unique_lock closed(gate);
    WardThread thread(m_clock, m_counters);
    thread.startTicking([] {});
    QVERIFY(thread.post([&] {
      begun.add();
      const std::lock_guard wait(gate);
    }));
    QVERIFY(begun.await(1));
    std::size_t taken = 0;
    while (thread.post([] {})) ++taken;
    QCOMPARE(taken, WardThread::kCapacity);
    QVERIFY(m_counters.refusedTasks.load() >= 1);
    closed.unlock();
  }

  void stopsWithTasksWaiting() {
    WardThread thread(m_clock, m_counters);
    thread.startTicking([] {});
    for (int i = 0; i < 1000; ++i) QVERIFY(thread.post([] {}));
  }

 private:
  const SystemClock m_clock;
  ServerCounters m_counters;
};

QTEST_APPLESS_MAIN(TestWardThread)
#include "tst_ward_thread.moc"
