// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>

#include "ui/theme.h"

using namespace vitalwall;
using namespace vitalwall::ui;

namespace {

double linear(int channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
  return 0.2126 * linear(colour.red()) + 0.7152 * linear(colour.green()) +
         0.0722 * linear(colour.blue());
}

/// Contrast of WCAG 2.1: 1 to 21.
double contrast(const QColor& a, const QColor& b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace

class TestTheme : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void textCanBeRead_data() {
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<double>("least");
    QTest::newRow("dark") << Theme::dark() << 4.5;
    QTest::newRow("light") << Theme::light() << 4.5;
    QTest::newRow("high contrast") << Theme::highContrast() << 7.0;
  }
  void textCanBeRead() {
    QFETCH(Theme, theme);
    QFETCH(double, least);
    QVERIFY(contrast(theme.text, theme.tile) >= 7.0);
    QVERIFY(contrast(theme.mutedText, theme.tile) >= least);
    for (const QColor& colour : theme.parameters)
      QVERIFY2(contrast(colour, theme.tile) >= least, qPrintable(colour.name()));
    for (const AlarmColours& alarm : theme.alarms)
      QVERIFY2(contrast(alarm.text, alarm.background) >= 4.5, qPrintable(alarm.background.name()));
  }

  void alarmsAreRedYellowCyan() {
    for (const Theme& theme : {Theme::dark(), Theme::light(), Theme::highContrast()}) {
      const auto hue = [&](AlertPriority priority) {
        return theme.alarm(priority).background.hue();
      };
      QVERIFY(hue(AlertPriority::High) >= 345 || hue(AlertPriority::High) <= 15);
      QVERIFY(hue(AlertPriority::Medium) >= 45 && hue(AlertPriority::Medium) <= 65);
      QVERIFY(hue(AlertPriority::Low) >= 175 && hue(AlertPriority::Low) <= 195);
    }
  }

  void rolesOfCodes_data() {
    QTest::addColumn<quint32>("code");
    QTest::addColumn<ParameterRole>("role");
    QTest::newRow("HR") << mdc::kHeartRate.value << ParameterRole::Ecg;
    QTest::newRow("pleth") << mdc::kPleth.value << ParameterRole::SpO2;
    QTest::newRow("arterial mean") << mdc::kArterialMean.value << ParameterRole::ArterialPressure;
    QTest::newRow("etCO2") << mdc::kEtCo2.value << ParameterRole::Co2;
    QTest::newRow("unknown") << 1u << ParameterRole::Other;
  }
  void rolesOfCodes() {
    QFETCH(quint32, code);
    QFETCH(ParameterRole, role);
    QVERIFY(roleOf({code}) == role);
  }

  void everyKnownMetricHasARole() {
    for (const MetricInfo& metric : knownMetrics())
      QVERIFY2(roleOf(metric.code) != ParameterRole::Other, metric.mdcName.data());
  }

  void mixing() {
    QCOMPARE(mixed(Qt::white, Qt::black, 0.0), QColor(Qt::black));
    QCOMPARE(mixed(Qt::white, Qt::black, 1.0), QColor(Qt::white));
    QCOMPARE(mixed(QColor(200, 100, 0), QColor(0, 0, 100), 0.5), QColor(100, 50, 50));
  }
};

QTEST_APPLESS_MAIN(TestTheme)
#include "tst_theme.moc"
