// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for the disk stays in order and within its limits, and what goes is counted.
#include "server/record_backlog.h"

#include <QTest>

#include "support/samples.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr RecordBacklog::Limits kSmall{
    .alerts = 10, .settings = 3, .orders = 3, .audit = 10, .commands = 10};

/// "a1 b2o": revision 1 of alert a, which is over, and revision 2 of b, which is open.
AlarmRecord alerts(const QString& text) {
  AlarmRecord record;
  for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
    Alert alert = makeAlert(word.left(1).toStdString(), {}, AlertPriority::High);
    alert.revision = word.mid(1, word.endsWith(u'o') ? word.size() - 2 : -1).toULongLong();
    alert.state = word.endsWith(u'o') ? AlertState::Active : AlertState::Inactive;
    record.alerts.push_back(alert);
  }
  return record;
}

QString textOf(const AlarmRecord& record) {
  QStringList words;
  for (const auto& alert : record.alerts)
    words.append(QString::fromStdString(alert.message) + QString::number(alert.revision) +
                 (alert.isOpen() ? u"o"_s : QString()));
  return words.join(u' ');
}

AuditEntry line(int number) {
  AuditEntry entry;
  entry.detail = std::to_string(number);
  return entry;
}

}  // namespace

class TestRecordBacklog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keepsTheOrder() {
    RecordBacklog backlog;
    backlog.append(alerts(u"a1 b2"_s));
    backlog.append(alerts(u"a3"_s));
    QCOMPARE(textOf(backlog.take()), u"a1 b2 a3"_s);
    QVERIFY(backlog.isEmpty());
  }

  void whatIsPutBackIsOlder() {
    RecordBacklog backlog;
    backlog.append(alerts(u"a1"_s));
    AlarmRecord taken = backlog.take();
    backlog.append(alerts(u"b2"_s));
    backlog.putBack(std::move(taken));
    backlog.append(alerts(u"c3"_s));
    QCOMPARE(textOf(backlog.take()), u"a1 b2 c3"_s);
  }

  void alertLimit_data() {
    QTest::addColumn<QString>("came");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<int>("revisions");
    QTest::addColumn<int>("episodes");
    QTest::newRow("at the limit") << u"a1 a2 a3 a4 a5 a6 a7 a8 a9 a10"_s
                                  << u"a1 a2 a3 a4 a5 a6 a7 a8 a9 a10"_s << 0 << 0;
    QTest::newRow("newest of each episode")
        << u"a1 b2 a3 b4 c5 a6 a7 a8 a9 a10 a11"_s << u"b4 c5 a11"_s << 8 << 0;
    QTest::newRow("those that are over go first") << u"a1o b2 c3 d4o e5 f6 g7 h8 i9 j10 k11"_s
                                                  << u"e5 f6 g7 h8 i9 j10 k11 a1o d4o"_s << 0 << 2;
    QTest::newRow("then the oldest") << u"a1o b2o c3o d4o e5o f6o g7o h8o i9o j10o k11o"_s
                                     << u"c3o d4o e5o f6o g7o h8o i9o j10o k11o"_s << 0 << 2;
  }

  void alertLimit() {
    QFETCH(QString, came);
    RecordBacklog backlog(kSmall);
    for (const QString& word : came.split(u' ')) backlog.append(alerts(word));
    QFETCH(int, revisions);
    QFETCH(int, episodes);
    const RecordBacklog::Dropped expected{std::size_t(revisions), std::size_t(episodes), 0};
    QCOMPARE(backlog.takeDropped(), expected);
    QTEST(textOf(backlog.take()), "kept");
    QVERIFY(backlog.takeDropped().isNothing());
  }

  void otherLimits() {
    RecordBacklog backlog(kSmall);
    for (int i = 0; i < 11; ++i) {
      AlarmRecord record;
      record.audit = {line(i)};
      record.commands = {CommandResult{.id = CommandId::fromName(std::to_string(i)),
                                       .outcome = CommandOutcome::Ok,
                                       .message = {},
                                       .by = {},
                                       .at = {}}};
      backlog.append(record);
    }
    for (int i = 0; i < 4; ++i) {
      AlarmRecord record;
      record.settings.emplace_back().revision = std::uint64_t(i);
      record.orders.emplace_back().description = std::to_string(i);
      backlog.append(record);
    }
    const RecordBacklog::Dropped expected{6, 0, 2};
    QCOMPARE(backlog.takeDropped(), expected);
    const AlarmRecord kept = backlog.take();
    QCOMPARE(kept.audit.front(), line(2));
    QCOMPARE(kept.audit.back(), line(10));
    QCOMPARE(kept.commands.size(), 9U);
    QCOMPARE(kept.settings.size(), 1U);
    QCOMPARE(kept.settings.front().revision, 3U);
    QCOMPARE(kept.orders.front().description, std::string("3"));
  }

  void droppedInWords_data() {
    QTest::addColumn<int>("revisions");
    QTest::addColumn<int>("episodes");
    QTest::addColumn<int>("audit");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << 0 << 0 << 0 << QString();
    QTest::newRow("one of each") << 1 << 1 << 1
                                 << u"1 revision, 1 alarm and 1 audit line are missing in it"_s;
    QTest::newRow("many") << 1200 << 0 << 3
                          << u"1200 revisions, 0 alarms and 3 audit lines are missing in it"_s;
  }

  void droppedInWords() {
    QFETCH(int, revisions);
    QFETCH(int, episodes);
    QFETCH(int, audit);
    const RecordBacklog::Dropped dropped{std::size_t(revisions), std::size_t(episodes),
                                         std::size_t(audit)};
    QTEST(QString::fromStdString(dropped.toString()), "words");
  }
};

QTEST_APPLESS_MAIN(TestRecordBacklog)
#include "tst_record_backlog.moc"
