// SPDX-License-Identifier: GPL-3.0-or-later
// Every band edge of the published table, from both sides.
#include "domain/news2.h"

#include <QTest>
#include <functional>

using namespace vitalwall;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::function<int(double)>)

namespace {

const WallTime kNow = fromUnixMillis(1'767'225'600'000);
constexpr milliseconds kCuffAge = 1h;

Numeric numericOf(MdcCode code, std::optional<double> value, Validity validity = Validity::Valid,
                  milliseconds age = 0ms) {
  return {code, Unit::None, value, validity, kNow - age};
}

/// A well adult on air: 0 points.
Vitals wellAdult() {
  return {PatientId::fromName("Ada"),
          kNow,
          {numericOf(mdc::kRespiratoryRate, 16), numericOf(mdc::kSpO2, 97),
           numericOf(mdc::kNibpSystolic, 120), numericOf(mdc::kHeartRate, 70),
           numericOf(mdc::kTemperature, 37)}};
}

News2Settings alertOnAir() {
  return {.scale2 = false, .supplementalOxygen = false, .consciousness = Consciousness::Alert};
}

Vitals with(Vitals vitals, const Numeric& numeric) {
  std::erase_if(vitals.numerics, [&](const Numeric& old) { return old.code == numeric.code; });
  vitals.numerics.push_back(numeric);
  return vitals;
}

News2Score scoreOf(const Vitals& vitals, const News2Settings& settings = alertOnAir()) {
  return news2Score(vitals, settings, kNow, kCuffAge);
}

}  // namespace

class TestNews2 : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void bands_data() {
    QTest::addColumn<std::function<int(double)>>("item");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("points");
    struct Edge {
      double value;
      int points;
    };
    const auto rows = [](const char* name, const std::function<int(double)>& item,
                         std::initializer_list<Edge> edges) {
      for (const auto& edge : edges)
        QTest::addRow("%s %g", name, edge.value) << item << edge.value << edge.points;
    };
    rows("respiration", news2::respiration,
         {{0, 3}, {8, 3}, {9, 1}, {11, 1}, {12, 0}, {20, 0}, {21, 2}, {24, 2}, {25, 3}, {60, 3}});
    rows("scale 1", news2::saturationScale1,
         {{50, 3}, {91, 3}, {92, 2}, {93, 2}, {94, 1}, {95, 1}, {96, 0}, {100, 0}});
    rows("scale 2 on air", [](double value) { return news2::saturationScale2(value, false); },
         {{50, 3},
          {83, 3},
          {84, 2},
          {85, 2},
          {86, 1},
          {87, 1},
          {88, 0},
          {92, 0},
          {93, 0},
          {95, 0},
          {97, 0},
          {100, 0}});
    rows("scale 2 on oxygen", [](double value) { return news2::saturationScale2(value, true); },
         {{50, 3},
          {83, 3},
          {84, 2},
          {85, 2},
          {86, 1},
          {87, 1},
          {88, 0},
          {92, 0},
          {93, 1},
          {94, 1},
          {95, 2},
          {96, 2},
          {97, 3},
          {100, 3}});
    rows("systolic", news2::systolic,
         {{40, 3},
          {90, 3},
          {91, 2},
          {100, 2},
          {101, 1},
          {110, 1},
          {111, 0},
          {219, 0},
          {220, 3},
          {260, 3}});
    rows("pulse", news2::pulse,
         {{0, 3},
          {40, 3},
          {41, 1},
          {50, 1},
          {51, 0},
          {90, 0},
          {91, 1},
          {110, 1},
          {111, 2},
          {130, 2},
          {131, 3},
          {200, 3}});
    rows("temperature", news2::temperature,
         {{30, 3},
          {35.0, 3},
          {35.1, 1},
          {36.0, 1},
          {36.1, 0},
          {38.0, 0},
          {38.1, 1},
          {39.0, 1},
          {39.1, 2},
          {42, 2}});
    // Rounded as the chart prints them: whole numbers, tenths of a degree.
    rows("rounded respiration", news2::respiration, {{8.4, 3}, {8.6, 1}, {24.4, 2}, {24.6, 3}});
    rows("rounded saturation", news2::saturationScale1, {{91.4, 3}, {91.6, 2}, {95.6, 0}});
    rows("rounded systolic", news2::systolic, {{90.4, 3}, {90.6, 2}, {219.4, 0}, {219.6, 3}});
    rows("rounded pulse", news2::pulse, {{130.4, 2}, {130.6, 3}});
    rows("rounded temperature", news2::temperature,
         {{35.04, 3}, {35.06, 1}, {38.04, 0}, {38.06, 1}, {39.04, 1}, {39.06, 2}});
  }

  void bands() {
    QFETCH(std::function<int(double)>, item);
    QFETCH(double, value);
    QTEST(item(value), "points");
  }

  void oxygenAndConsciousness() {
    QCOMPARE(news2::oxygen(false), 0);
    QCOMPARE(news2::oxygen(true), 2);
    QCOMPARE(news2::consciousness(Consciousness::Alert), 0);
    for (const auto state : {Consciousness::Confusion, Consciousness::Voice, Consciousness::Pain,
                             Consciousness::Unresponsive})
      QCOMPARE(news2::consciousness(state), 3);
  }

  void wellIsNothing() {
    const News2Score score = scoreOf(wellAdult());
    QCOMPARE(score.total, 0);
    QVERIFY(score.isComplete());
    QVERIFY(!score.singleThree);
    QCOMPARE(score.risk(), News2Risk::Low);
  }

  void highestScore() {
    const Vitals worst{PatientId::fromName("Ada"),
                       kNow,
                       {numericOf(mdc::kRespiratoryRate, 30), numericOf(mdc::kSpO2, 80),
                        numericOf(mdc::kArterialSystolic, 70), numericOf(mdc::kHeartRate, 140),
                        numericOf(mdc::kTemperature, 34)}};
    const News2Score score = scoreOf(worst, {false, true, Consciousness::Pain});
    QCOMPARE(score.total, 20);
    QCOMPARE(score.risk(), News2Risk::High);
  }

  void risk_data() {
    QTest::addColumn<int>("total");
    QTest::addColumn<bool>("singleThree");
    QTest::addColumn<int>("risk");
    const auto row = [](int total, bool singleThree, News2Risk risk) {
      QTest::addRow("%d%s", total, singleThree ? " with a 3" : "")
          << total << singleThree << static_cast<int>(risk);
    };
    row(0, false, News2Risk::Low);
    row(4, false, News2Risk::Low);
    row(3, true, News2Risk::LowMedium);
    row(4, true, News2Risk::LowMedium);
    row(5, false, News2Risk::Medium);
    row(5, true, News2Risk::Medium);
    row(6, false, News2Risk::Medium);
    row(7, false, News2Risk::High);
    row(7, true, News2Risk::High);
    row(20, true, News2Risk::High);
  }

  void risk() {
    QFETCH(int, total);
    QFETCH(bool, singleThree);
    QTEST(static_cast<int>(News2Score{total, singleThree, {}}.risk()), "risk");
  }

  void aSingleThreeIsSeen() {
    const News2Score score = scoreOf(with(wellAdult(), numericOf(mdc::kHeartRate, 131)));
    QCOMPARE(score.total, 3);
    QVERIFY(score.singleThree);
    const News2Score sum = scoreOf(with(with(wellAdult(), numericOf(mdc::kHeartRate, 111)),
                                        numericOf(mdc::kTemperature, 38.5)));
    QCOMPARE(sum.total, 3);
    QVERIFY2(!sum.singleThree, "2 and 1 are no single 3");
  }

  void missing_data() {
    QTest::addColumn<unsigned>("code");
    QTest::addColumn<int>("validity");
    QTest::addColumn<int>("item");
    const auto row = [](const char* name, MdcCode code, Validity validity, News2Item item) {
      QTest::newRow(name) << code.value << static_cast<int>(validity) << static_cast<int>(item);
    };
    row("RR lead off", mdc::kRespiratoryRate, Validity::LeadOff, News2Item::Respiration);
    row("SpO2 doubtful", mdc::kSpO2, Validity::Questionable, News2Item::OxygenSaturation);
    row("cuff not measured", mdc::kNibpSystolic, Validity::NotMeasured,
        News2Item::SystolicPressure);
    row("HR off", mdc::kHeartRate, Validity::LeadOff, News2Item::Pulse);
    row("temperature off", mdc::kTemperature, Validity::LeadOff, News2Item::Temperature);
  }

  void missing() {
    QFETCH(unsigned, code);
    QFETCH(int, validity);
    QFETCH(int, item);
    const auto state = static_cast<Validity>(validity);
    const auto value = state == Validity::Questionable ? std::optional(200.0) : std::nullopt;
    const News2Score score = scoreOf(with(wellAdult(), numericOf({code}, value, state)));
    QVERIFY(score.missing == std::vector{static_cast<News2Item>(item)});
    QCOMPARE(score.total, 0);
  }

  void nothingIsKnown() {
    const News2Score score = scoreOf({}, {});
    QCOMPARE(score.missing.size(), 7U);
    QCOMPARE(score.total, 0);
  }

  void arterialBeforeCuffAndHeartBeforePulse() {
    const Vitals arterial = with(wellAdult(), numericOf(mdc::kArterialSystolic, 85));
    QCOMPARE(scoreOf(arterial).total, 3);
    const Vitals pulse = with(wellAdult(), numericOf(mdc::kPulseRate, 140));
    QCOMPARE(scoreOf(pulse).total, 0);
    const Vitals pulseOnly = with(pulse, numericOf(mdc::kHeartRate, {}, Validity::LeadOff));
    QCOMPARE(scoreOf(pulseOnly).total, 3);
    QVERIFY(scoreOf(pulseOnly).isComplete());
  }

  void anOldCuffValueIsMissing() {
    const auto cuff = [](milliseconds age) {
      return scoreOf(with(wellAdult(), numericOf(mdc::kNibpSystolic, 85, Validity::Valid, age)));
    };
    QCOMPARE(cuff(kCuffAge).total, 3);
    const News2Score old = cuff(kCuffAge + 1ms);
    QCOMPARE(old.total, 0);
    QVERIFY(old.missing == std::vector{News2Item::SystolicPressure});
  }

  void scale2CountsOxygenTwice() {
    const Vitals vitals = with(wellAdult(), numericOf(mdc::kSpO2, 97));
    QCOMPARE(scoreOf(vitals, {true, false, Consciousness::Alert}).total, 0);
    QCOMPARE(scoreOf(vitals, {true, true, Consciousness::Alert}).total, 5);
    QCOMPARE(scoreOf(vitals, {false, true, Consciousness::Alert}).total, 2);
    QCOMPARE(scoreOf(vitals, {true, {}, Consciousness::Alert}).total, 0);
  }
};

QTEST_APPLESS_MAIN(TestNews2)
#include "tst_news2.moc"
