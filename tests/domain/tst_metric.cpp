// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <set>
#include <string>

#include "domain/metric.h"
#include "domain/vitals.h"

using namespace vitalwall;

class TestMetric : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyMetricIsFoundByItsCode() {
    QVERIFY(!knownMetrics().empty());
    for (const auto& info : knownMetrics()) QCOMPARE(findMetric(info.code), &info);
  }

  void codesNamesAndJsonNamesAreUnique() {
    std::set<MdcCode> codes;
    std::set<std::string_view> mdcNames;
    std::set<std::string_view> labels;
    std::set<std::string_view> jsonNames;
    for (const auto& info : knownMetrics()) {
      QVERIFY2(codes.insert(info.code).second, info.mdcName.data());
      QVERIFY2(mdcNames.insert(info.mdcName).second, info.mdcName.data());
      QVERIFY2(labels.insert(info.label).second, info.mdcName.data());
      if (!info.jsonName.empty())
        QVERIFY2(jsonNames.insert(info.jsonName).second, info.mdcName.data());
    }
  }

  void namesSayWhatTheyAre() {
    for (const auto& info : knownMetrics()) {
      QVERIFY(info.mdcName.starts_with("MDC_"));
      QVERIFY(!info.label.empty());
      QVERIFY(info.unit != Unit::None);
      QVERIFY(info.decimals >= 0 && info.decimals <= 2);
    }
  }

  void anUnknownCodeHasNoName() {
    QVERIFY(findMetric(MdcCode{}) == nullptr);
    QVERIFY(findMetric(MdcCode{4711}) == nullptr);
  }

  void unitsAreWrittenForPeople_data() {
    QTest::addColumn<quint32>("unit");
    QTest::addColumn<std::string>("symbol");
    const auto row = [](const char* name, Unit unit, const char* symbol) {
      QTest::newRow(name) << static_cast<quint32>(unit) << std::string(symbol);
    };
    row("beats", Unit::BeatPerMinute, "/min");
    row("breaths", Unit::BreathPerMinute, "/min");
    row("saturation", Unit::Percent, "%");
    row("pressure", Unit::MillimetreOfMercury, "mmHg");
    row("voltage", Unit::MilliVolt, "mV");
    row("temperature", Unit::DegreeCelsius, "\u00b0C");
    row("none", Unit::None, "");
    row("dimensionless", Unit::Dimensionless, "");
    row("of a newer source", static_cast<Unit>(4711), "");
  }
  void unitsAreWrittenForPeople() {
    QFETCH(quint32, unit);
    QTEST(std::string(symbolOf(static_cast<Unit>(unit))), "symbol");
  }

  void vitalsFindANumericByItsCode() {
    Vitals vitals;
    QVERIFY(vitals.find(mdc::kSpO2) == nullptr);
    vitals.numerics = {{mdc::kHeartRate, Unit::BeatPerMinute, 72, {}, {}},
                       {mdc::kSpO2, Unit::Percent, 97, {}, {}}};
    QCOMPARE(vitals.find(mdc::kSpO2), &vitals.numerics[1]);
    QVERIFY(vitals.find(mdc::kEtCo2) == nullptr);
  }
};

QTEST_APPLESS_MAIN(TestMetric)
#include "tst_metric.moc"
