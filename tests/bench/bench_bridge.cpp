// SPDX-License-Identifier: GPL-3.0-or-later
//
// What it costs the GUI thread to learn of an update that a gRPC thread received, and how late it
// learns: the mailbox that the frame clock empties, against a queued signal per message. Both get
// the same updates at the same pace, in turns, in one process.
// Rows: benchmark | peer | value | ratio to the mailbox.
#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <thread>
#include <vector>

#include "session/mailbox.h"

using namespace vitalwall;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {
constexpr int kRounds = 5;
constexpr auto kRoundTime = 1s;
constexpr auto kBurst = 1ms;  // a gRPC thread decodes what one read gave

/// How many updates a second, and what the GUI does whenever it is told of news.
struct Load {
  const char* name;
  int updatesPerSecond;
  nanoseconds repaint;
};

/// What one round measured, in the GUI thread.
struct Measurement {
  nanoseconds cpuPerUpdate{};
  nanoseconds delayP50{};
  nanoseconds delayP99{};
};

nanoseconds threadCpu() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

/// Burns the CPU for as long as a repaint would.
void repaint(nanoseconds cost) {
  const auto end = threadCpu() + cost;
  while (threadCpu() < end) {
  }
}

/// 10 samples of one of 64 patients, as at 25 blocks a second of a 250 Hz wave.
WaveBlock blockOf(int number) {
  static const auto patients = [] {
    std::vector<PatientId> ids;
    for (int bed = 0; bed < 64; ++bed) ids.push_back(PatientId::fromName(std::to_string(bed)));
    return ids;
  }();
  return {patients[std::size_t(number % 64)],
          0,
          std::uint64_t(number),
          {},
          {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}};
}

/// Counts the GUI's side of a round: the delay of every update, and when the last has come.
class Wall {
 public:
  Wall(int expected, QEventLoop& loop) : m_loop(loop), m_expected(std::size_t(expected)) {
    m_delays.reserve(m_expected);
  }

  void take(const session::ReceivedWave& wave) {
    for (const auto sample : wave.block.samples) m_sum += sample;
    m_delays.push_back(std::chrono::steady_clock::now() - wave.receivedAt);
    if (m_delays.size() == m_expected) m_loop.quit();
  }

  Measurement measure(nanoseconds cpu) {
    std::ranges::sort(m_delays);
    const auto count = m_delays.size();
    return {cpu / nanoseconds::rep(count), m_delays[count / 2], m_delays[count * 99 / 100]};
  }

 private:
  QEventLoop& m_loop;
  std::size_t m_expected;
  std::vector<nanoseconds> m_delays;
  std::int64_t m_sum = 0;
};

/// The library's thread: gives each update to `hand`, evenly over the round.
template <typename Hand>
std::jthread produce(const Load& load, Hand hand) {
  return std::jthread([load, hand] {
    auto next = std::chrono::steady_clock::now();
    const int total = load.updatesPerSecond * int(kRoundTime / 1s);
    const int burst = std::max(1, load.updatesPerSecond / int(1s / kBurst));
    const nanoseconds pause = nanoseconds(1s) * burst / load.updatesPerSecond;
    for (int number = 0; number < total; ++number) {
      if (number % burst == 0) std::this_thread::sleep_until(next += pause);
      hand(session::ReceivedWave{blockOf(number), std::chrono::steady_clock::now()});
    }
  });
}

/// Sends one signal per update; lives in the GUI thread, signals from the other.
class Signaller : public QObject {
  Q_OBJECT
 Q_SIGNALS:
  void arrived(vitalwall::session::ReceivedWave wave);
};

Measurement runSignals(const Load& load) {
  QEventLoop loop;
  Wall wall(load.updatesPerSecond, loop);
  Signaller signaller;
  QObject::connect(
      &signaller, &Signaller::arrived, &signaller,
      [&](const session::ReceivedWave& wave) {
        wall.take(wave);
        repaint(load.repaint);
      },
      Qt::QueuedConnection);
  const auto before = threadCpu();
  const auto library = produce(load, [&](const auto& wave) { Q_EMIT signaller.arrived(wave); });
  loop.exec();
  return wall.measure(threadCpu() - before);
}

Measurement runMailbox(const Load& load) {
  QEventLoop loop;
  Wall wall(load.updatesPerSecond, loop);
  session::Mailbox mailbox;
  QTimer frameClock;
  frameClock.setTimerType(Qt::PreciseTimer);
  QObject::connect(&frameClock, &QTimer::timeout, &frameClock, [&] {
    const auto mail = mailbox.take();
    for (const auto& wave : mail.waves) wall.take(wave);
    repaint(load.repaint);
  });
  frameClock.start(16ms);
  const auto before = threadCpu();
  const auto library =
      produce(load, [&](auto wave) { mailbox.post(std::move(wave.block), wave.receivedAt); });
  loop.exec();
  return wall.measure(threadCpu() - before);
}

nanoseconds medianOf(const std::vector<Measurement>& rounds, nanoseconds Measurement::*member) {
  std::vector<nanoseconds> values;
  for (const auto& round : rounds) values.push_back(round.*member);
  std::ranges::sort(values);
  return values[values.size() / 2];
}

void printRow(const Load& load, const char* what, const char* peer, nanoseconds value,
              nanoseconds ours) {
  std::printf("bridge %s, %s | %s | %lld ns | %.2f\n", load.name, what, peer,
              static_cast<long long>(value.count()), double(value.count()) / double(ours.count()));
}

void compare(const Load& load) {
  std::vector<Measurement> ours;
  std::vector<Measurement> theirs;
  for (int round = 0; round < kRounds; ++round) {
    ours.push_back(runMailbox(load));
    theirs.push_back(runSignals(load));
  }
  const std::pair<const char*, nanoseconds Measurement::*> columns[] = {
      {"GUI CPU per update", &Measurement::cpuPerUpdate},
      {"delay p50", &Measurement::delayP50},
      {"delay p99", &Measurement::delayP99},
  };
  for (const auto& [what, member] : columns) {
    const auto own = medianOf(ours, member);
    printRow(load, what, "mailbox and frame clock", own, own);
    printRow(load, what, "queued signal per message", medianOf(theirs, member), own);
  }
}
}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  std::puts("benchmark | peer | value | ratio");
  compare({"1600/s (32 beds, 2 waves)", 1'600, 0ns});
  compare({"50000/s", 50'000, 0ns});
  compare({"5000/s with a 300 us repaint", 5'000, 300us});
}

#include "bench_bridge.moc"
