// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <set>

#include "session/backoff.h"

using namespace std::chrono_literals;
using vitalwall::session::Backoff;

class TestBackoff : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void staysBelowABoundThatDoubles();
  void jittersOverTheWholeRange();
  void beginsAgainAfterReset();
  void isTheSameForTheSameSeed();
};

void TestBackoff::staysBelowABoundThatDoubles() {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    Backoff backoff{std::mt19937_64(seed)};
    for (const auto bound : {250ms, 500ms, 1000ms, 2000ms, 4000ms, 4000ms, 4000ms}) {
      const auto delay = backoff.next();
      QVERIFY(delay >= 0ms);
      QVERIFY(delay <= bound);
    }
  }
}

void TestBackoff::jittersOverTheWholeRange() {
  std::set<int> quarters;
  for (std::uint64_t seed = 1; seed <= 300; ++seed)
    quarters.insert(int(Backoff{std::mt19937_64(seed)}.next() / 63ms));
  QCOMPARE(quarters, (std::set<int>{0, 1, 2, 3}));
}

void TestBackoff::beginsAgainAfterReset() {
  Backoff backoff{std::mt19937_64(3)};
  for (int attempt = 0; attempt < 8; ++attempt) backoff.next();
  for (int round = 0; round < 100; ++round) {
    backoff.reset();
    QVERIFY(backoff.next() <= 250ms);
  }
}

void TestBackoff::isTheSameForTheSameSeed() {
  Backoff one{std::mt19937_64(9)};
  Backoff other{std::mt19937_64(9)};
  for (int attempt = 0; attempt < 20; ++attempt) QCOMPARE(one.next(), other.next());
}

QTEST_APPLESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
