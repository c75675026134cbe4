// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sources/recordings/display_range.h"
#include "sources/recordings/recording_builder.h"
#include "sources/recordings/sample_counts.h"
#include "sources/recordings/signal_meaning.h"
#include "sources/recordings_support.h"

using namespace vitalwall;
using namespace vitalwall::sources;

class TestRecordingBuilder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void knowsSignalsByNameAndUnit_data() {
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<double>("rate");
    QTest::addColumn<quint32>("code");
    QTest::addColumn<quint32>("shownUnit");
    QTest::addColumn<double>("factor");
    QTest::addColumn<bool>("isTrend");
    const auto row = [](const char* label, const char* unit, double rate, MdcCode code, Unit shown,
                        double factor = 1, bool isTrend = false) {
      QTest::addRow("%s in '%s' at %g Hz", label, unit, rate)
          << QString::fromUtf8(label) << QString::fromUtf8(unit) << rate << code.value
          << quint32(shown) << factor << isTrend;
    };
    row("MLII", "", 360, mdc::kEcgLeadII, Unit::MilliVolt);
    row("ii", "mV", 1000, mdc::kEcgLeadII, Unit::MilliVolt);
    row("V5", "uV", 360, mdc::kEcgLeadV, Unit::MilliVolt, 1e-3);
    row("avr", "", 1000, mdc::kEcgUnspecified, Unit::MilliVolt);
    row("MCL1 ", "mV", 500, mdc::kEcgUnspecified, Unit::MilliVolt);
    row("ECG 1", "mV", 500, mdc::kEcgUnspecified, Unit::MilliVolt);
    row("ABP", "mmHg", 125, mdc::kArterialPressure, Unit::MillimetreOfMercury);
    row("ABP", "mV", 125, MdcCode{}, Unit::MilliVolt);  // volts are not a blood pressure
    row("ABP", "", 125, MdcCode{}, Unit::None);
    row("PAP", "mmHg", 125, mdc::kPulmonaryPressure, Unit::MillimetreOfMercury);
    row("CVP", "mmHg", 125, mdc::kCentralVenousPressure, Unit::MillimetreOfMercury);
    row("CO2", "mmHg", 125, mdc::kCo2, Unit::MillimetreOfMercury);
    row("PLETH", "NU", 250, mdc::kPleth, Unit::Dimensionless);
    row("RESP", "", 125, mdc::kRespiration, Unit::None);
    row("RESP", "pm", 1.0 / 60, mdc::kRespiratoryRate, Unit::BreathPerMinute, 1, true);
    row("HR", "bpm", 1, mdc::kHeartRate, Unit::BeatPerMinute, 1, true);
    row("HR", "mV", 1, MdcCode{}, Unit::MilliVolt);
    row("HR", "bpm", 250, MdcCode{}, Unit::BeatPerMinute);  // too fast for a numeric
    row("SpO2", "%", 1, mdc::kSpO2, Unit::Percent, 1, true);
    row("Temp rectal", "DegC", 1, mdc::kTemperature, Unit::DegreeCelsius, 1, true);
    row("NBPSys", "mmHg", 1, mdc::kNibpSystolic, Unit::MillimetreOfMercury, 1, true);
    row("EEG Fpz-Cz", "uV", 100, MdcCode{}, Unit::MilliVolt, 1e-3);
    row("Flow", "L/min", 25, MdcCode{}, Unit::None);
  }
  void knowsSignalsByNameAndUnit() {
    QFETCH(QString, label);
    QFETCH(QString, unit);
    QFETCH(double, rate);
    const auto meaning = meaningOf(label.toStdString(), unit.toStdString(), rate);
    QTEST(quint32(meaning.code.value), "code");
    QTEST(quint32(meaning.unit), "shownUnit");
    QTEST(meaning.factor, "factor");
    QTEST(meaning.isTrend, "isTrend");
    QVERIFY(QString::fromStdString(meaning.label).startsWith(label.trimmed()));
  }

  void keepsAForeignUnitInTheLabel() {
    QCOMPARE(meaningOf("Flow", "L/min", 25).label, std::string("Flow (L/min)"));
    QCOMPARE(meaningOf("Flow", "", 25).label, std::string("Flow"));
  }

  void keepsSixteenBitsExact_data() {
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    QTest::addColumn<double>("step");
    QTest::newRow("12 bits") << -2047 << 2047 << 1.0;
    QTest::newRow("16 bits") << -32'767 << 32'767 << 1.0;
    QTest::newRow("EDF with its lowest code") << -32'768 << 32'000 << 1.0;
    QTest::newRow("unsigned") << 0 << 65'534 << 1.0;
    QTest::newRow("every code") << -32'768 << 32'767 << 2.0;
    QTest::newRow("24 bits") << -8'388'607 << 8'388'607 << 512.0;
    QTest::newRow("32 bits") << -2'147'483'647 << 2'147'483'647 << 131'072.0;
    QTest::newRow("small swings far from 0") << 8'000'000 << 8'010'000 << 1.0;
  }
  void keepsSixteenBitsExact() {
    QFETCH(int, low);
    QFETCH(int, high);
    QFETCH(double, step);
    const std::vector<std::int32_t> raw = {low, kNoRawSample, high, low + (high / 2 - low / 2)};
    const auto scaled = toCounts(raw);
    QCOMPARE(scaled.step, step);
    QCOMPARE(scaled.counts[1], kNoSample);
    for (const std::size_t i : {0, 2, 3}) {
      QVERIFY(scaled.counts[i] != kNoSample);
      const double back = scaled.offset + scaled.counts[i] * scaled.step;
      QVERIFY(qAbs(back - raw[i]) <= (step == 1 ? 0 : step / 2));
    }
  }

  void choosesRangesToSeeTheWave() {
    std::vector<std::int16_t> ecg(1000, 0);
    for (std::size_t i = 0; i < ecg.size(); i += 50) ecg[i] = 300;
    WaveChannel channel;
    channel.code = mdc::kEcgLeadII;
    channel.unitsPerCount = 0.005;
    const auto wide = displayRange(channel, ecg);  // R waves of 1.5 mV
    QCOMPARE(wide.low, -1.0);
    QCOMPARE(wide.high, 2.0);
    channel.unitsPerCount = 0.02;  // of 6 mV
    QCOMPARE(displayRange(channel, ecg).high, 8.0);
    channel.code = mdc::kArterialPressure;
    QCOMPARE(displayRange(channel, ecg).high, 180.0);
    channel.code = mdc::kPleth;
    const auto flat = displayRange(channel, std::vector<std::int16_t>(10, 7));
    QVERIFY(flat.low < 0.14 && flat.high > 0.14);
    const auto nothing = displayRange(channel, std::vector<std::int16_t>(10, kNoSample));
    QVERIFY(nothing.low < nothing.high);
  }

  void refusesWhatHoldsNothing() {
    RawRecording raw;
    raw.name = "r";
    raw.frames = 4;
    const auto record = buildRecording(std::move(raw));
    QVERIFY(test::sentenceOf(record).contains("nothing to play"));
  }
};

QTEST_APPLESS_MAIN(TestRecordingBuilder)
#include "tst_recording_builder.moc"
