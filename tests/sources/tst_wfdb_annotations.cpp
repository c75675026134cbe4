// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>

#include "sources/recordings/file_bytes.h"
#include "sources/recordings/wfdb_annotations.h"
#include "sources/recordings_support.h"

using namespace vitalwall::sources;
namespace test = vitalwall::test;

namespace {

absl::StatusOr<std::vector<WfdbAnnotation>> parse(const char* hex) {
  const auto bytes = QByteArray::fromHex(hex);
  return parseWfdbAnnotations(
      {reinterpret_cast<const std::uint8_t*>(bytes.data()), std::size_t(bytes.size())});
}

}  // namespace

class TestWfdbAnnotations : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Counts as the data set's README and the database give them.
  void readsTheBeatsOf_data() {
    NEEDS_RECORDINGS();
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("marks");
    QTest::addColumn<int>("beats");
    QTest::addColumn<int>("ventricular");
    QTest::newRow("100") << QStringLiteral("mitdb/100.atr") << 2274 << 2273 << 1;
    QTest::newRow("100s") << QStringLiteral("mitdb/100s.atr") << 75 << 74 << 0;
    QTest::newRow("105") << QStringLiteral("mitdb_lead1/mb105v1.atr") << 2572 << 2572 << 41;
    QTest::newRow("106") << QStringLiteral("mitdb_lead1/mb106v1.atr") << 2027 << 2027 << 520;
  }
  void readsTheBeatsOf() {
    NEEDS_RECORDINGS();
    QFETCH(QString, file);
    const auto bytes = readFile(test::wfdbFolder() / file.toStdString(), 1 << 20);
    QVERIFY2(bytes.ok(), test::sentenceOf(bytes));
    const auto marks = parseWfdbAnnotations(*bytes);
    QVERIFY2(marks.ok(), test::sentenceOf(marks));
    const auto count = [&](auto&& predicate) {
      return int(std::count_if(marks->begin(), marks->end(), predicate));
    };
    QTEST(int(marks->size()), "marks");
    QTEST(count([](const WfdbAnnotation& mark) { return mark.isBeat(); }), "beats");
    QTEST(count([](const WfdbAnnotation& mark) { return mark.code == 5; }), "ventricular");
    QVERIFY(std::is_sorted(marks->begin(), marks->end(),
                           [](const auto& a, const auto& b) { return a.sample < b.sample; }));
  }

  void readsNotesAndLongIntervals() {
    // beat at 18; skip 0x0001'0002; rhythm mark 10 later with the note "(N", then the end
    const auto marks = parse(
        "1204"
        "00ec"
        "0100"
        "0200"
        "0a70"
        "02fc"
        "284e"
        "0000");
    QVERIFY2(marks.ok(), test::sentenceOf(marks));
    QCOMPARE(marks->size(), std::size_t(2));
    QCOMPARE(marks->at(0).sample, std::int64_t(18));
    QVERIFY(marks->at(0).isBeat());
    QCOMPARE(marks->at(1).sample, std::int64_t(18 + 0x10002 + 10));
    QCOMPARE(marks->at(1).note, std::string("(N"));
    QVERIFY(!marks->at(1).isBeat());
  }

  void refusesCutFiles_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no end") << QByteArray("1204");
    QTest::newRow("half a word") << QByteArray("120400");
    QTest::newRow("cut in an interval") << QByteArray("120400ec0100");
    QTest::newRow("cut in a note") << QByteArray("12040efc2841");
    QTest::newRow("note without a mark") << QByteArray("02fc284e0000");
  }
  void refusesCutFiles() {
    QFETCH(QByteArray, hex);
    QVERIFY(test::sentenceOf(parse(hex.constData())).contains("cut off"));
  }
};

QTEST_APPLESS_MAIN(TestWfdbAnnotations)
#include "tst_wfdb_annotations.moc"
