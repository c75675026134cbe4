// SPDX-License-Identifier: GPL-3.0-or-later
// Two writers acknowledge the same alarms at once: one winner each, and every loser is told.
#include <QTest>
#include <barrier>
#include <map>
#include <set>
#include <thread>

#include "storage/record_inspection.h"
#include "storage/record_samples.h"
#include "storage/sql_alarm_repository.h"

using namespace vitalwall;
using namespace vitalwall::storage;
using namespace vitalwall::test;

namespace {

constexpr int kAlerts = 2000;
constexpr int kAtOnce = 5;

Alert numbered(int number) {
  return makeAlert("alarm " + std::to_string(number), kBed1, AlertPriority::High);
}

/// What one writer was told.
struct Told {
  void add(const std::vector<Alert>& alerts, const std::vector<LostAcknowledgement>& losses) {
    std::set<AlertId> notWon;
    for (const auto& loss : losses) notWon.insert(loss.alert);
    for (const auto& alert : alerts)
      if (!notWon.contains(alert.id)) won.push_back(alert.id);
    lost.insert(lost.end(), losses.begin(), losses.end());
  }

  std::vector<AlertId> won;
  std::vector<LostAcknowledgement> lost;
  absl::Status status;
};

/// Stores until the other writer has left room.
absl::StatusOr<std::vector<LostAcknowledgement>> storeAtLast(AlarmRepository& repository,
                                                             const AlarmRecord& record) {
  auto lost = repository.store(record);
  while (absl::IsAborted(lost.status())) lost = repository.store(record);
  return lost;
}

/// Acknowledges every alarm over a connection of its own, a few at once.
Told acknowledgeAll(const RecordFolder& folder, const Acknowledgement& mine,
                    std::barrier<>& start) {
  Told told;
  SqlAlarmRepository repository(folder.connect());
  start.arrive_and_wait();
  for (int first = 0; first < kAlerts && told.status.ok(); first += kAtOnce) {
    AlarmRecord record;
    for (int i = first; i < first + kAtOnce; ++i)
      record.alerts.push_back(acknowledged(numbered(i), mine));
    const auto lost = storeAtLast(repository, record);
    told.status = lost.status();
    if (lost.ok()) told.add(record.alerts, *lost);
  }
  return told;
}

}  // namespace

class TestRace : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void oneWinnerEach() {
    const RecordFolder folder;
    AlarmRecord raised;
    for (int i = 0; i < kAlerts; ++i) raised.alerts.push_back(numbered(i));
    const auto opened = folder.open();
    QVERIFY2(opened.ok(), textOf(opened.status()));
    QVERIFY(opened->repository->store(raised).ok());

    Told anna;
    Told ben;
    std::barrier start(2);
    {
      const std::jthread first([&] { anna = acknowledgeAll(folder, byAnna(), start); });
      const std::jthread second([&] { ben = acknowledgeAll(folder, byBen(), start); });
    }
    QVERIFY2(anna.status.ok(), textOf(anna.status));
    QVERIFY2(ben.status.ok(), textOf(ben.status));
    qInfo("Anna won %zu, Ben won %zu", anna.won.size(), ben.won.size());
    QCOMPARE(anna.won.size() + ben.won.size(), std::size_t(kAlerts));
    QCOMPARE(anna.lost.size(), ben.won.size());
    QCOMPARE(ben.lost.size(), anna.won.size());
    for (const auto& lost : anna.lost) QCOMPARE(lost.winner, byBen());
    for (const auto& lost : ben.lost) QCOMPARE(lost.winner, byAnna());

    std::map<AlertId, Acknowledgement> holds;
    const auto archive = opened->repository->load();
    for (const auto& alert : archive->open)
      if (alert.acknowledged) holds[alert.id] = *alert.acknowledged;
    QCOMPARE(holds.size(), std::size_t(kAlerts));
    for (const auto& id : anna.won) QCOMPARE(holds[id], byAnna());
    for (const auto& id : ben.won) QCOMPARE(holds[id], byBen());
  }
};

QTEST_GUILESS_MAIN(TestRace)
#include "tst_race.moc"
