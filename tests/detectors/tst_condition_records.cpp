// SPDX-License-Identifier: GPL-3.0-or-later
// What the detectors say of real recordings, as a table, with bounds on misses and false alarms.
#include <QtTest>

#include "detectors/condition_records.h"
#include "detectors/detector_support.h"

using namespace vitalwall;
using namespace vitalwall::test;

namespace {

constexpr MdcCode kVt = mdc::kEventVentricularTachycardia;

/// The alarm of a challenge record is at 300 s; its event starts at most 10 s before.
constexpr double kAlarmAt = 300;
constexpr double kAlarmSpan = 10;

void tell(const std::vector<ConditionEvent>& events) {
  qInfo("%-24s %s", QTest::currentDataTag(), qPrintable(described(events)));
}

sources::Recording ecgOf(std::vector<std::int16_t> counts, double rate, double unitsPerCount,
                         double zero) {
  sources::RecordedSignal lead;
  lead.channel.code = mdc::kEcgLeadII;
  lead.channel.unit = Unit::MilliVolt;
  lead.channel.samplesPerSecond = rate;
  lead.channel.unitsPerCount = unitsPerCount;
  lead.channel.zero = zero;
  lead.counts = std::move(counts);
  sources::Recording recording;
  recording.name = "ecg";
  recording.framesPerSecond = rate;
  recording.frames = lead.counts.size();
  recording.waves.push_back(std::move(lead));
  return recording;
}

}  // namespace

class TestConditionRecords final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void trueTachycardiaIsFound_data();
  void trueTachycardiaIsFound();
  void quietRecordsAreSilent_data();
  void quietRecordsAreSilent();
  void electrodeMotionAlarmsRarely();
};

void TestConditionRecords::trueTachycardiaIsFound_data() {
  QTest::addColumn<QString>("record");
  QTest::addColumn<std::vector<std::size_t>>("channels");
  const auto row = [](const char* name, const char* record, std::vector<std::size_t> channels) {
    QTest::newRow(name) << QString::fromLatin1(record) << std::move(channels);
  };
  row("v131l II, V, ABP, RESP", "v131l", {});
  row("v253l II, V, PLETH, ABP", "v253l", {});
  row("v139l II, V, PLETH", "v139l", {});
  row("v131l II alone", "v131l", {0});
  row("v253l II alone", "v253l", {0});
  row("v253l V alone", "v253l", {1});
  row("v139l II alone", "v139l", {0});
}

void TestConditionRecords::trueTachycardiaIsFound() {
  NEEDS_RECORDINGS();
  QFETCH(QString, record);
  QFETCH(std::vector<std::size_t>, channels);
  const auto events =
      conditionsIn(test::record(QStringLiteral("challenge2015/") + record), channels);
  tell(events);
  const auto found = beginnings(events, kVt);
  QCOMPARE(found.size(), std::size_t(1));
  QVERIFY(found[0] >= kAlarmAt - kAlarmSpan && found[0] <= kAlarmAt);
  QCOMPARE(events.size(), std::size_t(2));  // and nothing else in 330 s
}

void TestConditionRecords::quietRecordsAreSilent_data() {
  QTest::addColumn<QString>("record");
  QTest::addColumn<std::vector<std::size_t>>("channels");
  const auto row = [](const char* name, const char* record,
                      std::vector<std::size_t> channels = {}) {
    QTest::newRow(name) << QString::fromLatin1(record) << std::move(channels);
  };
  row("a103l asystole FALSE", "challenge2015/a103l");
  row("a103l, ECG alone", "challenge2015/a103l", {0, 1});
  row("v115l VT FALSE", "challenge2015/v115l");
  row("v115l, ECG alone", "challenge2015/v115l", {0, 1});
  row("v153l VT FALSE", "challenge2015/v153l");
  row("v153l, ECG alone", "challenge2015/v153l", {0, 1});
  row("100, 30 min", "mitdb/100");
  row("105 noisy, 30 min", "mitdb_lead1/mb105v1");
  row("106 520 PVC, 30 min", "mitdb_lead1/mb106v1");
  row("mimic 03700181", "mimicdb/03700181");
  row("mimic 041s", "mimicdb_041s/041s");
  for (const char* segment : {"12", "13", "14", "15", "16"})
    QTest::addRow("mimic2 s00001 %s", segment)
        << QStringLiteral("mimic2_s00001/3975656_00%1").arg(QLatin1String(segment))
        << std::vector<std::size_t>{};
  row("ptb s0010_re", "ptbdb/s0010_re", {1, 8});
}

void TestConditionRecords::quietRecordsAreSilent() {
  NEEDS_RECORDINGS();
  QFETCH(QString, record);
  QFETCH(std::vector<std::size_t>, channels);
  const auto recording = test::record(record);
  QVERIFY(!recording.waves.empty());
  const auto events = conditionsIn(recording, channels);
  tell(events);
  QVERIFY2(events.empty(), qPrintable(described(events)));
}

// MIT-BIH 118 (right bundle branch block) with electrode motion at a signal-to-noise ratio of 6 dB,
// one lead, nothing else to go by: artefacts larger than the beats come every second. One false
// alarm in these 2 minutes is what the detector costs; no other kind of alarm may come.
void TestConditionRecords::electrodeMotionAlarmsRarely() {
  NEEDS_RECORDINGS();
  std::vector<std::int16_t> counts;
  for (const double millivolts : column(dataFolder() / "ecg_other" / "heartpy_118e06.csv"))
    counts.push_back(static_cast<std::int16_t>(std::lround(millivolts * 1000)));
  const auto events = conditionsIn(ecgOf(std::move(counts), 360, 0.001, 0));
  qInfo("%-24s %s", "118 + motion, 6 dB", qPrintable(described(events)));
  QVERIFY(beginnings(events, kVt).size() <= 1);
  QCOMPARE(events.size(), 2 * beginnings(events, kVt).size());
}

QTEST_APPLESS_MAIN(TestConditionRecords)
#include "tst_condition_records.moc"
