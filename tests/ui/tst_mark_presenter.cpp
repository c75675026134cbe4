// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "ui/mark_presenter.h"
#include "ui/wall/tile_words.h"
#include "ui/ward_fixture.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::ui;

using Change = std::function<void(AlarmSettings&)>;
Q_DECLARE_METATYPE(Change)

class MarkPresenterTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void everyDeviationHasItsSign_data();
  void everyDeviationHasItsSign();
  void pauseCountsDownAndGoes();
  void unrecordedAlarmIsMarked();
  void scoreComesFirstWithItsArrow();
  void urgentScoreIsAWarning();
  void missingItemsAreSpoken();

 private:
  std::vector<TileMark> marks() const {
    return presentMarks(m_fixture->ward, m_fixture->ward.beds().bed(0));
  }
  void breathe(double perMinute);

  std::unique_ptr<test::WardFixture> m_fixture;
  Patient m_patient;
};

void MarkPresenterTest::init() {
  QLocale::setDefault(QLocale::c());
  m_fixture = std::make_unique<test::WardFixture>();
  m_patient = m_fixture->addBed("Bed 1");
}

void MarkPresenterTest::everyDeviationHasItsSign_data() {
  QTest::addColumn<Change>("change");
  QTest::addColumn<AlarmSymbol>("symbol");
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("spoken");
  const auto row = [](const char* name, AlarmSymbol symbol, const char* text, const char* spoken,
                      Change change) {
    QTest::newRow(name) << std::move(change) << symbol << QString::fromUtf8(text)
                        << QString::fromUtf8(spoken);
  };
  const auto off = [](MdcCode code) {
    return [code](AlarmSettings& settings) {
      test::alarmsOf(settings, code).off = AlarmOff{"care", "Kim", test::kNoon};
    };
  };
  row("one off", AlarmSymbol::AlarmOff, "HR", "alarm off: HR", off(mdc::kHeartRate));
  row("two off", AlarmSymbol::AlarmOff, "HR SpO2", "alarm off: HR SpO2",
      [off](AlarmSettings& settings) {
        off(mdc::kHeartRate)(settings);
        off(mdc::kSpO2)(settings);
      });
  row("three off", AlarmSymbol::AlarmOff, "3", "alarm off: 3", [off](AlarmSettings& settings) {
    for (const auto code : {mdc::kHeartRate, mdc::kSpO2, mdc::kTemperature}) off(code)(settings);
  });
  row("limits", AlarmSymbol::LimitsChanged, "Limits", "limits are not the unit's",
      [](AlarmSettings& settings) {
        test::alarmsOf(settings, mdc::kHeartRate).limits.high = 140;
        test::alarmsOf(settings, mdc::kSpO2).limits.low = 85;
      });
  row("not recorded", AlarmSymbol::NotRecorded, "Not recorded", "alarms are not recorded",
      [](AlarmSettings& settings) { settings.recorded = false; });
}

void MarkPresenterTest::everyDeviationHasItsSign() {
  QFETCH(Change, change);
  QFETCH(AlarmSymbol, symbol);
  QFETCH(QString, spoken);
  m_fixture->set(m_patient.id, change);
  QCOMPARE(marks().size(), 1U);
  const auto mark = marks().front();
  QCOMPARE(mark.symbol, symbol);
  QTEST(mark.text, "text");
  QVERIFY(mark.warning);
  TileContent tile;
  tile.marks = {mark};
  QCOMPARE(wordsOf(tile), spoken);
}

void MarkPresenterTest::pauseCountsDownAndGoes() {
  const auto now = m_fixture->clock.wallNow();
  m_fixture->set(m_patient.id, [now](AlarmSettings& settings) {
    settings.audioPaused = TimedPause{"Kim", now, now + 120s};
    settings.alarmsPaused = TimedPause{"Kim", now, now + 60s};
  });
  QCOMPARE(marks().size(), 2U);
  QCOMPARE(marks()[0].symbol, AlarmSymbol::AlarmPaused);
  QCOMPARE(marks()[1].symbol, AlarmSymbol::AudioPaused);
  m_fixture->clock.advance(15s);
  QCOMPARE(marks()[0].text, QStringLiteral("0:45"));
  QCOMPARE(marks()[1].text, QStringLiteral("1:45"));
  m_fixture->clock.advance(45s);
  QCOMPARE(marks().size(), 1U);
  m_fixture->clock.advance(60s);
  QVERIFY(marks().empty());
}

void MarkPresenterTest::unrecordedAlarmIsMarked() {
  auto alert = test::makeAlert("HR 134 > 120", m_patient.id, AlertPriority::High);
  alert.recorded = false;
  m_fixture->ward.apply(alert);
  QCOMPARE(marks().front().symbol, AlarmSymbol::NotRecorded);
}

/// Vitals of a well adult who breathes so often.
void MarkPresenterTest::breathe(double perMinute) {
  const auto now = m_fixture->clock.wallNow();
  m_fixture->receive(
      m_patient.id,
      {test::makeNumeric(mdc::kRespiratoryRate, perMinute, now),
       test::makeNumeric(mdc::kSpO2, 98, now), test::makeNumeric(mdc::kArterialSystolic, 120, now),
       test::makeNumeric(mdc::kHeartRate, 70, now), test::makeNumeric(mdc::kTemperature, 37, now)});
}

void MarkPresenterTest::scoreComesFirstWithItsArrow() {
  m_fixture->set(m_patient.id, [](AlarmSettings& settings) {
    settings.news2 = {false, false, Consciousness::Alert};
    settings.recorded = false;
  });
  breathe(14);
  m_fixture->clock.advance(10min);
  breathe(22);
  QCOMPARE(marks().size(), 2U);
  QCOMPARE(marks().front().text, QStringLiteral("NEWS 2 \u2191"));
  QVERIFY(!marks().front().warning);
}

void MarkPresenterTest::urgentScoreIsAWarning() {
  m_fixture->set(m_patient.id, [](AlarmSettings& settings) {
    settings.news2 = {false, true, Consciousness::Voice};
  });
  breathe(14);
  QCOMPARE(marks().front().text, QStringLiteral("NEWS 5"));
  QVERIFY(marks().front().warning);
}

void MarkPresenterTest::missingItemsAreSpoken() {
  m_fixture->set(m_patient.id,
                 [](AlarmSettings& settings) { settings.news2.supplementalOxygen = false; });
  breathe(14);
  QCOMPARE(marks().front().meaning, QStringLiteral("NEWS \u22650, missing consciousness"));
}

QTEST_GUILESS_MAIN(MarkPresenterTest)
#include "tst_mark_presenter.moc"
