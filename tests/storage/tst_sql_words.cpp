// SPDX-License-Identifier: GPL-3.0-or-later
// Every value of every enumeration has a word of its own and comes back from it.
#include "storage/sql_words.h"

#include <QTest>
#include <set>

#include "storage/sql_value.h"

using namespace vitalwall;
using namespace vitalwall::storage;

namespace {

/// All words, which must be different ones.
template <typename Enum>
QStringList wordsOf() {
  QStringList words;
  for (int i = 0; !wordOf(Enum(i)).empty(); ++i) {
    const auto word = wordOf(Enum(i));
    if (fromWord<Enum>(word) != Enum(i)) return {};
    words.append(QString::fromUtf8(word.data(), qsizetype(word.size())));
  }
  return words;
}

}  // namespace

class TestSqlWords : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// These stand in files of customers: a change here needs a migration.
  void words() {
    QCOMPARE(wordsOf<AlertKind>().join(u' '), QStringLiteral("physiological technical"));
    QCOMPARE(wordsOf<AlertState>().join(u' '), QStringLiteral("active latched inactive"));
    QCOMPARE(wordsOf<AlertCause>().join(u' '),
             QStringLiteral("raised worse escalated value-missing value-back acknowledged ended "
                            "reset limits-changed alarms-paused alarm-off recorded"));
    QCOMPARE(wordsOf<AuditAction>().join(u' '),
             QStringLiteral("alarm-acknowledged alarm-reset audio-paused audio-resumed "
                            "alarms-paused alarms-resumed alarm-turned-off alarm-turned-on "
                            "limits-changed limits-restored profile-changed observations-entered "
                            "command-refused server-started server-stopped record-set-aside"));
    QCOMPARE(wordsOf<CommandOutcome>().join(u' '),
             QStringLiteral("ok already-done stale-revision not-found forbidden not-recorded "
                            "refused"));
    QCOMPARE(wordsOf<OrderStatus>().join(u' '),
             QStringLiteral("active on-hold completed cancelled"));
    QCOMPARE(wordsOf<AgeGroup>().join(u' '), QStringLiteral("adult paediatric neonate"));
    QCOMPARE(wordsOf<Consciousness>().join(u' '),
             QStringLiteral("alert confusion voice pain unresponsive"));
  }

  void unknownWordIsNoValue() {
    QVERIFY(!fromWord<AlertState>("asleep"));
    QVERIFY(!fromWord<AlertState>(""));
  }

  void refusesWhatNobodyWrote_data() {
    QTest::addColumn<QVariant>("column");
    QTest::newRow("absent") << QVariant();
    QTest::newRow("words") << QVariant(QStringLiteral("high"));
    QTest::newRow("too small") << QVariant(-1);
    QTest::newRow("too large") << QVariant(Q_INT64_C(5'000'000'000));
  }

  void refusesWhatNobodyWrote() {
    QFETCH(QVariant, column);
    MdcCode code{7};
    Unit unit = Unit::Percent;
    AlertPriority priority = AlertPriority::Low;
    bool flag = true;
    AlertId id = AlertId::fromName("kept");
    QVERIFY(!fromSql(column, code) && code == MdcCode{7});
    QVERIFY(!fromSql(column, unit) && unit == Unit::Percent);
    QVERIFY(!fromSql(column, priority) && priority == AlertPriority::Low);
    QVERIFY(!fromSql(column, flag) && flag);
    QVERIFY(!fromSql(column, id) && id == AlertId::fromName("kept"));
  }
};

QTEST_APPLESS_MAIN(TestSqlWords)
#include "tst_sql_words.moc"
