// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged record is found at the start and set aside as it is; monitoring goes on with a new one.
#include <QDir>
#include <QFile>
#include <QTest>

#include "storage/record_inspection.h"
#include "storage/record_samples.h"
#include "support/manual_clock.h"

using namespace vitalwall;
using namespace vitalwall::storage;
using namespace vitalwall::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAlerts = 500;
constexpr qint64 kPageSize = 4096;

QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& content) {
  QFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

void flip(QByteArray& content, qint64 from, qint64 count) {
  for (qint64 i = from; i < from + count; ++i) content[i] = static_cast<char>(~content[i]);
}

AlarmRecord manyAlerts() {
  AlarmRecord record;
  for (int i = 0; i < kAlerts; ++i)
    record.alerts.push_back(makeAlert(std::to_string(i), kBed1, AlertPriority::High));
  return record;
}

}  // namespace

class TestDamagedRecord : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<RecordFolder>();
    auto opened = m_folder->open(m_clock);
    QVERIFY2(opened.ok(), textOf(opened.status()));
    QCOMPARE(opened->notice, std::string());
    QVERIFY(opened->repository->store(manyAlerts()).ok());
    opened->repository.reset();
    m_content = contentOf(m_folder->file());
    QVERIFY(m_content.size() > 50 * kPageSize);
  }

  void soundRecordGoesOn() {
    const auto opened = m_folder->open(m_clock);
    QVERIFY2(opened.ok(), textOf(opened.status()));
    QCOMPARE(opened->notice, std::string());
    QCOMPARE(opened->repository->load()->open.size(), std::size_t(kAlerts));
  }

  void damage_data() {
    QTest::addColumn<QByteArray>("damaged");
    QTest::addColumn<QString>("reason");
    QTest::newRow("header overwritten")
        << QByteArray(100, '\xff') + m_content.mid(100) << u"its file is no database any more"_s;
    QTest::newRow("all zeros") << QByteArray(m_content.size(), '\0')
                               << u"its file is no database any more"_s;
    QTest::newRow("truncated in the middle")
        << m_content.left(m_content.size() / 2) << u"its file is no database any more"_s;
    QTest::newRow("last page lost")
        << m_content.chopped(kPageSize) << u"its file is no database any more"_s;
    QTest::newRow("a few bytes left")
        << m_content.left(40) << u"its file is no database any more"_s;
    QTest::newRow("empty") << QByteArray() << u"it is empty"_s;
    QTest::newRow("a text") << QByteArray("Dear nurse, this is no database.")
                            << u"its file is no database any more"_s;
  }

  void damage() {
    QFETCH(QByteArray, damaged);
    QVERIFY(write(m_folder->file(), damaged));
    const auto opened = m_folder->open(m_clock);
    QVERIFY2(opened.ok(), textOf(opened.status()));
    QFETCH(QString, reason);
    const QString sentence =
        u"The alarm record in %1 was damaged: %2. It is kept there as %3, and a new record was "
        "begun."_s.arg(QString::fromStdString(m_folder->path()), reason, kDamagedName);
    QCOMPARE(QString::fromStdString(opened->notice), sentence);
    QCOMPARE(contentOf(m_folder->file(kDamagedName)), damaged);
    QVERIFY(opened->repository->load()->open.empty());
    QVERIFY(opened->repository->store(recordOf({fullAlert("HR", 1)})).ok());
  }

  /// Every row is still there and can be counted: only the check of the whole file sees it.
  void flippedIndexPage() {
    const QString index = u"episodes_by_time"_s;
    const qint64 page =
        valueOf(*m_folder->connect(),
                u"SELECT rootpage FROM sqlite_master WHERE name = '%1'"_s.arg(index))
            .toLongLong();
    QVERIFY(page > 1);
    flip(m_content, (page - 1) * kPageSize, kPageSize);
    QVERIFY(write(m_folder->file(), m_content));
    QCOMPARE(valueOf(*m_folder->connect(), u"SELECT COUNT(*) FROM revisions"_s).toInt(), kAlerts);
    const QByteArray damaged = contentOf(m_folder->file());
    const auto opened = m_folder->open(m_clock);
    QVERIFY2(opened.ok(), textOf(opened.status()));
    QVERIFY2(opened->notice.find("was damaged: its check says: ") != std::string::npos,
             opened->notice.c_str());
    QCOMPARE(contentOf(m_folder->file(kDamagedName)), damaged);
  }

  void otherDatabase() {
    QVERIFY(QFile::remove(m_folder->file()));
    {
      const auto other =
          Connection::open(sqlite(), {m_folder->file(), SqliteDialect::writing(), "in a test"});
      QVERIFY((*other)->execute(u"CREATE TABLE songs (name TEXT)"_s).ok());
    }
    const auto opened = m_folder->open(m_clock);
    QVERIFY2(opened.ok(), textOf(opened.status()));
    QVERIFY(opened->notice.find("there is no alarm record in it") != std::string::npos);
    QVERIFY(QFile::exists(m_folder->file(kDamagedName)));
  }

  /// Two in one second: the second one does not take the name of the first.
  void nothingIsOverwritten() {
    for (const char* text : {"first", "second", "third"}) {
      QVERIFY(write(m_folder->file(), text));
      QVERIFY(m_folder->open(m_clock).ok());
    }
    QCOMPARE(m_folder->fileNames().filter(u"damaged"_s),
             QStringList({u"alarm-record.damaged-20260101T000000Z-2.db"_s,
                          u"alarm-record.damaged-20260101T000000Z-3.db"_s, kDamagedName}));
    QCOMPARE(contentOf(m_folder->file(kDamagedName)), QByteArray("first"));
  }

  /// The process was killed: the newest commits are in the log alone.
  void commitsInTheLogAreKept() {
    const RecordFolder killed;
    QVERIFY(copyWhileOpen(killed));
    const auto opened = killed.open(m_clock);
    QVERIFY2(opened.ok(), textOf(opened.status()));
    QCOMPARE(opened->notice, std::string());
    QCOMPARE(opened->repository->load()->open.size(), std::size_t(kAlerts + 1));
  }

  void theLogIsSetAsideToo_data() {
    QTest::addColumn<bool>("removed");
    QTest::newRow("empty file") << false;
    QTest::newRow("no file") << true;
  }

  void theLogIsSetAsideToo() {
    QFETCH(bool, removed);
    const RecordFolder killed;
    QVERIFY(copyWhileOpen(killed));
    QVERIFY(removed ? QFile::remove(killed.file()) : write(killed.file(), {}));
    const QByteArray log = contentOf(killed.file() + u"-wal"_s);
    QVERIFY(log.size() > 0);
    const auto opened = killed.open(m_clock);
    QVERIFY2(opened.ok(), textOf(opened.status()));
    QVERIFY(!opened->notice.empty());
    QCOMPARE(contentOf(killed.file(kDamagedName) + u"-wal"_s), log);
    QVERIFY(opened->repository->load()->open.empty());
  }

  /// Looking at a damaged record must not change it: perhaps somebody can still save it.
  void checkingChangesNothing() {
    const RecordFolder killed;
    QVERIFY(copyWhileOpen(killed));
    QByteArray content = contentOf(killed.file());
    flip(content, content.size() / 2, 20 * kPageSize);  // more than the log holds
    QVERIFY(write(killed.file(), content));
    const QByteArray log = contentOf(killed.file() + u"-wal"_s);
    const auto opened = killed.open(m_clock);
    QVERIFY2(opened.ok(), textOf(opened.status()));
    QVERIFY(!opened->notice.empty());
    QCOMPARE(contentOf(killed.file(kDamagedName)), content);
    QCOMPARE(contentOf(killed.file(kDamagedName) + u"-wal"_s), log);
  }

 private:
  /// A copy of the record as a killed process leaves it, with one more alert in the log.
  bool copyWhileOpen(const RecordFolder& to) {
    const auto opened = m_folder->open(m_clock);
    if (!opened.ok() || !opened->repository->store(recordOf({fullAlert("HR", 2)})).ok())
      return false;
    return QFile::copy(m_folder->file(), to.file()) &&
           QFile::copy(m_folder->file() + u"-wal"_s, to.file() + u"-wal"_s);
  }

  const QString kDamagedName = u"alarm-record.damaged-20260101T000000Z.db"_s;
  const ManualClock m_clock;
  std::unique_ptr<RecordFolder> m_folder;
  QByteArray m_content;
};

QTEST_GUILESS_MAIN(TestDamagedRecord)
#include "tst_damaged_record.moc"
