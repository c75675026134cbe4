// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "apps/vitalwall/ward_text.h"
#include "ui/texts.h"
#include "ui/ward_fixture.h"

using namespace std::chrono_literals;
using namespace vitalwall;

class WardTextTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tellsTheWardInLines();
  void oldValuesAreNotTold();
};

void WardTextTest::tellsTheWardInLines() {
  QLocale::setDefault(QLocale::c());
  test::WardFixture fixture;
  const auto patient = fixture.addBed("Bed 1");
  fixture.addBed("Bed 2");
  fixture.receive(patient.id, {test::makeNumeric(mdc::kHeartRate, 134)});
  fixture.raise("HR 134 > 120", patient.id);
  const auto time = ui::timeText(fixture.clock.wallNow());
  QCOMPARE(station::wardText(fixture.ward),
           time + QStringLiteral("  icu:50051: live  beds: 2  alarms: 1\n"
                                 "Bed 1     Doe Bed 1             HR 134        SpO2 --       "
                                 "*** HR 134 > 120\n"
                                 "Bed 2     Doe Bed 2             HR --         SpO2 --\n"));
}

void WardTextTest::oldValuesAreNotTold() {
  test::WardFixture fixture;
  const auto patient = fixture.addBed("Bed 1");
  fixture.receive(patient.id, {test::makeNumeric(mdc::kHeartRate, 134)});
  fixture.clock.advance(5s);
  QVERIFY(station::wardText(fixture.ward).contains(QStringLiteral("HR 134 (5 s)")));
  fixture.clock.advance(5s);
  QVERIFY(!station::wardText(fixture.ward).contains(QStringLiteral("134")));
}

QTEST_GUILESS_MAIN(WardTextTest)
#include "tst_ward_text.moc"
