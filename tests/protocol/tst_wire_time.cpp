// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/wire_time.h"

#include <QTest>
#include <limits>

using namespace vitalwall;
using namespace vitalwall::protocol;

class TestWireTime : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsIso8601_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<qint64>("millis");
    const auto row = [](const char* text, qint64 millis) {
      QTest::newRow(text) << std::string(text) << millis;
    };
    row("2026-01-01T12:00:00Z", 1'767'268'800'000);
    row("2026-01-01t12:00:00z", 1'767'268'800'000);
    row("2026-01-01 12:00:00", 1'767'268'800'000);
    row("2026-01-01T12:00", 1'767'268'800'000);
    row("2026-01-01T12:00:00.5Z", 1'767'268'800'500);
    row("2026-01-01T12:00:00,123Z", 1'767'268'800'123);
    row("2026-01-01T12:00:00.1239999Z", 1'767'268'800'123);
    row("2026-01-01T12:00:00.1234567890123456789Z", 1'767'268'800'123);
    row("2026-01-01T13:00:00+01:00", 1'767'268'800'000);
    row("2026-01-01T08:30:00-0330", 1'767'268'800'000);
    row("2026-01-01T17:00:00+05", 1'767'268'800'000);
    row("2024-02-29T00:00:00Z", 1'709'164'800'000);
    row("2016-12-31T23:59:60Z", 1'483'228'800'000);
  }
  void readsIso8601() {
    QFETCH(std::string, text);
    QFETCH(qint64, millis);
    const auto time = timeFromIso(text);
    QVERIFY(time.has_value());
    QCOMPARE(toUnixMillis(*time), millis);
  }

  void refusesWhatIsNoTime_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text :
         {"", "2026-01-01", "2026-13-01T00:00Z", "2025-02-29T00:00:00Z", "2026-01-01T24:00:00Z",
          "2026-01-01T12:60:00Z", "2026-01-01T12:00:00+", "2026-01-01T12:00:00Zulu", "12:00",
          "2026-01-01T12", "2026-1-1T12:00:00Z", "yesterday", "0001-01-01T00:00:00",
          "9999-12-31T23:59:59-01:00", "1970-01-01T00:00:00+02:00", "1767268800000",
          "20260101T120000Z"})
      QTest::newRow(text) << std::string(text);
  }
  void refusesWhatIsNoTime() {
    QFETCH(std::string, text);
    QVERIFY(!timeFromIso(text));
  }

  void absurdTimesAreBounded() {
    const auto lowest = boundedTime(std::numeric_limits<std::int64_t>::min());
    const auto highest = boundedTime(std::numeric_limits<std::int64_t>::max());
    QCOMPARE(toUnixMillis(lowest), 0);
    QCOMPARE(highest, *timeFromIso("9999-12-31T23:59:59.999Z"));
    QCOMPARE(toUnixMillis(boundedTime(1'767'268'800'123)), 1'767'268'800'123);
  }

  void millisOutsideTheRangeAreNoTime() {
    QVERIFY(!timeFromMillis(0));
    QVERIFY(!timeFromMillis(-1));
    QVERIFY(!timeFromMillis(1e300));
    QVERIFY(!timeFromMillis(std::numeric_limits<double>::quiet_NaN()));
    QCOMPARE(toUnixMillis(*timeFromMillis(1'767'268'800'123.0)), 1'767'268'800'123);
  }
};

QTEST_APPLESS_MAIN(TestWireTime)
#include "tst_wire_time.moc"
