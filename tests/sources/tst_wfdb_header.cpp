// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sources/recordings/wfdb_header.h"
#include "sources/recordings_support.h"

using namespace vitalwall;
using namespace vitalwall::sources;

namespace {

absl::StatusOr<WfdbHeader> parse(std::string_view text) {
  return parseWfdbHeader(text, "x.hea");
}

}  // namespace

class TestWfdbHeader : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // As record 100 is shipped: a comment before the record line, CRLF, a blank line between signals.
  void readsTheShippedHeaderOfRecord100() {
    const auto header = parse(
        "# unnecessary comment\n100 2 360 650000\r\n100.dat 212 200 11 1024 995 -22131 0 MLII\n"
        "\r\n100.dat 212 200 11 1024 1011 20052 0 V5\n# 69 M 1085 1629 x1\n");
    QVERIFY2(header.ok(), test::sentenceOf(header));
    QCOMPARE(header->name, std::string("100"));
    QCOMPARE(header->framesPerSecond, 360.0);
    QCOMPARE(*header->frames, std::uint64_t(650'000));
    QCOMPARE(header->signals.size(), std::size_t(2));
    QCOMPARE(header->comments,
             (std::vector<std::string>{"unnecessary comment", "69 M 1085 1629 x1"}));
    const auto& second = header->signals[1];
    QCOMPARE(second.fileName, std::string("100.dat"));
    QCOMPARE(second.format, 212);
    QCOMPARE(second.gain, 200.0);
    QCOMPARE(second.baseline, 1024);  // no "(baseline)": the ADC zero
    QCOMPARE(second.initialValue, 1011);
    QCOMPARE(*second.checksum, std::int64_t(20'052));
    QCOMPARE(second.description, std::string("V5"));
    QVERIFY(!second.units);
  }

  void readsEveryPartOfTheStorageField() {
    const auto header =
        parse("r 1 125\nr.dat 16x4:3+24 12.84(-1605)/mmHg 12 0 -943 -23651 0 A B\n");
    QVERIFY2(header.ok(), test::sentenceOf(header));
    const auto& signal = header->signals[0];
    QCOMPARE(signal.samplesPerFrame, 4u);
    QCOMPARE(signal.skewFrames, 3u);
    QCOMPARE(signal.byteOffset, std::uint64_t(24));
    QCOMPARE(signal.gain, 12.84);
    QCOMPARE(signal.baseline, -1605);
    QCOMPARE(*signal.units, std::string("mmHg"));
    QCOMPARE(signal.description, std::string("A B"));
    QVERIFY(!header->frames);
  }

  void readsCounterFrequencyTimeAndDate() {
    const auto header = parse("n 0 0.0166666666667/125(7) 1936    31:25.894 10/10/2896\n");
    QVERIFY2(header.ok(), test::sentenceOf(header));
    QCOMPARE(header->framesPerSecond, 0.0166666666667);
    QCOMPARE(header->timeOfDay->count(), (31 * 60 + 25) * 1000 + 894);
    QCOMPARE(int(header->date->year()), 2896);
  }

  void readsSegmentsAndGaps() {
    const auto header = parse("m/3 2 125 3000\nlayout 0\nm1 1000\n~ 2000\n");
    QVERIFY2(header.ok(), test::sentenceOf(header));
    QVERIFY(header->isMultiSegment());
    QCOMPARE(header->segments.size(), std::size_t(3));
    QVERIFY(!header->segments[1].isGap());
    QVERIFY(header->segments[2].isGap());
    QCOMPARE(header->segments[2].frames, std::uint64_t(2000));
  }

  void fillsInWhatHeadersLeaveOut_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<double>("gain");
    QTest::addColumn<int>("baseline");
    QTest::addColumn<int>("initial");
    QTest::newRow("nothing after the format") << QByteArray("r.dat 16") << 200.0 << 0 << 0;
    QTest::newRow("gain 0 is uncalibrated") << QByteArray("r.dat 16 0 12 5") << 200.0 << 5 << 5;
    QTest::newRow("ADC zero") << QByteArray("r.dat 16 100 12 1024") << 100.0 << 1024 << 1024;
    QTest::newRow("baseline wins") << QByteArray("r.dat 16 100(7)/V 12 1024 3") << 100.0 << 7 << 3;
    QTest::newRow("gain with exponent")
        << QByteArray("r.dat 16 1.052e+04/mV") << 10'520.0 << 0 << 0;
  }
  void fillsInWhatHeadersLeaveOut() {
    QFETCH(QByteArray, line);
    QFETCH(double, gain);
    QFETCH(int, baseline);
    QFETCH(int, initial);
    const auto header = parse("r 1\n" + line.toStdString() + "\n");
    QVERIFY2(header.ok(), test::sentenceOf(header));
    QCOMPARE(header->framesPerSecond, 250.0);
    QCOMPARE(header->signals[0].gain, gain);
    QCOMPARE(header->signals[0].baseline, baseline);
    QCOMPARE(header->signals[0].initialValue, initial);
  }

  void refusesInWords_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* name, const char* text, const char* sentence) {
      QTest::newRow(name) << QByteArray(text) << QByteArray(sentence);
    };
    row("empty", "", "x.hea is empty");
    row("only comments", "# hi\n", "x.hea is empty");
    row("no signal count", "r\n", "line 1: the number of signals is missing");
    row("signal count in words", "r two\n", "not a whole number");
    row("too many signals", "r 99999999\n", "it must be between 0 and 256");
    row("negative signals", "r -1\n", "it must be between 0 and 256");
    row("rate 0", "r 1 0\n", "the sampling frequency 0 Hz is not usable");
    row("rate not a number", "r 1 nan\n", "the sampling frequency is not a number");
    row("rate without end", "r 1 1e999\n", "the sampling frequency is not a number");
    row("absurd length", "r 1 250 99999999999999999999\n", "the number of samples");
    row("time of day", "r 0 250 10 99:00:00\n", "not within a day");
    row("date", "r 0 250 10 10:00:00 31/02/1999\n", "DD/MM/YYYY");
    row("after the date", "r 0 250 10 10:00:00 01/02/1999 x\n", "goes on after the date");
    row("missing signal line", "r 2\nr.dat 16\n", "fewer signals");
    row("one line too many", "r 1\nr.dat 16\nr.dat 16\n", "line 3: there are more lines");
    row("missing segments", "r/2 1 250 10\na 5\n", "fewer segments");
    row("no segments at all", "r/0 1 250 10\n", "the number of segments");
    row("parent folder", "r 1\n../x.dat 16\n",
        "line 2: the signal file \"../x.dat\" is not the plain");
    row("absolute path", "r 1\n/etc/passwd 16\n", "is not the plain name");
    row("backslash", "r 1\n..\\x.dat 16\n", "is not the plain name");
    row("standard input", "r 1\n- 16\n", "is not the plain name");
    row("segment elsewhere", "r/1 1 250 10\n../a 10\n", "the segment \"../a\" is not the plain");
    row("gain in words", "r 1\nr.dat 16 high\n", "the gain is not a number");
    row("negative gain", "r 1\nr.dat 16 -5\n", "the gain -5 is not usable");
    row("tiny gain", "r 1\nr.dat 16 1e-300\n", "is not usable");
    row("open baseline", "r 1\nr.dat 16 5(3/mV\n", "not closed");
    row("no samples in a frame", "r 1\nr.dat 16x0\n", "the samples per frame is 0");
    row("rubbish in the format", "r 1\nr.dat 16y2\n", "goes on with \"y2\"");
    row("huge baseline", "r 1\nr.dat 16 5(99999999999)\n", "the baseline is 99999999999");
  }
  void refusesInWords() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sentence);
    const auto header = parse(text.toStdString());
    QVERIFY(!header.ok());
    QVERIFY2(test::sentenceOf(header).contains(sentence), test::sentenceOf(header));
    QVERIFY2(test::sentenceOf(header).endsWith('.'), test::sentenceOf(header));
  }
};

QTEST_APPLESS_MAIN(TestWfdbHeader)
#include "tst_wfdb_header.moc"
