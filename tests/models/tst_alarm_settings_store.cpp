// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QtTest>

#include "models/alarm_settings_store.h"
#include "models/deviation.h"
#include "support/alarm_settings.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class AlarmSettingsStoreTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_store = std::make_unique<AlarmSettingsStore>(); }
  void newestRevisionWins();
  void restartedServerCountsRevisionsAnew();
  void completeSnapshotDropsWhatIsNotInIt();
  void replayKeepsWhatIsNotInIt();
  void changeIsSignalled();
  void unitDefaultsDoNotDeviate();
  void deviationsComeByGravity();
  void pauseEndsByTime();
  void limitsAreWritten_data();
  void limitsAreWritten();

 private:
  std::uint64_t revision() const { return m_store->find(m_patient)->revision; }

  const PatientId m_patient = PatientId::fromName("Bed 1");
  std::unique_ptr<AlarmSettingsStore> m_store;
};

void AlarmSettingsStoreTest::newestRevisionWins() {
  QVERIFY(!m_store->find(m_patient));
  m_store->apply(test::makeSettings(m_patient, 5));
  m_store->apply(test::makeSettings(m_patient, 4));
  QCOMPARE(revision(), 5U);
  m_store->apply(test::makeSettings(m_patient, 6));
  QCOMPARE(revision(), 6U);
}

void AlarmSettingsStoreTest::restartedServerCountsRevisionsAnew() {
  m_store->apply(test::makeSettings(m_patient, 900));
  m_store->beginResync();
  QCOMPARE(revision(), 900U);
  m_store->apply(test::makeSettings(m_patient, 1));
  QCOMPARE(revision(), 1U);
  m_store->endSnapshot({.patient = m_patient, .cursor = {}, .complete = true});
  QCOMPARE(revision(), 1U);
}

void AlarmSettingsStoreTest::completeSnapshotDropsWhatIsNotInIt() {
  const auto other = PatientId::fromName("Bed 2");
  m_store->apply(test::makeSettings(m_patient, 1));
  m_store->apply(test::makeSettings(other, 2));
  m_store->beginResync();
  m_store->endSnapshot({.patient = m_patient, .cursor = {}, .complete = true});
  QVERIFY(!m_store->find(m_patient));
  QVERIFY(m_store->find(other));
}

void AlarmSettingsStoreTest::replayKeepsWhatIsNotInIt() {
  m_store->apply(test::makeSettings(m_patient, 7));
  m_store->beginResync();
  m_store->endSnapshot({.patient = m_patient, .cursor = {}, .complete = false});
  m_store->apply(test::makeSettings(m_patient, 6));
  QCOMPARE(revision(), 7U);
}

void AlarmSettingsStoreTest::changeIsSignalled() {
  QSignalSpy changes(m_store.get(), &AlarmSettingsStore::changed);
  m_store->apply(test::makeSettings(m_patient, 2));
  m_store->apply(test::makeSettings(m_patient, 1));
  m_store->forget(m_patient);
  m_store->forget(m_patient);
  QCOMPARE(changes.count(), 2);
}

void AlarmSettingsStoreTest::unitDefaultsDoNotDeviate() {
  QVERIFY(deviationsOf(test::makeSettings(m_patient), test::kNoon).empty());
}

void AlarmSettingsStoreTest::deviationsComeByGravity() {
  auto settings = test::makeSettings(m_patient);
  test::alarmsOf(settings, mdc::kHeartRate).limits.high = 150;
  test::alarmsOf(settings, mdc::kSpO2).off =
      AlarmOff{.reason = "sensor is being moved", .by = "Kim", .at = test::kNoon};
  settings.audioPaused = TimedPause{.by = "Kim", .at = test::kNoon, .until = test::kNoon + 120s};
  settings.alarmsPaused = settings.audioPaused;
  QStringList texts;
  for (const auto& deviation : deviationsOf(settings, test::kNoon + 1s))
    texts << deviationText(deviation);
  const QStringList expected{QStringLiteral("SpO2 alarm off"), QStringLiteral("Alarms paused"),
                             QStringLiteral("Sound paused"),
                             QStringLiteral("HR limits 50\u2013150, extreme 40\u2013140 (unit: "
                                            "50\u2013120, extreme 40\u2013140)")};
  QCOMPARE(texts, expected);
}

void AlarmSettingsStoreTest::pauseEndsByTime() {
  auto settings = test::makeSettings(m_patient);
  settings.audioPaused = TimedPause{.by = "Kim", .at = test::kNoon, .until = test::kNoon + 120s};
  QCOMPARE(deviationsOf(settings, test::kNoon + 119s).size(), 1U);
  QVERIFY(deviationsOf(settings, test::kNoon + 120s).empty());
}

void AlarmSettingsStoreTest::limitsAreWritten_data() {
  QTest::addColumn<std::optional<double>>("low");
  QTest::addColumn<std::optional<double>>("high");
  QTest::addColumn<QString>("text");
  const std::optional<double> none;
  QTest::newRow("both") << std::optional(36.0) << std::optional(39.0)
                        << QStringLiteral("36.0\u201339.0");
  QTest::newRow("low") << std::optional(36.0) << none << QStringLiteral("> 36.0");
  QTest::newRow("high") << none << std::optional(39.0) << QStringLiteral("< 39.0");
  QTest::newRow("none") << none << none << QStringLiteral("\u2013");
}

void AlarmSettingsStoreTest::limitsAreWritten() {
  QFETCH(std::optional<double>, low);
  QFETCH(std::optional<double>, high);
  QTEST(limitText(mdc::kTemperature, low, high), "text");
}

QTEST_APPLESS_MAIN(AlarmSettingsStoreTest)
#include "tst_alarm_settings_store.moc"
