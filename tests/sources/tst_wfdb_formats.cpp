// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sources/recordings/raw_signal.h"
#include "sources/recordings/wfdb_format.h"
#include "sources/recordings_support.h"

using namespace vitalwall::sources;

using Values = QList<int>;
Q_DECLARE_METATYPE(Values)

class TestWfdbFormats : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Bytes worked out by hand from signal(5).
  void decodes_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<Values>("values");
    QTest::newRow("8: differences") << 8 << QByteArray("01ff807f") << Values{1, -1, -128, 127};
    QTest::newRow("16") << 16 << QByteArray("0100ffff0080ff7f") << Values{1, -1, -32768, 32767};
    QTest::newRow("24") << 24 << QByteArray("010000ffffff000080ffff7f")
                        << Values{1, -1, -8'388'608, 8'388'607};
    QTest::newRow("32") << 32 << QByteArray("01000000ffffffffffffff7f")
                        << Values{1, -1, 2'147'483'647};
    QTest::newRow("61: high byte first")
        << 61 << QByteArray("0001ffff80007fff") << Values{1, -1, -32768, 32767};
    QTest::newRow("80: 128 is 0") << 80 << QByteArray("8100ff7f") << Values{1, -128, 127, -1};
    QTest::newRow("160: 32768 is 0")
        << 160 << QByteArray("01800000ffff") << Values{1, -32768, 32767};
    // 0x123 and -2 (0xffe): low byte, high nibbles, low byte.
    QTest::newRow("212") << 212 << QByteArray("23f1fe") << Values{0x123, -2};
    QTest::newRow("212: odd end") << 212 << QByteArray("23f1fe0108") << Values{0x123, -2, -2047};
    // 5, -3 (0x3fd) above the lowest bits; 0x155 in the upper five bits of both: low 0x15, high
    // 0x0a.
    QTest::newRow("310") << 310 << QByteArray("0aa8fa57") << Values{5, -3, 0x155};
    QTest::newRow("310: one at the end") << 310 << QByteArray("0a00") << Values{5};
    // 5 | -3 << 10 | 0x155 << 20
    QTest::newRow("311") << 311 << QByteArray("05f45f15") << Values{5, -3, 0x155};
    QTest::newRow("311: two at the end") << 311 << QByteArray("05f40f") << Values{5, -3};
  }
  void decodes() {
    QFETCH(int, format);
    QFETCH(QByteArray, hex);
    QFETCH(Values, values);
    const auto bytes = QByteArray::fromHex(hex);
    const std::span view(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                         std::size_t(bytes.size()));
    const auto kind = *wfdbFormat(format);
    Values decoded;
    for (qsizetype i = 0; i < values.size(); ++i)
      decoded << decodeSample(kind, view, std::size_t(i));
    QCOMPARE(decoded, values);
    QCOMPARE(storedBytes(kind, std::uint64_t(values.size())), std::uint64_t(bytes.size()));
    QCOMPARE(storedSamples(kind, std::uint64_t(bytes.size())), std::uint64_t(values.size()));
  }

  // The lowest code of a format says "no value"; a difference has no such code.
  void knowsTheCodeForNoValue_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("code");
    QTest::newRow("8") << 8 << int(kNoRawSample);
    QTest::newRow("16") << 16 << -32'768;
    QTest::newRow("24") << 24 << -8'388'608;
    QTest::newRow("32") << 32 << int(kNoRawSample);
    QTest::newRow("61") << 61 << -32'768;
    QTest::newRow("80") << 80 << -128;
    QTest::newRow("160") << 160 << -32'768;
    QTest::newRow("212") << 212 << -2'048;
    QTest::newRow("310") << 310 << -512;
    QTest::newRow("311") << 311 << -512;
  }
  void knowsTheCodeForNoValue() {
    QFETCH(int, format);
    QFETCH(int, code);
    QCOMPARE(invalidCode(*wfdbFormat(format)), code);
  }

  void refusesOthersInWords() {
    QVERIFY(vitalwall::test::sentenceOf(wfdbFormat(516)).contains("FLAC"));
    QVERIFY(vitalwall::test::sentenceOf(wfdbFormat(17)).contains("format 17 is not known"));
    QVERIFY(!wfdbFormat(0).ok());
  }
};

QTEST_APPLESS_MAIN(TestWfdbFormats)
#include "tst_wfdb_formats.moc"
