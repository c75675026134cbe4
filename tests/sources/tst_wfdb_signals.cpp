// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <numeric>

#include "sources/recordings/wfdb_format.h"
#include "sources/recordings/wfdb_record.h"
#include "sources/recordings/wfdb_signals.h"
#include "sources/recordings_support.h"

using namespace vitalwall;
using namespace vitalwall::sources;

namespace {

// What the file holds for a decoded sample: the code for "no value" counts in checksums.
std::int64_t storedValue(std::int32_t sample, int format) {
  return sample == kNoRawSample ? invalidCode(*wfdbFormat(format)) : sample;
}

std::int16_t checksumOf(const RawSignal& signal, int format) {
  return static_cast<std::int16_t>(std::accumulate(
      signal.samples.begin(), signal.samples.end(), std::int64_t(0),
      [format](std::int64_t sum, std::int32_t s) { return sum + storedValue(s, format); }));
}

// Its maker cut a signal out and left the initial values of the file it was made from.
bool hasForeignInitialValues(const std::string& record) {
  return record == "test01_00s_skewframe" || record == "test01_00s";
}

double physical(const RawSignal& signal, std::size_t index) {
  return signal.zero + signal.samples.at(index) * signal.unitsPerCount;
}

}  // namespace

class TestWfdbSignals : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Every record on disk, against what its own header says of it.
  void agreesWithItsHeader_data() {
    NEEDS_RECORDINGS();
    QTest::addColumn<QString>("path");
    for (const auto& path : test::filesBelow(test::wfdbFolder(), QStringLiteral(".hea")))
      QTest::newRow(qPrintable(path.section(u'/', -2))) << path;
  }
  void agreesWithItsHeader() {
    NEEDS_RECORDINGS();
    QFETCH(QString, path);
    const std::filesystem::path file(path.toStdString());
    const auto header = readWfdbHeader(file);
    QVERIFY2(header.ok(), test::sentenceOf(header));
    if (header->isMultiSegment()) {
      QCOMPARE(readWfdbRecord(file)->frames, *header->frames);
      return;
    }
    const auto read = readWfdbSignals(*header, file.parent_path());
    QVERIFY2(read.ok(), test::sentenceOf(read));
    QCOMPARE(read->signals.size(), header->signals.size());
    QCOMPARE(read->frames, *header->frames);
    for (std::size_t i = 0; i < read->signals.size(); ++i)
      compareWithHeader(header->name, header->signals[i], read->signals[i], read->frames);
  }

  // Figures that packaged readers have got wrong on these files; truth as the data's README has it.
  void givesTruePhysicalValues_data() {
    NEEDS_RECORDINGS();
    QTest::addColumn<QString>("record");
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("label");
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    const auto row = [](const char* record, int signal, const char* label, double lowest,
                        double highest) {
      QTest::newRow(record) << QString::fromLatin1(record) << signal << QString::fromLatin1(label)
                            << lowest << highest;
    };
    row("mimicdb/03700181", 1, "ABP", 17, 64);
    row("challenge2015/v115l", 3, "ABP", 2.78, 2.78);
    row("challenge2015/v153l", 1, "V", 0, 0);
    row("mimic2_s00001/3975656_0012", 2, "ABP", -72, 119);
    row("mimic2_s00001/3975656_0013", 2, "ABP", -30, 270);
  }
  void givesTruePhysicalValues() {
    NEEDS_RECORDINGS();
    QFETCH(QString, record);
    QFETCH(int, signal);
    QFETCH(double, lowest);
    QFETCH(double, highest);
    const auto path = test::wfdbFolder() / (record.toStdString() + ".hea");
    const auto read = readWfdbSignals(*readWfdbHeader(path), path.parent_path());
    QVERIFY2(read.ok(), test::sentenceOf(read));
    const auto& chosen = read->signals.at(std::size_t(signal));
    QTEST(QString::fromStdString(chosen.label), "label");
    std::vector<double> values;
    for (const auto sample : chosen.samples)
      if (sample != kNoRawSample) values.push_back(chosen.zero + sample * chosen.unitsPerCount);
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    QVERIFY2(qAbs(*low - lowest) < 0.5, qPrintable(QString::number(*low)));
    QVERIFY2(qAbs(*high - highest) < 0.5, qPrintable(QString::number(*high)));
  }

  // Published first samples of MIT-BIH 100, in mV.
  void beginsRecord100AsPublished() {
    NEEDS_RECORDINGS();
    const auto path = test::wfdbFolder() / "mitdb" / "100.hea";
    const auto read = readWfdbSignals(*readWfdbHeader(path), path.parent_path());
    QVERIFY2(read.ok(), test::sentenceOf(read));
    const std::vector<double> first = {-0.145, -0.145, -0.145, -0.145, -0.145,
                                       -0.145, -0.145, -0.145, -0.120, -0.135};
    for (std::size_t i = 0; i < first.size(); ++i)
      QVERIFY(qAbs(physical(read->signals[0], i) - first[i]) < 1e-9);
    QVERIFY(qAbs(physical(read->signals[1], 0) + 0.065) < 1e-9);
  }

  void takesInterleavedFramesApart() {
    const test::ScratchFolder folder;
    folder.write(QStringLiteral("r.dat"), test::stored16({1, 2, 10, 3, 4, 20}));
    const auto read = readText(
        "r 2 100 2\nr.dat 16x2 1 16 0 1 10 0 fast\nr.dat 16 1 16 0 10 30 0 slow\n", folder);
    QVERIFY2(read.ok(), test::sentenceOf(read));
    QCOMPARE(read->signals[0].samples, (std::vector<std::int32_t>{1, 2, 3, 4}));
    QCOMPARE(read->signals[1].samples, (std::vector<std::int32_t>{10, 20}));
    QCOMPARE(read->signals[0].samplesPerFrame, 2u);
  }

  void movesSkewedSignalsToTheirTime() {
    const test::ScratchFolder folder;
    folder.write(QStringLiteral("r.dat"), test::stored16({0, 1, 0, 2, 7, 3, 8, 4}));
    const auto read = readText("r 2 100 4\nr.dat 16:2\nr.dat 16\n", folder);
    QVERIFY2(read.ok(), test::sentenceOf(read));
    QCOMPARE(read->signals[0].samples,
             (std::vector<std::int32_t>{7, 8, kNoRawSample, kNoRawSample}));
    QCOMPARE(read->signals[1].samples, (std::vector<std::int32_t>{1, 2, 3, 4}));
  }

  void sumsDifferences() {
    const test::ScratchFolder folder;
    folder.write(QStringLiteral("r.dat"), QByteArray::fromHex("0005fb7f"));
    const auto read = readText("r 1 100 4\nr.dat 8 1 16 0 1000 -23451 0 d\n", folder);
    // 1000, 1005, 1000, 1127: 4132
    QVERIFY(!read.ok());
    const auto right = readText("r 1 100 4\nr.dat 8 1 16 0 1000 4132 0 d\n", folder);
    QVERIFY2(right.ok(), test::sentenceOf(right));
    QCOMPARE(right->signals[0].samples, (std::vector<std::int32_t>{1000, 1005, 1000, 1127}));
  }

  void marksWhatWasNotMeasured() {
    const test::ScratchFolder folder;
    folder.write(QStringLiteral("r.dat"), test::stored16({5, -32'768, -32'767}));
    const auto read = readText("r 1 100 3\nr.dat 16\n", folder);
    QVERIFY2(read.ok(), test::sentenceOf(read));
    QCOMPARE(read->signals[0].samples, (std::vector<std::int32_t>{5, kNoRawSample, -32'767}));
  }

  void skipsThePrologueOfAMatFile() {
    const test::ScratchFolder folder;
    folder.write(QStringLiteral("r.mat"), QByteArray(24, '\x7f') + test::stored16({1, 2}));
    const auto read = readText("r 1 100 2\nr.mat 16+24\n", folder);
    QVERIFY2(read.ok(), test::sentenceOf(read));
    QCOMPARE(read->signals[0].samples, (std::vector<std::int32_t>{1, 2}));
  }

  void takesTheLengthFromTheFileIfTheHeaderIsSilent() {
    const test::ScratchFolder folder;
    folder.write(QStringLiteral("a.dat"), test::stored16({1, 2, 3, 4, 5}));
    folder.write(QStringLiteral("b.dat"), test::stored16({6, 7, 8}));
    const auto read = readText("r 3 100\na.dat 16\na.dat 16\nb.dat 16\n", folder);
    QVERIFY2(read.ok(), test::sentenceOf(read));
    QCOMPARE(read->frames, std::uint64_t(2));  // the fifth sample of a.dat is half a frame
    QCOMPARE(read->signals[2].samples, (std::vector<std::int32_t>{6, 7}));
  }

 private:
  static absl::StatusOr<WfdbSignals> readText(std::string_view text,
                                              const test::ScratchFolder& folder) {
    const auto header = parseWfdbHeader(text, "r.hea");
    if (!header.ok()) return header.status();
    return readWfdbSignals(*header, folder.path());
  }

  static void compareWithHeader(const std::string& record, const WfdbSignalSpec& spec,
                                const RawSignal& signal, std::uint64_t frames) {
    QCOMPARE(signal.label, spec.description);
    QCOMPARE(signal.unit, spec.units.value_or(""));
    QCOMPARE(signal.samples.size(), std::size_t(frames * spec.samplesPerFrame));
    QCOMPARE(signal.unitsPerCount, 1 / spec.gain);
    if (spec.skewFrames > 0) return;  // its first samples are not in the record's time
    QVERIFY(spec.checksum);
    QCOMPARE(checksumOf(signal, spec.format), static_cast<std::int16_t>(*spec.checksum));
    if (!hasForeignInitialValues(record))
      QCOMPARE(storedValue(signal.samples.front(), spec.format), std::int64_t(spec.initialValue));
  }
};

QTEST_APPLESS_MAIN(TestWfdbSignals)
#include "tst_wfdb_signals.moc"
