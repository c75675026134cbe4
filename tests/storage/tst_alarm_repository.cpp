// SPDX-License-Identifier: GPL-3.0-or-later
// What is stored comes back, once, and the first acknowledgement wins.
#include <QTest>

#include "storage/alarm_record.h"
#include "storage/command_table.h"
#include "storage/record_samples.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace std::chrono_literals;

namespace {

std::vector<std::uint64_t> revisionsOf(const std::vector<Alert>& alerts) {
  std::vector<std::uint64_t> revisions;
  for (const auto& alert : alerts) revisions.push_back(alert.revision);
  return revisions;
}

}  // namespace

class TestAlarmRepository : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    auto opened = storage::openMemoryRecord();
    QVERIFY2(opened.ok(), opened.status().ToString().c_str());
    m_record = std::move(opened->repository);
  }

  void emptyRecord() {
    const auto archive = m_record->load();
    QVERIFY(archive.ok());
    QVERIFY(archive->open.empty());
    QVERIFY(archive->settings.empty());
    QVERIFY(archive->orders.empty());
    QVERIFY(archive->commands.empty());
    QCOMPARE(archive->revision, 0U);
  }

  void everyMemberComesBack() {
    AlarmRecord record;
    Alert bare = makeAlert("bare", kBed2, AlertPriority::Low, 12);
    bare.value.reset();
    bare.limit.reset();
    bare.message.clear();
    record.alerts = {fullAlert("full", 11), bare};
    record.settings = {fullSettings(kBed1, 13)};
    record.orders = {fullOrder("heparin", OrderStatus::OnHold)};
    record.audit = {fullEntry("HR high 120 -> 130")};
    record.commands = {answerTo("1")};
    store(record);

    const auto archive = m_record->load();
    QVERIFY2(archive.ok(), archive.status().ToString().c_str());
    QCOMPARE(archive->open.size(), 2U);
    for (const auto& alert : record.alerts)
      QVERIFY(std::count(archive->open.begin(), archive->open.end(), alert) == 1);
    QCOMPARE(archive->settings, record.settings);
    QCOMPARE(archive->orders, record.orders);
    QCOMPARE(archive->commands, record.commands);
    QCOMPARE(archive->revision, 13U);
  }

  void recordedIsWhatIsHere() {
    Alert alert = fullAlert("full", 1);
    alert.recorded = false;
    store(recordOf({alert}));
    QVERIFY(m_record->load()->open.front().recorded);
  }

  void newestRevisionIsTheEpisode_data() {
    QTest::addColumn<QList<int>>("stored");
    QTest::addColumn<int>("newest");
    QTest::addColumn<QList<int>>("kept");
    QTest::newRow("one") << QList{1} << 1 << QList{1};
    QTest::newRow("rising") << QList{1, 2, 5} << 5 << QList{1, 2, 5};
    QTest::newRow("repeated") << QList{1, 2, 2} << 2 << QList{1, 2};
    QTest::newRow("all again") << QList{1, 2, 1, 2} << 2 << QList{1, 2};
    QTest::newRow("older later") << QList{1, 3, 2} << 3 << QList{1, 3};
  }

  void newestRevisionIsTheEpisode() {
    QFETCH(QList<int>, stored);
    QFETCH(int, newest);
    QFETCH(QList<int>, kept);
    Alert alert = makeAlert("HR", kBed1, AlertPriority::High);
    for (const int revision : stored) {
      alert.revision = static_cast<std::uint64_t>(revision);
      alert.message = "revision " + std::to_string(revision);
      store(recordOf({alert}));
    }
    const auto open = m_record->load()->open;
    QCOMPARE(open.size(), 1U);
    QCOMPARE(open.front().revision, static_cast<std::uint64_t>(newest));
    QCOMPARE(open.front().message, "revision " + std::to_string(newest));
    const std::vector<std::uint64_t> expected(kept.begin(), kept.end());
    QCOMPARE(revisionsOf(*m_record->revisions(alert.id)), expected);
  }

  void inactiveEpisodesAreOfThePast() {
    Alert alert = makeAlert("HR", kBed1, AlertPriority::High, 1);
    store(recordOf({alert}));
    alert.revision = 2;
    alert.state = AlertState::Inactive;
    store(recordOf({alert}));
    QVERIFY(m_record->load()->open.empty());
    QCOMPARE(m_record->load()->revision, 2U);
    QCOMPARE(*m_record->episodes({}), std::vector<Alert>{alert});
  }

  void queries_data() {
    QTest::addColumn<int>("patient");
    QTest::addColumn<int>("since");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("found");
    QTest::newRow("all, the newest first") << 0 << -1 << -1 << 500 << "e2 d1 c2 b1 a1";
    QTest::newRow("of a patient") << 1 << -1 << -1 << 500 << "d1 b1 a1";
    QTest::newRow("since, and at") << 0 << 2 << -1 << 500 << "e2 d1 c2";
    QTest::newRow("before, not at") << 0 << -1 << 2 << 500 << "b1 a1";
    QTest::newRow("between, of a patient") << 2 << 1 << 4 << 500 << "c2";
    QTest::newRow("the newest two") << 0 << -1 << -1 << 2 << "e2 d1";
    QTest::newRow("next page of two") << 0 << -1 << 3 << 2 << "c2 b1";
    QTest::newRow("none") << 0 << 9 << -1 << 500 << "";
  }

  void queries() {
    std::vector<Alert> alerts;
    for (const std::string name : {"a1", "b1", "c2", "d1", "e2"}) {
      alerts.push_back(makeAlert(name, name[1] == '1' ? kBed1 : kBed2, AlertPriority::Low));
      alerts.back().raisedAt = kNoon + minutes(static_cast<int>(alerts.size()) - 1);
    }
    store(recordOf(alerts));
    QFETCH(int, patient);
    QFETCH(int, since);
    QFETCH(int, before);
    QFETCH(int, limit);
    AlarmQuery query{
        .patient = {}, .since = {}, .before = {}, .after = {}, .limit = std::size_t(limit)};
    if (patient > 0) query.patient = patient == 1 ? kBed1 : kBed2;
    if (since >= 0) query.since = kNoon + minutes(since);
    if (before >= 0) query.before = kNoon + minutes(before);
    QStringList names;
    const auto episodes = m_record->episodes(query);
    QVERIFY(episodes.ok());
    for (const auto& alert : *episodes) names.append(QString::fromStdString(alert.message));
    QTEST(names.join(u' '), "found");
  }

  void newestSettingsOfEachPatient() {
    AlarmSettings first = fullSettings(kBed1, 3);
    AlarmSettings second = first;
    second.revision = 5;
    second.parameters.pop_back();
    second.audioPaused.reset();
    const AlarmSettings other = fullSettings(kBed2, 4);
    AlarmRecord record;
    record.settings = {first, other, second, first};  // the last one comes late
    store(record);
    const auto settings = m_record->load()->settings;
    QCOMPARE(settings.size(), 2U);
    QVERIFY(std::count(settings.begin(), settings.end(), second) == 1);
    QVERIFY(std::count(settings.begin(), settings.end(), other) == 1);
    QCOMPARE(m_record->load()->revision, 5U);
  }

  void orderInItsNewestState() {
    AlarmRecord record;
    record.orders = {fullOrder("heparin", OrderStatus::Active),
                     fullOrder("heparin", OrderStatus::OnHold),
                     fullOrder("heparin", OrderStatus::Active)};
    store(record);
    QCOMPARE(m_record->load()->orders, std::vector{record.orders.back()});
  }

  void firstAnswerStays() {
    AlarmRecord record;
    record.commands = {answerTo("1")};
    store(record);
    record.commands.front().message = "another answer";
    store(record);
    QCOMPARE(m_record->load()->commands, std::vector{answerTo("1")});
  }

  void newestAnswersAreKept() {
    constexpr int kMore = 25;
    AlarmRecord record;
    for (int i = 0; i < storage::CommandTable::kCapacity + kMore; ++i)
      record.commands.push_back(answerTo(std::to_string(i)));
    store(record);
    const auto commands = m_record->load()->commands;
    QCOMPARE(commands.size(), std::size_t(storage::CommandTable::kCapacity));
    QCOMPARE(commands.front(), answerTo(std::to_string(kMore)));
    QCOMPARE(commands.back(), record.commands.back());
  }

 private:
  static std::chrono::minutes minutes(int count) { return std::chrono::minutes(count); }

  void store(const AlarmRecord& record) {
    const auto lost = m_record->store(record);
    QVERIFY2(lost.ok(), lost.status().ToString().c_str());
    QVERIFY(lost->empty());
  }

  std::unique_ptr<AlarmRepository> m_record;
};

QTEST_GUILESS_MAIN(TestAlarmRepository)
#include "tst_alarm_repository.moc"
