// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sound/annunciator_bench.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::sound;

namespace {

const auto kHighLength = burstOf(Signal::High).duration();
const auto kMediumLength = burstOf(Signal::Medium).duration();
const auto kLowLength = burstOf(Signal::Low).duration();

}  // namespace

class AnnunciatorTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_bench.emplace(); }
  void silentWithoutAlarms();
  void repeatsByPriority_data();
  void repeatsByPriority();
  void settingsOutsideTheStandardChangeNothing();
  void mostUrgentHasTheVoice();
  void acknowledgedAlarmIsSilent();
  void moreUrgentAlarmInterruptsAtOnce();
  void lessUrgentAlarmWaits();
  void newAlarmOfTheSamePriorityWaitsOnlyTheShortestBreak();
  void escalatedAlarmSoundsAtOnce();
  void acknowledgedInTheFirstHalfStopsAfterFivePulses();
  void acknowledgedInTheSecondHalfPlaysToTheEnd();
  void mediumBurstIsAlwaysFinished();
  void needAgainWhileEndingGoesOn();
  void nextPriorityFollowsAfterTheShortestBreak();
  void acknowledgedAlarmKnownFromBeforeIsSilentAfterAReconnection();
  void lostPlaybackBeginsAgainAtOnce();
  void lateTimerCatchesUpOnce();

 private:
  std::optional<test::AnnunciatorBench> m_bench;
};

void AnnunciatorTest::silentWithoutAlarms() {
  m_bench->pass(60s);
  QCOMPARE(m_bench->heard(), QString());
  QVERIFY(!m_bench->annunciator().nextMoment());
  QVERIFY(!m_bench->annunciator().voice());
}

void AnnunciatorTest::repeatsByPriority_data() {
  QTest::addColumn<AlertPriority>("priority");
  QTest::addColumn<int>("intervalMillis");  // 0: the alarm sounds once
  QTest::addColumn<qlonglong>("burstMillis");
  QTest::addColumn<QString>("name");
  const auto row = [](const char* name, AlertPriority priority, milliseconds burst, int interval,
                      const char* letter) {
    QTest::newRow(name) << priority << interval << qlonglong{burst.count()}
                        << QString::fromLatin1(letter);
  };
  row("high, as it comes", AlertPriority::High, kHighLength, 7500, "H");
  row("high, fastest", AlertPriority::High, kHighLength, 2500, "H");
  row("high, slowest", AlertPriority::High, kHighLength, 15000, "H");
  row("medium, as it comes", AlertPriority::Medium, kMediumLength, 15000, "M");
  row("medium, fastest", AlertPriority::Medium, kMediumLength, 2500, "M");
  row("medium, slowest", AlertPriority::Medium, kMediumLength, 30000, "M");
  row("low, as it comes", AlertPriority::Low, kLowLength, 30000, "L");
  row("low, fastest", AlertPriority::Low, kLowLength, 15001, "L");
  row("low, once", AlertPriority::Low, kLowLength, 0, "L");
}

void AnnunciatorTest::repeatsByPriority() {
  QFETCH(AlertPriority, priority);
  QFETCH(int, intervalMillis);
  QFETCH(qlonglong, burstMillis);
  QFETCH(QString, name);
  SoundSettings settings;
  const milliseconds interval(intervalMillis);
  if (priority == AlertPriority::High) settings.repeat.high = interval;
  if (priority == AlertPriority::Medium) settings.repeat.medium = interval;
  if (priority == AlertPriority::Low)
    settings.repeat.low = intervalMillis > 0 ? std::optional(interval) : std::nullopt;
  m_bench->annunciator().setSettings(settings);

  m_bench->raise("a", priority);
  QCOMPARE(m_bench->heard(), u"0 "_s + name);
  QVERIFY(m_bench->annunciator().voice() == priority);
  m_bench->pass(120s);
  const auto period = intervalMillis + burstMillis;
  QStringList expected;
  for (qlonglong at = period; intervalMillis > 0 && at <= 120'000; at += period)
    expected << QStringLiteral("%1 %2").arg(at).arg(name);
  QCOMPARE(m_bench->heard(), expected.join(u", "_s));
}

void AnnunciatorTest::settingsOutsideTheStandardChangeNothing() {
  auto settings = SoundSettings();
  settings.repeat.high = 2499ms;
  m_bench->annunciator().setSettings(settings);
  QCOMPARE(m_bench->annunciator().settings(), SoundSettings());
}

void AnnunciatorTest::mostUrgentHasTheVoice() {
  m_bench->raise("low", AlertPriority::Low);
  m_bench->pass(5s);
  m_bench->raise("medium", AlertPriority::Medium);
  m_bench->pass(5s);
  m_bench->raise("high", AlertPriority::High);
  m_bench->pass(20s);
  QCOMPARE(m_bench->heard(), u"0 L, 5000 M, 10000 H, 21000 H"_s);
}

void AnnunciatorTest::acknowledgedAlarmIsSilent() {
  m_bench->raise("a", AlertPriority::Medium);
  m_bench->pass(5s);
  m_bench->acknowledge("a");
  QVERIFY(!m_bench->annunciator().voice());
  m_bench->pass(10min);
  QCOMPARE(m_bench->heard(), u"0 M"_s);
}

void AnnunciatorTest::moreUrgentAlarmInterruptsAtOnce() {
  m_bench->raise("medium", AlertPriority::Medium);
  m_bench->pass(100ms);
  m_bench->raise("high", AlertPriority::High);
  QCOMPARE(m_bench->heard(), u"0 M, 100 H"_s);
}

void AnnunciatorTest::lessUrgentAlarmWaits() {
  m_bench->raise("high", AlertPriority::High);
  m_bench->pass(100ms);
  m_bench->raise("medium", AlertPriority::Medium);
  m_bench->raise("low", AlertPriority::Low);
  m_bench->pass(20s);
  QCOMPARE(m_bench->heard(), u"0 H, 11000 H"_s);
}

void AnnunciatorTest::newAlarmOfTheSamePriorityWaitsOnlyTheShortestBreak() {
  m_bench->raise("a", AlertPriority::High);
  m_bench->pass(4s);
  m_bench->raise("b", AlertPriority::High, test::kBed2);
  m_bench->pass(1s);
  QCOMPARE(m_bench->heard(), u"0 H"_s);
  m_bench->pass(16s);  // 3500 + 2500; then as usual
  QCOMPARE(m_bench->heard(), u"6000 H, 17000 H"_s);
}

void AnnunciatorTest::escalatedAlarmSoundsAtOnce() {
  m_bench->raise("a", AlertPriority::Low);
  m_bench->pass(5s);
  m_bench->raise("a", AlertPriority::High);
  QCOMPARE(m_bench->heard(), u"0 L, 5000 H"_s);
}

void AnnunciatorTest::acknowledgedInTheFirstHalfStopsAfterFivePulses() {
  m_bench->raise("a", AlertPriority::High);
  m_bench->pass(200ms);
  m_bench->acknowledge("a");
  m_bench->pass(10s);
  const auto half = burstOf(Signal::High).leastDuration().count();
  QCOMPARE(m_bench->heard(), QStringLiteral("0 H, %1 stop").arg(half));
}

void AnnunciatorTest::acknowledgedInTheSecondHalfPlaysToTheEnd() {
  m_bench->raise("a", AlertPriority::High);
  m_bench->pass(2s);
  m_bench->acknowledge("a");
  m_bench->pass(10s);
  QCOMPARE(m_bench->heard(), u"0 H"_s);
}

void AnnunciatorTest::mediumBurstIsAlwaysFinished() {
  m_bench->raise("a", AlertPriority::Medium);
  m_bench->pass(100ms);
  m_bench->acknowledge("a");
  m_bench->pass(10s);
  QCOMPARE(m_bench->heard(), u"0 M"_s);
}

void AnnunciatorTest::needAgainWhileEndingGoesOn() {
  m_bench->raise("a", AlertPriority::High);
  m_bench->pass(200ms);
  m_bench->acknowledge("a");
  m_bench->pass(200ms);
  m_bench->raise("b", AlertPriority::High);
  m_bench->pass(5500ms);
  QCOMPARE(m_bench->heard(), u"0 H"_s);
  m_bench->pass(100ms);
  QCOMPARE(m_bench->heard(), u"6000 H"_s);
}

void AnnunciatorTest::nextPriorityFollowsAfterTheShortestBreak() {
  m_bench->raise("high", AlertPriority::High);
  m_bench->raise("medium", AlertPriority::Medium);
  m_bench->pass(2s);
  m_bench->acknowledge("high");
  m_bench->pass(20s);
  QCOMPARE(m_bench->heard(), u"0 H, 6000 M, 21940 M"_s);
}

void AnnunciatorTest::acknowledgedAlarmKnownFromBeforeIsSilentAfterAReconnection() {
  m_bench->raise("a", AlertPriority::High);
  m_bench->pass(5s);
  m_bench->acknowledge("a");
  const auto known = m_bench->alarms();
  m_bench->setAlarms({});
  m_bench->pass(30s);
  m_bench->heard();
  m_bench->setAlarms(known);
  m_bench->pass(60s);
  QCOMPARE(m_bench->heard(), QString());
}

void AnnunciatorTest::lostPlaybackBeginsAgainAtOnce() {
  m_bench->raise("a", AlertPriority::High);
  m_bench->pass(1s);
  m_bench->annunciator().forgetPlayed();
  m_bench->pass(1s);
  QCOMPARE(m_bench->heard(), u"0 H, 1000 H"_s);
}

void AnnunciatorTest::lateTimerCatchesUpOnce() {
  m_bench->raise("a", AlertPriority::High);
  m_bench->clock().advance(60s);
  m_bench->act();
  m_bench->act();
  QCOMPARE(m_bench->heard(), u"0 H, 60000 H"_s);
}

QTEST_APPLESS_MAIN(AnnunciatorTest)
#include "tst_annunciator.moc"
