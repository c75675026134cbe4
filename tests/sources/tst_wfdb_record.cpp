// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sources/recordings/wfdb_record.h"
#include "sources/recordings_support.h"

using namespace vitalwall;
using namespace vitalwall::sources;

namespace {

std::vector<double> physicalOf(const RecordedSignal& signal) {
  std::vector<double> values;
  for (const auto count : signal.counts)
    values.push_back(count == kNoSample ? -999 : signal.channel.toPhysical(count));
  return values;
}

}  // namespace

class TestWfdbRecord : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void joinsTheSegmentsOf041s() {
    NEEDS_RECORDINGS();
    const auto folder = test::wfdbFolder() / "mimicdb_041s";
    const auto whole = readWfdbRecord(folder / "041s.hea");
    const auto first = readWfdbRecord(folder / "041s01.hea");
    const auto second = readWfdbRecord(folder / "041s02.hea");
    QVERIFY2(whole.ok() && first.ok() && second.ok(), test::sentenceOf(whole));
    QCOMPARE(whole->waves.size(), std::size_t(7));
    QCOMPARE(whole->seconds(), 16.0);
    for (std::size_t i = 0; i < 7; ++i) {
      auto joined = first->waves[i].counts;
      joined.insert(joined.end(), second->waves[i].counts.begin(), second->waves[i].counts.end());
      QCOMPARE(whole->waves[i].counts, joined);
    }
    QCOMPARE(whole->waves[0].channel.samplesPerSecond, 500.0);
    QCOMPARE(whole->waves[3].channel.samplesPerSecond, 125.0);
  }

  // A layout segment, a gap, a signal that comes later, and one that goes.
  void leavesGapsInVariableLayouts() {
    const test::ScratchFolder folder;
    folder.write(QStringLiteral("m.hea"), "m/4 2 1 8\nlayout 0\na 2\n~ 3\nb 3\n");
    folder.write(QStringLiteral("layout.hea"),
                 "layout 2 1 0\n~ 0 1/mV 0 0 0 0 0 I\n~ 0 1/mV 0 0 0 0 0 II\n");
    folder.write(QStringLiteral("a.hea"), "a 1 1 2\na.dat 16 10/mV 16 0 1 3 0 I\n");
    folder.write(QStringLiteral("a.dat"), test::stored16({1, 2}));
    folder.write(QStringLiteral("b.hea"),
                 "b 2 1 3\nb.dat 16 10/mV 16 0 3 12 0 I\nb.dat 16 10/mV 16 0 6 21 0 II\n");
    folder.write(QStringLiteral("b.dat"), test::stored16({3, 6, 4, 7, 5, 8}));
    const auto record = readWfdbRecord(folder.path("m.hea"));
    QVERIFY2(record.ok(), test::sentenceOf(record));
    QCOMPARE(record->waves.size(), std::size_t(2));
    const std::int16_t none = kNoSample;
    QCOMPARE(record->waves[0].counts, (std::vector<std::int16_t>{1, 2, none, none, none, 3, 4, 5}));
    QCOMPARE(record->waves[1].counts,
             (std::vector<std::int16_t>{none, none, none, none, none, 6, 7, 8}));
  }

  // MIMIC-II changes the ABP's gain and zero from segment to segment: 1/mmHg, then 0.8333(-100).
  void keepsPressuresTrueWhenTheScaleChanges() {
    const test::ScratchFolder folder;
    folder.write(QStringLiteral("m.hea"), "m/2 1 1 4\na 2\nb 2\n");
    folder.write(QStringLiteral("a.hea"), "a 1 1 2\na.dat 80 1/mmHg 8 0 -72 -82 0 ABP\n");
    folder.write(QStringLiteral("a.dat"), QByteArray::fromHex("3876"));  // -72, -10
    folder.write(QStringLiteral("b.hea"), "b 1 1 2\nb.dat 80 0.8(-100)/mmHg 8 0 120 0 0 ABP\n");
    folder.write(QStringLiteral("b.dat"), QByteArray::fromHex("f808"));  // 120, -120
    const auto record = readWfdbRecord(folder.path("m.hea"));
    QVERIFY2(record.ok(), test::sentenceOf(record));
    const auto values = physicalOf(record->waves[0]);
    const std::vector<double> truth = {-72, -10, 275, -25};
    for (std::size_t i = 0; i < truth.size(); ++i)
      QVERIFY2(qAbs(values[i] - truth[i]) <= 1.0 / 32, qPrintable(QString::number(values[i])));
  }

  void knowsWhatTheHeaderSaysOfThePatient() {
    NEEDS_RECORDINGS();
    const auto s0010 = readWfdbRecord(test::wfdbFolder() / "ptbdb" / "s0010_re.hea");
    QVERIFY2(s0010.ok(), test::sentenceOf(s0010));
    QCOMPARE(s0010->name, std::string("s0010_re"));
    QCOMPARE(s0010->ageGroup, AgeGroup::Adult);
    QCOMPARE(s0010->waves.size(), std::size_t(15));  // out of two files
    QCOMPARE(s0010->waves[14].channel.label, std::string("vz"));
    const auto mimic = readWfdbRecord(test::wfdbFolder() / "mimicdb" / "03700181.hea");
    QCOMPARE(toUnixMillis(*mimic->recordedAt), std::int64_t(776'971'665'000));
  }

  void sortsPatientsByAge_data() {
    QTest::addColumn<QByteArray>("comment");
    QTest::addColumn<int>("group");
    QTest::newRow("PTB") << QByteArray("# age: 81") << int(AgeGroup::Adult);
    QTest::newRow("child") << QByteArray("# <age>: 11  <sex>: M") << int(AgeGroup::Paediatric);
    QTest::newRow("infant") << QByteArray("#Age: 0.5") << int(AgeGroup::Neonate);
    QTest::newRow("MIT-BIH") << QByteArray("# 17 F 1085 1629 x1") << int(AgeGroup::Paediatric);
    QTest::newRow("MIT-BIH unknown") << QByteArray("# -1 M 0 0 x1") << int(AgeGroup::Adult);
    QTest::newRow("other words") << QByteArray("# dosage: 5") << int(AgeGroup::Adult);
    QTest::newRow("other number") << QByteArray("# 5 leads") << int(AgeGroup::Adult);
    QTest::newRow("nothing") << QByteArray("#") << int(AgeGroup::Adult);
  }
  void sortsPatientsByAge() {
    QFETCH(QByteArray, comment);
    QFETCH(int, group);
    const test::ScratchFolder folder;
    folder.write(QStringLiteral("r.hea"), "r 1 100 1\nr.dat 16\n" + comment + "\n");
    folder.write(QStringLiteral("r.dat"), test::stored16({1}));
    const auto record = readWfdbRecord(folder.path("r.hea"));
    QVERIFY2(record.ok(), test::sentenceOf(record));
    QCOMPARE(int(record->ageGroup), group);
  }

  void tellsNumericsFromWaves() {
    NEEDS_RECORDINGS();
    const auto record =
        readWfdbRecord(test::wfdbFolder() / "mimic2_s00001" / "s00001-2896-10-10-00-31n.hea");
    QVERIFY2(record.ok(), test::sentenceOf(record));
    QVERIFY(record->waves.empty());
    std::vector<MdcCode> codes;
    for (const auto& trend : record->trends) codes.push_back(trend.channel.code);
    QCOMPARE(codes, (std::vector<MdcCode>{
                        mdc::kHeartRate, mdc::kArterialSystolic, mdc::kArterialDiastolic,
                        mdc::kArterialMean, mdc::kPulseRate, mdc::kRespiratoryRate, mdc::kSpO2,
                        mdc::kNibpSystolic, mdc::kNibpDiastolic, mdc::kNibpMean}));
    QCOMPARE(record->trends[5].channel.toPhysical(record->trends[5].counts[0]), 23.0);
    QCOMPARE(record->trends[7].counts[0], kNoSample);
  }
};

QTEST_APPLESS_MAIN(TestWfdbRecord)
#include "tst_wfdb_record.moc"
