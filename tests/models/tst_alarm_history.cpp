// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QtTest>

#include "models/history_csv.h"
#include "models/history_filter.h"
#include "support/samples.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class AlarmHistoryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void episodeStaysOneRow();
  void fetchedOldRevisionDoesNotHideTheLiveOne();
  void restartedServersRevisionCounts();
  void oldestEndedEpisodesGiveRoom();
  void filters_data();
  void filters();
  void sortsTimesAndPrioritiesByMeaning();
  void csvHasHeaderAndUtcTimes();
  void csvQuotesAndDisarms();

 private:
  Alert alert(const char* name, const char* bed, AlertPriority priority, milliseconds after);
  QString dump() const;

  std::unique_ptr<AlarmHistory> m_history;
  std::unique_ptr<HistoryFilter> m_filter;
};

void AlarmHistoryTest::init() {
  QLocale::setDefault(QLocale::c());
  m_filter.reset();
  m_history = std::make_unique<AlarmHistory>([](PatientId patient) {
    return patient == PatientId::fromName("1") ? QStringLiteral("Bed 1") : QStringLiteral("Bed 2");
  });
  m_filter = std::make_unique<HistoryFilter>(*m_history);
  new QAbstractItemModelTester(m_history.get(), m_history.get());
  new QAbstractItemModelTester(m_filter.get(), m_filter.get());
}

Alert AlarmHistoryTest::alert(const char* name, const char* bed, AlertPriority priority,
                              milliseconds after) {
  auto made = test::makeAlert(name, PatientId::fromName(bed), priority);
  made.raisedAt = made.changedAt = test::kNoon + after;
  return made;
}

QString AlarmHistoryTest::dump() const {
  QStringList lines;
  for (int row = 0; row < m_filter->rowCount(); ++row)
    lines << QString::fromStdString(m_filter->alert(row).message);
  return lines.join(QLatin1Char('|'));
}

void AlarmHistoryTest::episodeStaysOneRow() {
  auto episode = alert("HR 134 > 120", "1", AlertPriority::High, 0s);
  m_history->apply(episode);
  episode.revision = 2;
  episode.acknowledged = Acknowledgement{.by = "Kim", .at = test::kNoon, .note = "seen"};
  m_history->apply(episode);
  episode.revision = 3;
  episode.state = AlertState::Inactive;
  episode.changedAt += 60s;
  m_history->apply(episode);
  QCOMPARE(m_history->rowCount(), 1);
  const auto cell = [this](int column) { return m_history->index(0, column).data().toString(); };
  QCOMPARE(cell(AlarmHistory::BedColumn), QStringLiteral("Bed 1"));
  QCOMPARE(cell(AlarmHistory::AlarmColumn), QStringLiteral("*** HR 134 > 120"));
  QCOMPARE(cell(AlarmHistory::StateColumn), QStringLiteral("ended"));
  QCOMPARE(cell(AlarmHistory::AcknowledgedByColumn), QStringLiteral("Kim"));
  QCOMPARE(cell(AlarmHistory::NoteColumn), QStringLiteral("seen"));
  QVERIFY(!cell(AlarmHistory::EndedColumn).isEmpty());
}

void AlarmHistoryTest::fetchedOldRevisionDoesNotHideTheLiveOne() {
  auto live = alert("a", "1", AlertPriority::High, 0s);
  live.revision = 9;
  live.message = "live";
  m_history->apply(live);
  m_history->add(
      {alert("a", "1", AlertPriority::High, 0s), alert("older", "1", AlertPriority::Low, -1h)});
  QCOMPARE(dump(), QStringLiteral("live|older"));
}

void AlarmHistoryTest::restartedServersRevisionCounts() {
  auto episode = alert("before", "1", AlertPriority::High, 0s);
  episode.revision = 900;
  m_history->apply(episode);
  episode.revision = 1;
  episode.message = "after";
  episode.changedAt += 1s;
  m_history->apply(episode);
  QCOMPARE(dump(), QStringLiteral("after"));
}

void AlarmHistoryTest::oldestEndedEpisodesGiveRoom() {
  AlarmHistory history([](PatientId) { return QString(); });  // without its tester: it is slow
  const auto open = alert("open", "1", AlertPriority::High, -1h);
  history.apply(open);
  for (std::size_t i = 0; i < AlarmHistory::kCapacity; ++i) {
    auto ended = alert(std::to_string(i).c_str(), "1", AlertPriority::Low, milliseconds(i));
    ended.state = AlertState::Inactive;
    history.apply(ended);
  }
  QVERIFY(history.rowCount() <= int(AlarmHistory::kCapacity));
  QVERIFY(history.find(open.id));
  QVERIFY(!history.find(AlertId::fromName("0")));
}

void AlarmHistoryTest::filters_data() {
  QTest::addColumn<QString>("bed");
  QTest::addColumn<int>("priority");
  QTest::addColumn<QString>("words");
  QTest::addColumn<QString>("expected");
  const QString all;
  QTest::newRow("all, newest first") << all << -1 << all << "SpO2 78 < 80|Lead off|HR 134 > 120";
  QTest::newRow("patient") << "2" << -1 << all << "Lead off";
  QTest::newRow("priority") << all << 0 << all << "SpO2 78 < 80|HR 134 > 120";
  QTest::newRow("words of two columns") << all << -1 << "bed hr"
                                        << "HR 134 > 120";
  QTest::newRow("none") << all << -1 << "asystole" << all;
}

void AlarmHistoryTest::filters() {
  QFETCH(QString, bed);
  QFETCH(int, priority);
  QFETCH(QString, words);
  m_history->apply(alert("HR 134 > 120", "1", AlertPriority::High, 0s));
  m_history->apply(alert("Lead off", "2", AlertPriority::Low, 1s));
  m_history->apply(alert("SpO2 78 < 80", "1", AlertPriority::High, 2s));
  if (!bed.isEmpty()) m_filter->setPatient(PatientId::fromName(bed.toStdString()));
  if (priority >= 0) m_filter->setPriority(AlertPriority(priority));
  m_filter->setWords(words);
  QTEST(dump(), "expected");
}

void AlarmHistoryTest::sortsTimesAndPrioritiesByMeaning() {
  m_history->apply(alert("low", "1", AlertPriority::Low, 0s));
  m_history->apply(alert("high", "1", AlertPriority::High, 24h * 40));
  m_history->apply(alert("medium", "1", AlertPriority::Medium, 1s));
  m_filter->sort(AlarmHistory::PriorityColumn);
  QCOMPARE(dump(), QStringLiteral("high|medium|low"));
  m_filter->sort(AlarmHistory::RaisedColumn);
  QCOMPARE(dump(), QStringLiteral("low|medium|high"));
}

void AlarmHistoryTest::csvHasHeaderAndUtcTimes() {
  m_history->apply(alert("HR 134 > 120", "1", AlertPriority::High, 250ms));
  const auto lines = QString::fromUtf8(historyCsv(*m_filter)).split(QStringLiteral("\r\n"));
  QCOMPARE(lines.size(), 3);
  QVERIFY(lines[0].startsWith(QStringLiteral("raised,bed,alarm,kind,priority,state,")));
  QVERIFY2(lines[1].startsWith(QStringLiteral(
               "2026-01-01T12:00:00.250Z,Bed 1,HR 134 > 120,physiological,high,active,134,120,")),
           qPrintable(lines[1]));
  QCOMPARE(lines[1].count(QLatin1Char(',')), lines[0].count(QLatin1Char(',')));
}

void AlarmHistoryTest::csvQuotesAndDisarms() {
  auto episode = alert("a, \"b\"", "1", AlertPriority::High, 0s);
  episode.acknowledged = Acknowledgement{.by = "=cmd()", .at = test::kNoon, .note = "x\ny"};
  m_history->apply(episode);
  const auto csv = QString::fromUtf8(historyCsv(*m_filter));
  QVERIFY(csv.contains(QStringLiteral("\"a, \"\"b\"\"\"")));
  QVERIFY(csv.contains(QStringLiteral(",'=cmd(),")));
  QVERIFY(csv.contains(QStringLiteral("\"x\ny\"")));
}

QTEST_APPLESS_MAIN(AlarmHistoryTest)
#include "tst_alarm_history.moc"
