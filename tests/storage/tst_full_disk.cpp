// SPDX-License-Identifier: GPL-3.0-or-later
// On a full disk storing fails in words and whole; reading works, and storing again when there is
// room.
#include <sys/mount.h>
#include <unistd.h>
#include <QTest>

#include "storage/record_inspection.h"
#include "storage/record_samples.h"
#include "storage/sql_alarm_repository.h"

using namespace vitalwall;
using namespace vitalwall::storage;
using namespace vitalwall::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kEnough = 100'000;

/// A file system of its own, of one megabyte.
class SmallDisk {
 public:
  explicit SmallDisk(const std::string& path, unsigned long flags = 0) : m_path(path) {
    m_mounted = ::mount("tmpfs", path.c_str(), "tmpfs", flags, "size=1m") == 0;
  }
  ~SmallDisk() {
    if (m_mounted) ::umount(m_path.c_str());
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool isMounted() const { return m_mounted; }

 private:
  const std::string m_path;
  bool m_mounted = false;
};

AlarmRecord numbered(int number) {
  AlarmRecord record = recordOf({makeAlert(std::to_string(number), kBed1, AlertPriority::Low)});
  record.audit = {fullEntry("line " + std::to_string(number))};
  return record;
}

/// Stores until it fails; returns how many were stored, and why no more.
std::pair<int, absl::Status> fill(AlarmRepository& repository) {
  for (int i = 0; i < kEnough; ++i)
    if (const auto lost = repository.store(numbered(i)); !lost.ok()) return {i, lost.status()};
  return {kEnough, absl::OkStatus()};
}

}  // namespace

class TestFullDisk : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void recordThatMayNotGrow() {
    const RecordFolder folder;
    QVERIFY(folder.open().ok());
    auto connection = folder.connect();
    Connection& behind = *connection;
    QVERIFY(behind.execute(u"PRAGMA max_page_count = 60"_s).ok());
    SqlAlarmRepository repository(std::move(connection));
    const auto [stored, status] = fill(repository);
    QVERIFY(absl::IsResourceExhausted(status));
    QCOMPARE(std::string(status.message()),
             "The alarm record in " + folder.path() + " cannot be written: the disk is full.");
    QVERIFY(stored > 10);

    // All of a record or nothing; what was stored can be read.
    QCOMPARE(repository.load()->open.size(), std::size_t(stored));
    QCOMPARE(valueOf(behind, u"SELECT COUNT(*) FROM audit"_s).toInt(), stored);
    QCOMPARE(valueOf(behind, u"PRAGMA quick_check"_s).toString(), u"ok"_s);

    QVERIFY(behind.execute(u"PRAGMA max_page_count = 6000"_s).ok());
    QVERIFY(repository.store(numbered(stored)).ok());
    QCOMPARE(repository.load()->open.size(), std::size_t(stored + 1));
  }

  void diskThatIsFull() {
    const QTemporaryDir mountPoint;
    const std::string path = mountPoint.path().toStdString();
    const SmallDisk disk(path);
    if (!disk.isMounted()) QSKIP("a small file system can only be mounted as root");
    const SystemClock clock;
    const auto opened = openRecord(path, clock);
    QVERIFY2(opened.ok(), textOf(opened.status()));
    QFile ballast(mountPoint.filePath(u"ballast"_s));
    QVERIFY(ballast.open(QIODevice::WriteOnly));
    QVERIFY(ballast.resize(0));
    ballast.write(QByteArray(400'000, 'x'));
    ballast.flush();

    const auto [stored, status] = fill(*opened->repository);
    QVERIFY(absl::IsResourceExhausted(status));
    QCOMPARE(std::string(status.message()),
             "The alarm record in " + path + " cannot be written: the disk is full.");
    QCOMPARE(opened->repository->load()->open.size(), std::size_t(stored));

    QVERIFY(ballast.remove());
    QVERIFY(opened->repository->store(numbered(stored)).ok());
    QCOMPARE(opened->repository->load()->open.size(), std::size_t(stored + 1));
  }

  /// What a failing disk becomes. A fault, not a mistake of whoever set it up.
  void diskThatIsReadOnly() {
    const QTemporaryDir mountPoint;
    const std::string path = mountPoint.path().toStdString();
    const SmallDisk disk(path, MS_RDONLY);
    if (!disk.isMounted()) QSKIP("a small file system can only be mounted as root");
    const SystemClock clock;
    const auto opened = openRecord(path, clock);
    QVERIFY(absl::IsPermissionDenied(opened.status()));
    QCOMPARE(std::string(opened.status().message()),
             "The folder " + path + " of the alarm record cannot be used: Read-only file system.");
  }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
