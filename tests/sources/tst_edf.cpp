// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <thread>

#include "sources/recordings/edf_record.h"
#include "sources/recordings_support.h"

using namespace vitalwall;
using namespace vitalwall::sources;

namespace {

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// What an EDF or BDF file says of one signal, read from the fixed columns of its header.
struct FileSignal {
  QString label;
  double physicalLow, physicalHigh, digitalLow, digitalHigh;
  int samplesPerRecord;
  int firstSample;
};

struct FileTruth {
  double recordSeconds;
  int records;
  QList<FileSignal> signalsWithSamples;
};

int firstSampleAt(const QByteArray& bytes, qsizetype at, int width) {
  int value = 0;
  for (int i = 0; i < width; ++i) value |= (bytes[at + i] & 0xFF) << (8 * i);
  const int unused = 32 - 8 * width;
  return int(unsigned(value) << unused) >> unused;
}

FileTruth truthOf(const QByteArray& bytes) {
  const auto field = [&](qsizetype at, int size) {
    return QString::fromLatin1(bytes.mid(at, size)).trimmed();
  };
  const int width = bytes[0] == '0' ? 2 : 3;
  const int count = field(252, 4).toInt();
  qsizetype data = 256 * (count + 1);
  FileTruth truth{field(244, 8).toDouble(), field(236, 8).toInt(), {}};
  for (int i = 0; i < count; ++i) {
    const auto column = [&](int offset, int size) {
      return field(256 + qsizetype(offset) * count + qsizetype(i) * size, size);
    };
    const int samples = column(216, 8).toInt();
    if (!column(0, 16).endsWith(QStringLiteral(" Annotations")))
      truth.signalsWithSamples.append({column(0, 16), column(104, 8).toDouble(),
                                       column(112, 8).toDouble(), column(120, 8).toDouble(),
                                       column(128, 8).toDouble(), samples,
                                       firstSampleAt(bytes, data, width)});
    data += qsizetype(samples) * width;
  }
  return truth;
}

std::filesystem::path edf(const char* name) {
  return test::dataFolder() / "edf" / name;
}

}  // namespace

class TestEdf : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void playsOrIsRefusedInWords_data() {
    NEEDS_RECORDINGS();
    QTest::addColumn<QString>("path");
    auto paths = test::filesBelow(test::dataFolder() / "edf", QStringLiteral("df"));
    QVERIFY(paths.size() >= 5);
    for (const auto& path : paths) QTest::newRow(qPrintable(path.section(u'/', -1))) << path;
  }
  void playsOrIsRefusedInWords() {
    NEEDS_RECORDINGS();
    QFETCH(QString, path);
    const auto truth = truthOf(bytesOf(path));
    const auto record = readEdfRecord(path.toStdString());
    if (truth.signalsWithSamples.isEmpty()) {
      QVERIFY2(test::sentenceOf(record).contains("annotations only"), test::sentenceOf(record));
      return;
    }
    QVERIFY2(record.ok(), test::sentenceOf(record));
    QCOMPARE(record->seconds(), truth.records * truth.recordSeconds);
    auto played = record->waves;
    played.insert(played.end(), record->trends.begin(), record->trends.end());
    QCOMPARE(qsizetype(played.size()), truth.signalsWithSamples.size());
    for (const auto& signal : truth.signalsWithSamples) compareWithFile(signal, played, truth);
  }

  void keepsTheSubsecondOfTheStart() {
    NEEDS_RECORDINGS();
    const auto record = readEdfRecord(edf("test_subsecond.edf"));
    QVERIFY2(record.ok(), test::sentenceOf(record));
    QVERIFY(record->recordedAt);
    QVERIFY(toUnixMillis(*record->recordedAt) % 1000 != 0);
  }

  void turnsInvertedRangesRightSideUp() {
    NEEDS_RECORDINGS();
    const auto record = readEdfRecord(edf("test_subsecond.edf"));
    QVERIFY2(record.ok(), test::sentenceOf(record));
    const auto& wave = record->waves[0].channel;
    QVERIFY(wave.unitsPerCount < 0);
    QVERIFY(wave.displayLow < wave.displayHigh);
  }

  void namesWhatItKnows() {
    NEEDS_RECORDINGS();
    const auto record = readEdfRecord(edf("short_psg.edf"));
    QVERIFY2(record.ok(), test::sentenceOf(record));
    QCOMPARE(record->trends.size(), std::size_t(1));
    QCOMPARE(record->trends[0].channel.code, mdc::kTemperature);
    QCOMPARE(record->trends[0].channel.unit, Unit::DegreeCelsius);
    QCOMPARE(record->waves[0].channel.label, std::string("EEG Fpz-Cz"));
    QCOMPARE(record->waves[0].channel.code, MdcCode{});  // brain, not heart
    QCOMPARE(record->waves[0].channel.unit, Unit::MilliVolt);
  }

  void refusesCutAndForeignFiles() {
    NEEDS_RECORDINGS();
    const auto bytes = bytesOf(QString::fromStdString(edf("test_subsecond.edf").string()));
    const test::ScratchFolder folder;
    for (const int size : {0, 1, 255, 256, 700, 5000, int(bytes.size()) - 1}) {
      folder.write(QStringLiteral("cut.edf"), bytes.first(size));
      const auto record = readEdfRecord(folder.path("cut.edf"));
      QVERIFY2(test::sentenceOf(record).contains("cut.edf"), test::sentenceOf(record));
    }
    folder.write(QStringLiteral("text.edf"), QByteArray(4096, 'x'));
    QVERIFY(test::sentenceOf(readEdfRecord(folder.path("text.edf"))).contains("refused"));
    QVERIFY(test::sentenceOf(readEdfRecord(folder.path("none.edf"))).contains("missing"));
    QVERIFY(test::sentenceOf(readEdfRecord(folder.path())).contains("not an ordinary file"));
  }

  // libedf has global state and 64 handles: every file is closed, and threads take turns.
  void closesFilesAndSerializesThreads() {
    NEEDS_RECORDINGS();
    std::atomic<int> read = 0;
    const auto readMany = [&read] {
      for (int i = 0; i < 40; ++i) read += readEdfRecord(edf("short_psg.edf")).ok() ? 1 : 0;
    };
    std::thread other(readMany);
    readMany();
    other.join();
    QCOMPARE(read.load(), 80);
  }

 private:
  static void compareWithFile(const FileSignal& truth, const std::vector<RecordedSignal>& played,
                              const FileTruth& file) {
    const auto found = std::find_if(played.begin(), played.end(), [&](const RecordedSignal& one) {
      return QString::fromStdString(one.channel.label).startsWith(truth.label);
    });
    QVERIFY2(found != played.end(), qPrintable(truth.label));
    QCOMPARE(found->channel.samplesPerSecond, truth.samplesPerRecord / file.recordSeconds);
    QCOMPARE(qsizetype(found->counts.size()), qsizetype(truth.samplesPerRecord) * file.records);
    const double perCount =
        (truth.physicalHigh - truth.physicalLow) / (truth.digitalHigh - truth.digitalLow);
    const double factor = found->channel.unit == Unit::MilliVolt ? 1e-3 : 1;  // files give uV
    const double expected =
        factor * (truth.physicalLow + (truth.firstSample - truth.digitalLow) * perCount);
    const double resolution = std::abs(found->channel.unitsPerCount);
    const bool isWide = truth.digitalHigh > 32'767;  // BDF: rounded to 16 bits
    const double error = std::abs(found->channel.toPhysical(found->counts[0]) - expected);
    QVERIFY2(error <= (isWide ? resolution / 2 : resolution * 1e-6), qPrintable(truth.label));
  }
};

QTEST_APPLESS_MAIN(TestEdf)
#include "tst_edf.moc"
