// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>

#include "session/server_clock.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using session::ServerClock;

namespace {
constexpr SteadyTime kStart{1h};

/// A server's clock as a station meets it: with a fixed offset, over a way that takes its time.
class Server {
 public:
  explicit Server(milliseconds ahead) : m_ahead(ahead) {}

  WallTime stampAt(SteadyTime now) const {
    return WallTime(std::chrono::floor<milliseconds>(now - kStart + 24h) + m_ahead);
  }
  /// A question at `now`, an answer after `there` + `back`.
  void answer(ServerClock& clock, SteadyTime now, SteadyTime::duration there,
              SteadyTime::duration back) const {
    clock.observe(now, now + there + back, stampAt(now + there));
  }
  /// How wrong the estimate is.
  microseconds error(const ServerClock& clock, SteadyTime now) const {
    const auto told = clock.offset(now, Server(0ms).stampAt(now))->ahead;
    return std::chrono::abs(told - m_ahead);
  }

 private:
  milliseconds m_ahead;
};
}  // namespace

class TestServerClock : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void knowsNothingWithoutAnAnswer();
  void truthIsWithinTheError_data();
  void truthIsWithinTheError();
  void theShortestRoundTripTellsBest();
  void oldKnowledgeIsReplaced();
  void aClockThatWasSetIsFollowed();
  void agesOfStamps();
  void earliestMomentOfAStamp();
};

void TestServerClock::knowsNothingWithoutAnAnswer() {
  const ServerClock clock;
  QVERIFY(!clock.offset(kStart, {}));
  QVERIFY(!clock.since({}, kStart));
}

void TestServerClock::truthIsWithinTheError_data() {
  QTest::addColumn<int>("ahead");
  for (const int ahead : {0, 7, -350, 3'600'000, -86'400'000})
    QTest::addRow("%d ms", ahead) << ahead;
}

void TestServerClock::truthIsWithinTheError() {
  QFETCH(int, ahead);
  const Server server{milliseconds(ahead)};
  std::mt19937_64 generator(3);
  std::exponential_distribution<double> way(1.0 / 4000.0);  // microseconds
  for (int history = 0; history < 200; ++history) {
    ServerClock clock;
    auto now = kStart + microseconds(history * 137);
    for (int beat = 0; beat < 30; ++beat, now += 1s) {
      const microseconds there(std::llround(way(generator)));
      const microseconds back(std::llround(way(generator)));
      server.answer(clock, now, there, back);
      const auto offset = clock.offset(now, {});
      QVERIFY(offset->error <= (there + back) / 2 + 2ms);
      QVERIFY2(server.error(clock, now) <= offset->error, qPrintable(QString::number(history)));
    }
  }
}

void TestServerClock::theShortestRoundTripTellsBest() {
  const Server server(40ms);
  ServerClock clock;
  server.answer(clock, kStart, 2ms, 80ms);  // a queue on the way back
  QVERIFY(server.error(clock, kStart) > 20ms);
  server.answer(clock, kStart + 1s, 300us, 300us);
  server.answer(clock, kStart + 2s, 2ms, 80ms);
  QVERIFY(server.error(clock, kStart + 2s) <= 1ms);
  QVERIFY(clock.offset(kStart + 2s, {})->error <= 1ms);
}

void TestServerClock::oldKnowledgeIsReplaced() {
  ServerClock clock;
  Server(40ms).answer(clock, kStart, 0us, 0us);
  auto now = kStart;
  for (int second = 1; second <= 130; ++second)
    Server(40ms).answer(clock, now = kStart + second * 1s, 5ms, 5ms);
  QVERIFY2(clock.offset(now, {})->error >= 5ms, "The good answer of two minutes ago says no more.");
}

void TestServerClock::aClockThatWasSetIsFollowed() {
  ServerClock clock;
  Server(0ms).answer(clock, kStart, 300us, 300us);
  const Server later(5s);
  later.answer(clock, kStart + 1s, 10ms, 10ms);
  QVERIFY(later.error(clock, kStart + 1s) <= 11ms);
}

void TestServerClock::agesOfStamps() {
  const Server server(-2s);
  ServerClock clock;
  server.answer(clock, kStart, 0us, 0us);
  const auto age = clock.since(server.stampAt(kStart + 1s), kStart + 1s + 30ms);
  QVERIFY2(std::chrono::abs(*age - 30ms) <= 1ms, qPrintable(QString::number(age->count())));
}

void TestServerClock::earliestMomentOfAStamp() {
  const Server server(7s);
  ServerClock clock;
  QVERIFY(!clock.earliest(server.stampAt(kStart), kStart));
  server.answer(clock, kStart, 20ms, 10ms);
  const auto moment = kStart + 1s;
  const auto earliest = clock.earliest(server.stampAt(moment), moment + 2s);
  QVERIFY(earliest && *earliest <= moment && *earliest > moment - 40ms);
  QVERIFY2(!clock.earliest(server.stampAt(moment + 1h), moment), "the clock has been set");
}

QTEST_APPLESS_MAIN(TestServerClock)
#include "tst_server_clock.moc"
