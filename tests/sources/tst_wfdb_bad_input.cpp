// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <QtTest>

#include "sources/recordings/wfdb_record.h"
#include "sources/recordings_support.h"

using namespace vitalwall;
using namespace vitalwall::sources;

class TestWfdbBadInput : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Each row: r.hea, its signal file of four 16-bit samples 1 2 3 4, and the sentence that refuses.
  void refusesInWords_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* name, const char* header, const char* sentence) {
      QTest::newRow(name) << QByteArray(header) << QByteArray(sentence);
    };
    row("missing signal file", "r 1 100 4\nq.dat 16\n", "The file q.dat is missing.");
    row("truncated", "r 1 100 5\nr.dat 16\n",
        "The file r.dat is cut off: it holds 8 bytes and should hold 10.");
    row("truncated after a prologue", "r 1 100 4\nr.dat 16+2\n", "should hold 10");
    row("damaged", "r 1 100 4\nr.dat 16 1 16 0 1 11 0 X\n",
        "signal \"X\" sums to 10, and the header says 11.");
    row("absurd length", "r 1 100 1000000000000\nr.dat 16\n", "at most 128000000 samples");
    row("absurd frames", "r 1 100 100000\nr.dat 16x10000\n", "at most 128000000 samples");
    row("absurd skew", "r 1 100 4\nr.dat 16:999999999\n", "the skew is 999999999");
    row("compressed", "r 1 100 4\nr.dat 516\n", "r.hea: format 516 is compressed with FLAC");
    row("unknown format", "r 1 100 4\nr.dat 99\n", "r.hea: format 99 is not known.");
    row("two formats in a file", "r 2 100 2\nr.dat 16\nr.dat 61\n", "do not agree on its format");
    row("two offsets in a file", "r 2 100 1\nr.dat 16\nr.dat 16+2\n", "format or byte offset");
    row("signals of a file apart", "r 3 100 1\nr.dat 16\ns.dat 16\nr.dat 16\n",
        "do not stand one after the other");
    row("folder as file", "r 1 100 4\nfolder 16\n", "folder is not an ordinary file.");
    row("empty record", "r 1 100\nempty.dat 16\n", "the record holds no samples");
    row("only null signals", "r 1 100 4\n~ 0\n", "nothing to play");
    row("no signals", "r 0 100 4\n", "nothing to play");
    row("missing segment", "r/1 1 100 4\nq 4\n", "The file q.hea is missing.");
    row("segment of itself", "r/1 1 100 4\nr 4\n", "the segment r has segments itself");
    row("segment of another length", "r/1 1 100 3\ns 3\n", "is listed with 3 samples");
    row("segment at another rate", "r/1 1 200 4\ns 4\n", "has another sampling rate");
    row("segments that do not add up", "r/1 1 100 5\ns 4\n", "the segments add up to 4");
    row("unit changes", "r/2 1 100 8\ns 4\nt 4\n", "changes its unit or sampling rate");
    row("a gap of centuries", "r/2 1 100\ns 4\n~ 999999999999\n", "at most 128000000 samples");
  }
  void refusesInWords() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, sentence);
    const test::ScratchFolder folder;
    fill(folder);
    folder.write(QStringLiteral("r.hea"), header);
    const auto record = readWfdbRecord(folder.path("r.hea"));
    QVERIFY(!record.ok());
    QVERIFY2(test::sentenceOf(record).contains(sentence), test::sentenceOf(record));
    QVERIFY2(test::sentenceOf(record).endsWith('.'), test::sentenceOf(record));
  }

  void doesNotWaitForAPipe() {
    const test::ScratchFolder folder;
    QCOMPARE(mkfifo(folder.path("r.dat").c_str(), 0600), 0);
    folder.write(QStringLiteral("r.hea"), "r 1 100 4\nr.dat 16\n");
    QVERIFY(
        test::sentenceOf(readWfdbRecord(folder.path("r.hea"))).contains("not an ordinary file"));
  }

  void doesNotReadHugeHeaders() {
    const test::ScratchFolder folder;
    folder.write(QStringLiteral("r.hea"), QByteArray(5 << 20, '#'));
    QVERIFY(test::sentenceOf(readWfdbRecord(folder.path("r.hea"))).contains("at most"));
  }

  // A record cut anywhere is refused: never played short, never a crash.
  void refusesEveryTruncation() {
    NEEDS_RECORDINGS();
    const test::ScratchFolder folder;
    const auto copy = [&](const char* name) {
      QFile file(QString::fromStdString((test::wfdbFolder() / "formats" / name).string()));
      return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto header = copy("3000003_0003.hea");
    const auto samples = copy("3000003_0003.dat");
    QVERIFY(header.size() > 100 && samples.size() == 2056);
    folder.write(QStringLiteral("3000003_0003.hea"), header);
    for (int size = 0; size < 2056; size += 97) {
      folder.write(QStringLiteral("3000003_0003.dat"), samples.first(size));
      QVERIFY(!readWfdbRecord(folder.path("3000003_0003.hea")).ok());
    }
    folder.write(QStringLiteral("3000003_0003.dat"), samples);
    QVERIFY(readWfdbRecord(folder.path("3000003_0003.hea")).ok());
  }

 private:
  static void fill(const test::ScratchFolder& folder) {
    folder.write(QStringLiteral("r.dat"), test::stored16({1, 2, 3, 4}));
    folder.write(QStringLiteral("s.dat"), test::stored16({1, 2, 3, 4}));
    folder.write(QStringLiteral("s.hea"), "s 1 100 4\ns.dat 16 1/mV 16 0 1 10 0 X\n");
    folder.write(QStringLiteral("t.hea"), "t 1 100 4\ns.dat 16 1/mmHg 16 0 1 10 0 X\n");
    folder.write(QStringLiteral("empty.dat"), "");
    QVERIFY(std::filesystem::create_directory(folder.path("folder")));
  }
};

QTEST_APPLESS_MAIN(TestWfdbBadInput)
#include "tst_wfdb_bad_input.moc"
