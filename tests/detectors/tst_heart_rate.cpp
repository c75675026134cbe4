// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "detectors/detector_support.h"
#include "detectors/heart_rate_monitor.h"

using namespace vitalwall;
using namespace vitalwall::detectors;

namespace {

constexpr double kRate = 250;

double hum(int sample) {
  return 0.02 * std::sin(2 * M_PI * 13 * sample / kRate);
}

// One or two leads, fed second by second.
class Bedside {
 public:
  explicit Bedside(int leads) {
    for (int i = 0; i < leads; ++i) m_leads.push_back(&m_monitor.addLead(kRate));
  }

  // `wave(lead, sample)` in mV for `seconds`; the value is the last numeric.
  template <typename Wave>
  Numeric feed(int seconds, Wave&& wave) {
    std::vector<Numeric> numerics;
    for (int second = 0; second < seconds; ++second) {
      for (int i = 0; i < int(kRate); ++i, ++m_sample)
        for (std::size_t lead = 0; lead < m_leads.size(); ++lead)
          m_leads[lead]->push(wave(int(lead), m_sample));
      numerics.clear();
      m_monitor.appendNumerics({}, numerics);
    }
    return numerics.at(0);
  }

  Numeric loseSignal(int seconds) {
    for (int i = 0; i < seconds * int(kRate); ++i, ++m_sample)
      for (auto* lead : m_leads) lead->skip();
    std::vector<Numeric> numerics;
    m_monitor.appendNumerics({}, numerics);
    return numerics.at(0);
  }

 private:
  HeartRateMonitor m_monitor;
  std::vector<WaveMonitor*> m_leads;
  int m_sample = 0;
};

double beating(int sample, double rate = 72) {
  return test::syntheticEcg(sample / kRate, rate, 1) + hum(sample);
}

}  // namespace

class TestHeartRate : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void averagesTheBeats_data() {
    QTest::addColumn<double>("rate");
    for (const double rate : {30.0, 60.0, 72.0, 120.0, 180.0, 220.0})
      QTest::addRow("%g/min", rate) << rate;
  }
  void averagesTheBeats() {
    QFETCH(double, rate);
    Bedside bedside(1);
    const auto shown = bedside.feed(30, [=](int, int i) { return beating(i, rate); });
    QCOMPARE(shown.code, mdc::kHeartRate);
    QCOMPARE(shown.unit, Unit::BeatPerMinute);
    QCOMPARE(shown.validity, Validity::Valid);
    QVERIFY2(shown.value && std::abs(*shown.value - rate) < 1,
             qPrintable(QString::number(*shown.value)));
  }

  void isAbsentUntilThereAreBeats() {
    Bedside bedside(1);
    const auto shown = bedside.feed(2, [](int, int i) { return beating(i); });
    QVERIFY(!shown.value);
    QCOMPARE(shown.validity, Validity::NotMeasured);
  }

  // Electrodes on, the heart stands still: 0 is the truth here, and an alarm must come.
  void showsZeroInAsystole() {
    Bedside bedside(1);
    bedside.feed(20, [](int, int i) { return beating(i); });
    const auto soon = bedside.feed(3, [](int, int i) { return hum(i); });
    QVERIFY(soon.value.value_or(0) > 60);  // not yet 4 s
    const auto shown = bedside.feed(4, [](int, int i) { return hum(i); });
    QCOMPARE(shown.validity, Validity::Valid);
    QCOMPARE(shown.value.value_or(-1), 0.0);
  }

  // A cable pulled off gives an exact line: nobody knows the heart rate.
  void saysLeadOffForAFlatLine() {
    Bedside bedside(1);
    bedside.feed(20, [](int, int i) { return beating(i); });
    const auto shown = bedside.feed(10, [](int, int) { return 0.0; });
    QVERIFY(!shown.value);
    QCOMPARE(shown.validity, Validity::LeadOff);
  }

  void saysLeadOffWithoutSamples() {
    Bedside bedside(1);
    bedside.feed(20, [](int, int i) { return beating(i); });
    const auto shown = bedside.loseSignal(10);
    QVERIFY(!shown.value);
    QCOMPARE(shown.validity, Validity::LeadOff);
  }

  void neverShowsZeroForALeadThatNeverHadBeats() {
    Bedside bedside(1);
    const auto shown = bedside.feed(20, [](int, int i) { return hum(i); });
    QVERIFY(!shown.value);
    QCOMPARE(shown.validity, Validity::NotMeasured);
  }

  void goesToTheLeadThatStillWorks() {
    Bedside bedside(2);
    bedside.feed(20, [](int lead, int i) { return beating(i) * (lead == 0 ? 1 : 0.5); });
    const auto shown = bedside.feed(20, [](int lead, int i) { return lead == 0 ? 0 : beating(i); });
    QVERIFY(shown.value && std::abs(*shown.value - 72) < 1);
  }

  void recoversAfterAGapWithoutAFalseInterval() {
    Bedside bedside(1);
    bedside.feed(20, [](int, int i) { return beating(i); });
    bedside.loseSignal(2);
    const auto shown = bedside.feed(4, [](int, int i) { return beating(i); });
    QVERIFY(shown.value && std::abs(*shown.value - 72) < 1);
  }

  // The Challenge's false alarms: lead V of v153l is all 0, lead II works.
  void ignoresTheDeadLeadOfV153l() {
    NEEDS_RECORDINGS();
    const auto shown = test::numericEachSecond(test::record(QStringLiteral("challenge2015/v153l")),
                                               mdc::kHeartRate);
    int between = 0;
    for (const auto& value : shown) between += value && *value > 80 && *value < 130 ? 1 : 0;
    QVERIFY2(between > 310, qPrintable(QString::number(between)));
  }

  // Its asystole alarm at 300 s is false: the heart rate must not be 0 anywhere.
  void neverShowsAsystoleInA103l() {
    NEEDS_RECORDINGS();
    const auto shown = test::numericEachSecond(test::record(QStringLiteral("challenge2015/a103l")),
                                               mdc::kHeartRate);
    for (const auto& value : shown) QVERIFY(value.value_or(60) > 0);
  }

  // Noise on both leads of v115l: most of its rates must be marked as doubtful.
  void doubtsTheNoiseOfV115l() {
    NEEDS_RECORDINGS();
    int doubtful = 0;
    for (const auto& numerics :
         test::derivedEachSecond(test::record(QStringLiteral("challenge2015/v115l"))))
      doubtful += numerics.at(0).validity == Validity::Questionable ? 1 : 0;
    QVERIFY2(doubtful > 60, qPrintable(QString::number(doubtful)));
  }
};

QTEST_APPLESS_MAIN(TestHeartRate)
#include "tst_heart_rate.moc"
