// SPDX-License-Identifier: GPL-3.0-or-later
// 10,000 invented histories (1,000 where asserts or sanitizers slow them down) against what must
// always hold: see PublishedRecord and AlarmHistory::take(). A failing seed is printed;
// VITALWALL_HISTORY_SEED=N replays it alone.
#include <QTest>

#include "alarms/alarm_history.h"

using namespace vitalwall::alarms::testing;

namespace {

constexpr int kSteps = 32;
constexpr std::uint64_t kRepeatEvery = 10;  ///< these run twice, and must be the same
#ifdef NDEBUG
constexpr std::uint64_t kHistories = 10'000;
#else
constexpr std::uint64_t kHistories = 1'000;
#endif

/// What must not have happened, or nothing.
std::string flawOf(std::uint64_t seed) {
  AlarmHistory history(seed);
  if (!history.run(kSteps)) return history.violation();
  if (seed % kRepeatEvery != 0) return "";
  AlarmHistory again(seed);
  again.run(kSteps);
  return again.transcript() == history.transcript() ? "" : "the same seed gives another history";
}

}  // namespace

class TestAlarmHistories : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingForbiddenHappens() {
    const auto chosen = qEnvironmentVariable("VITALWALL_HISTORY_SEED");
    const std::uint64_t first = chosen.isEmpty() ? 1 : chosen.toULongLong();
    const std::uint64_t last = chosen.isEmpty() ? kHistories : first;
    for (std::uint64_t seed = first; seed <= last; ++seed) {
      const std::string flaw = flawOf(seed);
      QVERIFY2(flaw.empty(), qPrintable(QStringLiteral("VITALWALL_HISTORY_SEED=%1: %2")
                                            .arg(seed)
                                            .arg(QString::fromStdString(flaw))));
    }
  }

  /// Histories in which nothing happens would prove nothing.
  void historiesAreEventful() {
    std::size_t alerts = 0;
    std::size_t audit = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      AlarmHistory history(seed);
      QVERIFY(history.run(kSteps));
      for (const auto& changes : history.transcript()) {
        alerts += changes.alerts.size();
        audit += changes.audit.size();
      }
    }
    QVERIFY2(alerts > 4000, qPrintable(QString::number(alerts)));
    QVERIFY2(audit > 500, qPrintable(QString::number(audit)));
  }
};

QTEST_APPLESS_MAIN(TestAlarmHistories)
#include "tst_alarm_histories.moc"
