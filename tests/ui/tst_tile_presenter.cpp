// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "ui/numeric_presenter.h"
#include "ui/texts.h"
#include "ui/tile_presenter.h"
#include "ui/ward_fixture.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::ui;

class TilePresenterTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void valueByAge_data();
  void valueByAge();
  void valueByValidity_data();
  void valueByValidity();
  void pressuresAreOneNumber_data();
  void pressuresAreOneNumber();
  void promisedNumericIsShownAsDashes();
  void unknownCodeIsShownByItsNumber();
  void cuffPressureCarriesItsTime();
  void limitsOnlyOfAServerThatTellsThem();
  void alarmOffIsMarkedAtItsValue();
  void latchedAlarmIsSteadyAndItsValueIsNot();
  void alarmLineShowsTheWorst();
  void acknowledgedAlarmDoesNotFlashItsNumeric();
  void noticeTellsWhyThereIsNoWave_data();
  void noticeTellsWhyThereIsNoWave();
  void wavesWithoutValuesAreMarked();
  void wavesComeByImportance();
  void selectedTileIsMarked();

 private:
  TileContent tile(bool selected = false) const {
    return presentTile(m_fixture->ward, 0, selected);
  }
  const TileNumeric& numeric(const TileContent& content, const char* label) const;

  std::unique_ptr<test::WardFixture> m_fixture;
  Patient m_patient;
};

void TilePresenterTest::init() {
  QLocale::setDefault(QLocale::c());
  m_fixture = std::make_unique<test::WardFixture>();
  m_patient = m_fixture->addBed("Bed 1");
}

const TileNumeric& TilePresenterTest::numeric(const TileContent& content, const char* label) const {
  for (const auto& shown : content.numerics)
    if (shown.label == QLatin1String(label)) return shown;
  static const TileNumeric missing;
  return missing;
}

void TilePresenterTest::valueByAge_data() {
  QTest::addColumn<bool>("extended");
  QTest::addColumn<int>("seconds");
  QTest::addColumn<Freshness>("freshness");
  QTest::addColumn<QString>("note");  // what stands beneath the value
  QTest::newRow("now") << true << 0 << Freshness::Fresh << QStringLiteral("50\u2013120");
  QTest::newRow("2 s") << true << 2 << Freshness::Fresh << QStringLiteral("50\u2013120");
  QTest::newRow("3 s") << true << 3 << Freshness::Dimmed << QStringLiteral("3 s");
  QTest::newRow("9 s") << true << 9 << Freshness::Dimmed << QStringLiteral("9 s");
  QTest::newRow("10 s") << true << 10 << Freshness::Lost << QStringLiteral("TIME");
  QTest::newRow("plain, 5 s") << false << 5 << Freshness::Fresh << QStringLiteral("5 s");
  QTest::newRow("plain, 15 s") << false << 15 << Freshness::Fresh << QStringLiteral("15 s");
  QTest::newRow("plain, 16 s") << false << 16 << Freshness::Dimmed << QStringLiteral("16 s");
  QTest::newRow("plain, 30 s") << false << 30 << Freshness::Lost << QStringLiteral("TIME");
}

void TilePresenterTest::valueByAge() {
  QFETCH(bool, extended);
  QFETCH(int, seconds);
  QFETCH(Freshness, freshness);
  QFETCH(QString, note);
  m_fixture->connectTo(extended);
  if (extended) m_fixture->setDefaults(m_patient.id);
  const auto measured = shortTimeText(m_fixture->clock.wallNow());
  m_fixture->receive(m_patient.id, {test::makeNumeric(mdc::kHeartRate, 80)});
  m_fixture->clock.advance(std::chrono::seconds(seconds));

  const auto content = tile();
  const auto& shown = numeric(content, "HR");
  QCOMPARE(shown.freshness, freshness);
  QCOMPARE(shown.value, QStringLiteral("80"));
  QCOMPARE(freshness == Freshness::Fresh ? shown.limits : shown.ageText,
           note == QStringLiteral("TIME") ? measured : note);
}

void TilePresenterTest::valueByValidity_data() {
  QTest::addColumn<Validity>("validity");
  QTest::addColumn<bool>("hasValue");
  QTest::addColumn<QString>("value");
  QTest::addColumn<QString>("note");
  const auto limits = QStringLiteral("50\u2013120");
  QTest::newRow("valid") << Validity::Valid << true << QStringLiteral("80") << limits;
  QTest::newRow("missing") << Validity::NotMeasured << false << QString() << limits;
  QTest::newRow("lead off") << Validity::LeadOff << false << QString()
                            << QStringLiteral("lead off");
  QTest::newRow("questionable") << Validity::Questionable << true << QStringLiteral("80?")
                                << QStringLiteral("check");
}

void TilePresenterTest::valueByValidity() {
  QFETCH(Validity, validity);
  QFETCH(bool, hasValue);
  QFETCH(QString, value);
  QFETCH(QString, note);
  m_fixture->setDefaults(m_patient.id);
  auto rate = test::makeNumeric(mdc::kHeartRate, 80);
  rate.validity = validity;
  if (!hasValue) rate.value.reset();
  m_fixture->receive(m_patient.id, {rate});
  const auto content = tile();
  QCOMPARE(numeric(content, "HR").value, value);
  QCOMPARE(numeric(content, "HR").limits, note);
}

void TilePresenterTest::pressuresAreOneNumber_data() {
  QTest::addColumn<std::vector<Numeric>>("numerics");
  QTest::addColumn<QString>("value");
  using test::makeNumeric;
  const auto systolic = makeNumeric(mdc::kArterialSystolic, 118.4);
  const auto diastolic = makeNumeric(mdc::kArterialDiastolic, 76);
  const auto mean = makeNumeric(mdc::kArterialMean, 90);
  using Numerics = std::vector<Numeric>;
  QTest::newRow("all") << Numerics{systolic, diastolic, mean} << QStringLiteral("118/76");
  QTest::newRow("mean only") << Numerics{mean} << QStringLiteral("(90)");
  QTest::newRow("no diastolic") << Numerics{systolic, mean} << QStringLiteral("118/--");
}

void TilePresenterTest::pressuresAreOneNumber() {
  QFETCH(std::vector<Numeric>, numerics);
  QFETCH(QString, value);
  m_fixture->receive(m_patient.id, numerics);
  const auto content = tile();
  QCOMPARE(numeric(content, "ABP").value, value);
  QCOMPARE(content.numerics.size(), 3U);  // with HR and SpO2, which the directory promises
}

void TilePresenterTest::promisedNumericIsShownAsDashes() {
  const auto content = tile();
  QCOMPARE(numeric(content, "SpO2").label, QStringLiteral("SpO2"));
  QCOMPARE(numeric(content, "SpO2").value, QString());
}

void TilePresenterTest::unknownCodeIsShownByItsNumber() {
  m_fixture->receive(m_patient.id, {Numeric{.code = {424242},
                                            .unit = Unit::None,
                                            .value = 1.26,
                                            .validity = Validity::Valid,
                                            .measuredAt = {}}});
  const auto content = tile();
  QCOMPARE(numeric(content, "MDC 424242").value, QStringLiteral("1.3"));
}

void TilePresenterTest::cuffPressureCarriesItsTime() {
  const auto measured = m_fixture->clock.wallNow();
  m_fixture->clock.advance(5min);
  m_fixture->receive(m_patient.id, {test::makeNumeric(mdc::kNibpSystolic, 120, measured),
                                    test::makeNumeric(mdc::kNibpDiastolic, 80, measured)});
  const auto content = tile();
  const auto& cuff = numeric(content, "NIBP");
  QCOMPARE(cuff.value, QStringLiteral("120/80"));
  QCOMPARE(cuff.freshness, Freshness::Fresh);
  QCOMPARE(cuff.limits, shortTimeText(measured));
}

void TilePresenterTest::limitsOnlyOfAServerThatTellsThem() {
  m_fixture->receive(m_patient.id, {test::makeNumeric(mdc::kHeartRate, 80)});
  QCOMPARE(numeric(tile(), "HR").limits, QString());
  m_fixture->set(m_patient.id, [](AlarmSettings& settings) {
    test::alarmsOf(settings, mdc::kHeartRate).limits.high = 140;
  });
  QCOMPARE(numeric(tile(), "HR").limits, QStringLiteral("50\u2013140"));
}

void TilePresenterTest::alarmOffIsMarkedAtItsValue() {
  m_fixture->receive(m_patient.id, {test::makeNumeric(mdc::kHeartRate, 80)});
  m_fixture->set(m_patient.id, [](AlarmSettings& settings) {
    test::alarmsOf(settings, mdc::kHeartRate).off = AlarmOff{"care", "Kim", test::kNoon};
  });
  QVERIFY(numeric(tile(), "HR").alarmOff);
  QVERIFY(!numeric(tile(), "SpO2").alarmOff);
}

void TilePresenterTest::latchedAlarmIsSteadyAndItsValueIsNot() {
  auto alert = test::makeAlert("HR 134 > 120", m_patient.id, AlertPriority::High);
  alert.state = AlertState::Latched;
  m_fixture->ward.apply(alert);
  m_fixture->receive(m_patient.id, {test::makeNumeric(mdc::kHeartRate, 80)});
  QVERIFY(!tile().alarm->flashes());
  QCOMPARE(tile().alarm->text, QStringLiteral("HR 134 > 120 (ended)"));
  QVERIFY(!numeric(tile(), "HR").alarm);
}

void TilePresenterTest::alarmLineShowsTheWorst() {
  QVERIFY(!tile().alarm);
  m_fixture->raise("SpO2 88 < 90", m_patient.id, AlertPriority::Medium);
  m_fixture->raise("HR 134 > 120", m_patient.id, AlertPriority::High);
  const auto alarm = *tile().alarm;
  QCOMPARE(alarm.priority, AlertPriority::High);
  QCOMPARE(alarm.text, QStringLiteral("HR 134 > 120"));
  QCOMPARE(alarm.others, 1);
  QVERIFY(!alarm.acknowledged);
}

void TilePresenterTest::acknowledgedAlarmDoesNotFlashItsNumeric() {
  auto alert = m_fixture->raise("HR 134 > 120", m_patient.id);
  m_fixture->receive(m_patient.id, {test::makeNumeric(mdc::kHeartRate, 134)});
  QVERIFY(numeric(tile(), "HR").alarm == AlertPriority::High);
  QVERIFY(!numeric(tile(), "SpO2").alarm);
  alert.revision = 2;
  alert.acknowledged = Acknowledgement{.by = "Kim", .at = m_fixture->clock.wallNow(), .note = {}};
  m_fixture->ward.apply(alert);
  QVERIFY(!numeric(tile(), "HR").alarm);
  QVERIFY(tile().alarm->acknowledged);
}

void TilePresenterTest::noticeTellsWhyThereIsNoWave_data() {
  QTest::addColumn<QString>("story");
  QTest::addColumn<QString>("notice");  // its beginning; empty: waves are shown
  QTest::newRow("nothing yet") << QString() << QStringLiteral("Waiting for data");
  QTest::newRow("values, no wave") << QStringLiteral("V") << QStringLiteral("Waiting for waves");
  QTest::newRow("waves") << QStringLiteral("VW") << QString();
  QTest::newRow("bed silent") << QStringLiteral("VW+") << QStringLiteral("No data since ");
  QTest::newRow("link lost, data young") << QStringLiteral("VWL") << QString();
  QTest::newRow("link lost") << QStringLiteral("VWL+") << QStringLiteral("Connection lost");
  QTest::newRow("plain server") << QStringLiteral("PV")
                                << QStringLiteral("This server sends no waves");
}

void TilePresenterTest::noticeTellsWhyThereIsNoWave() {
  QFETCH(QString, story);
  QFETCH(QString, notice);
  for (const auto step : story) {
    if (step == QLatin1Char('P')) m_fixture->connectTo(false);
    if (step == QLatin1Char('V'))
      m_fixture->receive(m_patient.id, {test::makeNumeric(mdc::kHeartRate, 80)});
    if (step == QLatin1Char('W')) m_fixture->receiveWave(m_patient.id);
    if (step == QLatin1Char('L')) m_fixture->loseLink();
    if (step == QLatin1Char('+')) m_fixture->clock.advance(10s);
  }
  const auto shown = tile().notice;
  QCOMPARE(shown.has_value(), !notice.isEmpty());
  if (shown) QVERIFY2(shown->text.startsWith(notice), qPrintable(shown->text));
}

void TilePresenterTest::wavesWithoutValuesAreMarked() {
  m_fixture->receive(m_patient.id, {test::makeNumeric(mdc::kHeartRate, 80)});
  QVERIFY(tile().marks.empty());
  m_fixture->clock.advance(10s);
  QVERIFY(tile().marks.empty());  // the notice in place of the waves says it
  m_fixture->receiveWave(m_patient.id);
  QCOMPARE(tile().marks.size(), 1U);
  QVERIFY(tile().marks.front().warning);
  QVERIFY(!tile().notice);
}

void TilePresenterTest::wavesComeByImportance() {
  auto patient = test::makePatient("Bed 2");
  const auto wave = patient.waves.front();
  patient.waves.clear();
  for (const auto code :
       {mdc::kRespiration, mdc::kPleth, mdc::kEcgLeadV, mdc::kEcgLeadII, mdc::kArterialPressure}) {
    patient.waves.push_back(wave);
    patient.waves.back().code = code;
  }
  m_fixture->ward.setDirectory({patient});
  m_fixture->ward.watch(patient.id);
  const auto traces = presentTraces(m_fixture->ward, 1, Theme::dark(), 3);
  QCOMPARE(traces.size(), 3U);
  QCOMPARE(traces[0].channel.code, mdc::kEcgLeadV);
  QCOMPARE(traces[1].channel.code, mdc::kArterialPressure);
  QCOMPARE(traces[2].channel.code, mdc::kPleth);
  QVERIFY(traces[0].ring == m_fixture->ward.waves().ring(patient.id, 2));
}

void TilePresenterTest::selectedTileIsMarked() {
  QVERIFY(!tile(false).selected);
  QVERIFY(tile(true).selected);
  QCOMPARE(tile().bed, QStringLiteral("Bed 1"));
  QCOMPARE(tile().patient, QStringLiteral("Doe Bed 1"));
}

QTEST_GUILESS_MAIN(TilePresenterTest)
#include "tst_tile_presenter.moc"
