// SPDX-License-Identifier: GPL-3.0-or-later
// From the empty database to the newest version, step by step, and never back.
#include <QTest>

#include "storage/record_inspection.h"
#include "storage/record_samples.h"
#include "storage/schema.h"

using namespace vitalwall;
using namespace vitalwall::storage;
using namespace vitalwall::test;
using namespace Qt::Literals::StringLiterals;

class TestMigrations : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    auto connection = Connection::open(
        sqlite(), {SqliteDialect::memory(), SqliteDialect::writing(), "in memory"});
    QVERIFY2(connection.ok(), textOf(connection.status()));
    m_connection = *std::move(connection);
  }

  void emptyIsVersionZero() { QCOMPARE(*schemaVersion(*m_connection), 0); }

  void becomesTheNewest() {
    const auto steps = migrations(sqlite());
    QVERIFY2(migrate(*m_connection, steps).ok(), "");
    QCOMPARE(*schemaVersion(*m_connection), steps.back().version);
    QVERIFY(migrate(*m_connection, steps).ok());  // nothing to do
    QCOMPARE(*schemaVersion(*m_connection), steps.back().version);
  }

  void versionsFollowEachOther() {
    int version = 0;
    for (const auto& step : migrations(sqlite())) QCOMPARE(step.version, ++version);
  }

  void onlyMissingStepsRun() {
    auto steps = migrations(sqlite());
    QVERIFY(migrate(*m_connection, steps).ok());
    steps.push_back(next({u"ALTER TABLE audit ADD COLUMN role TEXT"_s}));
    QVERIFY(migrate(*m_connection, steps).ok());
    QCOMPARE(*schemaVersion(*m_connection), steps.back().version);
    QVERIFY(valueOf(*m_connection, u"SELECT COUNT(role) FROM audit"_s).toInt() == 0);
  }

  /// A step that fails half-way leaves nothing of itself.
  void failedStepIsUndone() {
    auto steps = migrations(sqlite());
    const int before = steps.back().version;
    QVERIFY(migrate(*m_connection, steps).ok());
    steps.push_back(next({u"CREATE TABLE wards (name TEXT)"_s, u"CREATE NONSENSE"_s}));
    const auto status = migrate(*m_connection, steps);
    QVERIFY(!status.ok());
    QVERIFY2(status.message().find("The alarm record in memory cannot be written") == 0,
             textOf(status));
    QCOMPARE(*schemaVersion(*m_connection), before);
    QVERIFY(!m_connection->tables().contains(u"wards"_s));
  }

  void newerRecordIsRefused() {
    auto steps = migrations(sqlite());
    steps.push_back(next({}));
    QVERIFY(migrate(*m_connection, steps).ok());
    const auto status = migrate(*m_connection, migrations(sqlite()));
    QVERIFY(absl::IsFailedPrecondition(status));
    QCOMPARE(std::string(status.message()),
             std::string("The alarm record in memory is of version 2, written by a newer "
                         "Vitalwall; this one knows versions up to 1."));
  }

  /// It stays where it is: it is not damaged.
  void newerFileIsRefusedInItsFolder() {
    const RecordFolder folder;
    QVERIFY(folder.open().ok());
    auto steps = migrations(sqlite());
    steps.push_back(next({}));
    QVERIFY(migrate(*folder.connect(), steps).ok());
    QVERIFY(absl::IsFailedPrecondition(folder.open().status()));
    QCOMPARE(folder.fileNames().filter(u"damaged"_s), QStringList());
  }

  void otherDatabaseIsRefused() {
    QVERIFY(m_connection->execute(u"CREATE TABLE songs (name TEXT)"_s).ok());
    QVERIFY(absl::IsDataLoss(migrate(*m_connection, migrations(sqlite()))));
  }

  void rowsAreOnlyAdded_data() {
    QTest::addColumn<QString>("table");
    for (const char* table :
         {"audit", "revisions", "settings", "settings_parameters", "order_history"})
      QTest::newRow(table) << QString::fromLatin1(table);
  }

  void rowsAreOnlyAdded() {
    QFETCH(QString, table);
    const RecordFolder folder;
    AlarmRecord record = recordOf({fullAlert("HR", 1)});
    record.settings = {fullSettings(kBed1, 2)};
    record.orders = {fullOrder("heparin", OrderStatus::Active)};
    record.audit = {fullEntry("first")};
    QVERIFY(folder.open()->repository->store(record).ok());
    const auto connection = folder.connect();
    const QString count = u"SELECT COUNT(*) FROM "_s + table;
    const int before = valueOf(*connection, count).toInt();
    QVERIFY(before > 0);
    const auto removed = connection->execute(u"DELETE FROM "_s + table);
    QVERIFY2(removed.message().find("only ever added") != std::string::npos, textOf(removed));
    const QString column = table == u"audit"_s ? u"detail"_s : u"patient"_s;
    const auto changed = connection->execute(u"UPDATE %1 SET %2 = 'x'"_s.arg(table, column));
    QVERIFY2(changed.message().find("only ever added") != std::string::npos, textOf(changed));
    QCOMPARE(valueOf(*connection, count).toInt(), before);
  }

 private:
  static Migration next(const QStringList& statements) {
    return {migrations(sqlite()).back().version + 1, statements};
  }

  std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
