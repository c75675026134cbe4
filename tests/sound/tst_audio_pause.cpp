// SPDX-License-Identifier: GPL-3.0-or-later
// Audio pauses: of the station and of patients, what breaks through, and the reminder.
#include <QtTest>

#include "sound/annunciator_bench.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::sound;
using test::kBed1;
using test::kBed2;

class AudioPauseTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void pauseSilencesAndEndsByItself();
  void pauseCanBeEnded();
  void shortPauseDoesNotQuickenTheRepetition();
  void newAlarmDuringAPause_data();
  void newAlarmDuringAPause();
  void acknowledgedAlarmMufflesNoOther();
  void escalationDuringAPauseBreaksThrough();
  void pausingAgainSilencesWhatBrokeThrough();
  void conditionThatEndedMeanwhileIsSilent();
  void patientPauseSilencesNobodyElse();
  void alarmsHeardOfLateBelongToThePause();
  void equalPauseIsTheSamePause();
  void fastServerClockCannotProlongAPause();
  void wallClockThatJumpsDoesNotMoveThePause();
  void reminderWhileAPauseLasts_data();
  void reminderWhileAPauseLasts();
  void alarmThatBreaksThroughPostponesTheReminder();
  void reminderYieldsToAnAlarm();

 private:
  std::optional<test::AnnunciatorBench> m_bench;
};

void AudioPauseTest::init() {
  m_bench.emplace();
}

void AudioPauseTest::pauseSilencesAndEndsByItself() {
  m_bench->raise("a", AlertPriority::Medium);
  m_bench->pass(5s);
  m_bench->pauseStation(60s);
  QVERIFY(m_bench->annunciator().pausedUntil() == m_bench->clock().wallNow() + 60s);
  QVERIFY(!m_bench->annunciator().voice());
  m_bench->pass(60s);
  QCOMPARE(m_bench->heard(), u"0 M, 65000 M"_s);
  QVERIFY(!m_bench->annunciator().pausedUntil());
  QVERIFY(m_bench->annunciator().voice() == AlertPriority::Medium);
}

void AudioPauseTest::pauseCanBeEnded() {
  m_bench->raise("a", AlertPriority::Medium);
  m_bench->pauseStation(60s);
  m_bench->pass(30s);
  m_bench->pauseStation(0s);
  QCOMPARE(m_bench->heard(), u"0 M, 30000 M"_s);
}

void AudioPauseTest::shortPauseDoesNotQuickenTheRepetition() {
  m_bench->raise("a", AlertPriority::High);
  m_bench->pass(4s);
  m_bench->pauseStation(1s);
  m_bench->pass(7s);
  QCOMPARE(m_bench->heard(), u"0 H, 11000 H"_s);
}

void AudioPauseTest::newAlarmDuringAPause_data() {
  using Priorities = QList<AlertPriority>;
  QTest::addColumn<Priorities>("there");
  QTest::addColumn<AlertPriority>("arriving");
  QTest::addColumn<bool>("sounds");
  const auto high = AlertPriority::High;
  const auto medium = AlertPriority::Medium;
  const auto low = AlertPriority::Low;
  QTest::newRow("low there, high comes") << Priorities{low} << high << true;
  QTest::newRow("low there, medium comes") << Priorities{low} << medium << true;
  QTest::newRow("low there, low comes") << Priorities{low} << low << false;
  QTest::newRow("medium there, high comes") << Priorities{medium} << high << true;
  QTest::newRow("medium there, medium comes") << Priorities{medium} << medium << false;
  QTest::newRow("medium there, low comes") << Priorities{medium} << low << false;
  QTest::newRow("high there, high comes") << Priorities{high} << high << false;
  QTest::newRow("low and medium there, medium comes") << Priorities{low, medium} << medium << false;
  QTest::newRow("low and medium there, high comes") << Priorities{low, medium} << high << true;
  QTest::newRow("nothing there, low comes") << Priorities{} << low << true;
}

void AudioPauseTest::newAlarmDuringAPause() {
  QFETCH(QList<AlertPriority>, there);
  QFETCH(AlertPriority, arriving);
  QFETCH(bool, sounds);
  for (int i = 0; i < there.size(); ++i) m_bench->raise(std::to_string(i).c_str(), there.at(i));
  m_bench->pauseStation(60s);
  m_bench->pass(20s);
  m_bench->heard();
  m_bench->raise("new", arriving, kBed2);
  QCOMPARE(!m_bench->heard().isEmpty(), sounds);
  m_bench->pass(39s);
  QVERIFY(sounds || m_bench->heard().isEmpty());
  QCOMPARE(m_bench->annunciator().voice(), sounds ? std::optional(arriving) : std::nullopt);
}

void AudioPauseTest::acknowledgedAlarmMufflesNoOther() {
  m_bench->raise("seen", AlertPriority::High);
  m_bench->acknowledge("seen");
  m_bench->raise("a", AlertPriority::Low);
  m_bench->pauseStation(60s);
  m_bench->pass(20s);
  m_bench->heard();
  m_bench->raise("new", AlertPriority::High);
  QCOMPARE(m_bench->heard(), u"20000 H"_s);
}

void AudioPauseTest::escalationDuringAPauseBreaksThrough() {
  m_bench->raise("a", AlertPriority::Medium);
  m_bench->pauseStation(60s);
  m_bench->pass(20s);
  m_bench->raise("a", AlertPriority::High);
  QCOMPARE(m_bench->heard(), u"0 M, 20000 H"_s);
}

void AudioPauseTest::pausingAgainSilencesWhatBrokeThrough() {
  m_bench->raise("a", AlertPriority::Low);
  m_bench->pauseStation(60s);
  m_bench->pass(20s);
  m_bench->raise("b", AlertPriority::High);
  m_bench->pass(5s);
  m_bench->pauseStation(60s);
  m_bench->pass(59s);
  QCOMPARE(m_bench->heard(), u"0 L, 20000 H"_s);
}

void AudioPauseTest::conditionThatEndedMeanwhileIsSilent() {
  m_bench->raise("a", AlertPriority::Medium);
  m_bench->pauseStation(60s);
  m_bench->setAlarms({});
  m_bench->pass(10min);
  QCOMPARE(m_bench->heard(), u"0 M"_s);
}

void AudioPauseTest::patientPauseSilencesNobodyElse() {
  m_bench->raise("a", AlertPriority::Medium, kBed1);
  m_bench->pausePatient(kBed1, 2min);
  m_bench->pass(5s);
  m_bench->raise("b", AlertPriority::Medium, kBed2);
  m_bench->pass(1s);
  m_bench->raise("c", AlertPriority::Low, kBed1);
  QCOMPARE(m_bench->heard(), u"0 M, 5000 M"_s);
  QVERIFY(!m_bench->annunciator().pausedUntil());
  m_bench->acknowledge("b");
  m_bench->pass(113s);
  QCOMPARE(m_bench->heard(), QString());
  m_bench->pass(1s);
  QCOMPARE(m_bench->heard(), u"120000 M"_s);
}

void AudioPauseTest::alarmsHeardOfLateBelongToThePause() {
  const AudibleAlarm before{.id = AlertId::fromName("before"),
                            .patient = kBed1,
                            .priority = AlertPriority::High,
                            .raisedAt = m_bench->clock().wallNow() - 10s,
                            .acknowledged = false};
  m_bench->pausePatient(kBed1, 60s);
  m_bench->setAlarms({before});
  m_bench->pass(50s);
  QCOMPARE(m_bench->heard(), QString());
  m_bench->pass(10s);
  QCOMPARE(m_bench->heard(), u"60000 H"_s);
}

void AudioPauseTest::equalPauseIsTheSamePause() {
  const auto now = m_bench->clock().now();
  const PatientPauses pauses = {{kBed1, {.by = "Kim", .at = now.wall, .until = now.wall + 60s}}};
  auto& annunciator = m_bench->annunciator();
  m_bench->raise("a", AlertPriority::Low);
  annunciator.setPatientPauses(pauses, now);
  m_bench->pass(1s);
  m_bench->raise("b", AlertPriority::High);
  annunciator.setPatientPauses(pauses, m_bench->clock().now());
  m_bench->act();
  QVERIFY(annunciator.voice() == AlertPriority::High);
}

void AudioPauseTest::fastServerClockCannotProlongAPause() {
  const auto now = m_bench->clock().now();
  const auto server = now.wall + 5min;
  m_bench->raise("a", AlertPriority::Medium);
  m_bench->annunciator().setPatientPauses(
      {{kBed1, {.by = "Kim", .at = server, .until = server + 60s}}}, now);
  m_bench->pass(60s);
  QCOMPARE(m_bench->heard(), u"0 M, 60000 M"_s);
}

void AudioPauseTest::wallClockThatJumpsDoesNotMoveThePause() {
  m_bench->raise("a", AlertPriority::Medium);
  m_bench->pauseStation(60s);
  m_bench->clock().jumpWall(-1h);
  m_bench->pass(60s);
  QCOMPARE(m_bench->heard(), u"0 M, 60000 M"_s);
}

void AudioPauseTest::reminderWhileAPauseLasts_data() {
  QTest::addColumn<int>("minutes");
  QTest::addColumn<QString>("heard");
  QTest::newRow("1 min") << 1 << u"60000 R, 120180 R, 180360 R, 240540 R"_s;
  QTest::newRow("2 min") << 2 << u"120000 R, 240180 R"_s;
  QTest::newRow("10 min") << 10 << QString();
}

void AudioPauseTest::reminderWhileAPauseLasts() {
  QFETCH(int, minutes);
  QFETCH(QString, heard);
  SoundSettings settings;
  settings.reminder = std::chrono::minutes(minutes);
  m_bench->annunciator().setSettings(settings);
  m_bench->pauseStation(270s);
  m_bench->pass(20min);
  QCOMPARE(m_bench->heard(), heard);
}

void AudioPauseTest::alarmThatBreaksThroughPostponesTheReminder() {
  m_bench->pauseStation(200s);
  m_bench->pass(60s);
  m_bench->raise("a", AlertPriority::High);
  m_bench->pass(4s);
  m_bench->acknowledge("a");
  m_bench->pass(10min);
  QCOMPARE(m_bench->heard(), u"60000 H, 183500 R"_s);
}

void AudioPauseTest::reminderYieldsToAnAlarm() {
  m_bench->pauseStation(5min);
  m_bench->pass(120100ms);
  m_bench->raise("a", AlertPriority::Low);
  QCOMPARE(m_bench->heard(), u"120000 R, 120100 L"_s);
}

QTEST_APPLESS_MAIN(AudioPauseTest)
#include "tst_audio_pause.moc"
