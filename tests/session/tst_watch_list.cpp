// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "session/watch_list.h"

using namespace vitalwall;
using session::WatchList;

namespace {
const PatientId kAnna = PatientId::fromName("Anna");

Alert alertOf(PatientId patient, std::uint64_t revision) {
  Alert alert;
  alert.patient = patient;
  alert.revision = revision;
  return alert;
}

std::optional<Cursor> cursorOf(WatchList& list) {
  return std::get<Subscribe>(list.subscribe(kAnna).body).cursor;
}
}  // namespace

class TestWatchList : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void knowsEachPatientOnce();
  void movesTheCursorOnlyForward();
  void followsANewEpoch();
  void ignoresAlertsOfASnapshotAndOfPlainServers();
  void settlesASubscribeByItsId();
  void forgetsCursors();
};

void TestWatchList::knowsEachPatientOnce() {
  WatchList list;
  QVERIFY(list.add(kAnna));
  QVERIFY(!list.add(kAnna));
  QCOMPARE(list.subscribeAll().size(), std::size_t(1));
  QVERIFY(list.remove(kAnna));
  QVERIFY(!list.remove(kAnna));
  QCOMPARE(list.size(), std::size_t(0));
}

void TestWatchList::movesTheCursorOnlyForward() {
  WatchList list;
  list.add(kAnna);
  list.noteSnapshotEnd({kAnna, {1, 10}, true});
  list.noteAlert(alertOf(kAnna, 12), 1);
  list.noteAlert(alertOf(kAnna, 11), 1);
  QCOMPARE(cursorOf(list), (std::optional<Cursor>({1, 12})));
}

void TestWatchList::followsANewEpoch() {
  WatchList list;
  list.add(kAnna);
  list.noteSnapshotEnd({kAnna, {1, 500}, true});
  list.noteSnapshotEnd({kAnna, {2, 3}, true});
  list.noteAlert(alertOf(kAnna, 4), 2);
  QCOMPARE(cursorOf(list), (std::optional<Cursor>({2, 4})));
}

void TestWatchList::ignoresAlertsOfASnapshotAndOfPlainServers() {
  WatchList list;
  list.add(kAnna);
  list.noteAlert(alertOf(kAnna, 12), 1);
  QCOMPARE(cursorOf(list), std::optional<Cursor>());
  list.noteSnapshotEnd({kAnna, {1, 20}, true});
  list.noteAlert(alertOf(kAnna, 99), 0);
  list.noteAlert(alertOf(PatientId::fromName("a stranger"), 50), 1);
  QCOMPARE(cursorOf(list), (std::optional<Cursor>({1, 20})));
}

void TestWatchList::settlesASubscribeByItsId() {
  WatchList list;
  list.add(kAnna);
  const auto subscribe = list.subscribe(kAnna);
  QCOMPARE(list.awaited(), std::size_t(1));
  QCOMPARE(list.settleSubscribe(CommandId::random()), std::optional<PatientId>());
  QCOMPARE(list.settleSubscribe(subscribe.id), std::optional(kAnna));
  QCOMPARE(list.awaited(), std::size_t(0));
}

void TestWatchList::forgetsCursors() {
  WatchList list;
  list.add(kAnna);
  list.noteSnapshotEnd({kAnna, {1, 20}, true});
  list.forgetCursors();
  QCOMPARE(cursorOf(list), std::optional<Cursor>());
}

QTEST_APPLESS_MAIN(TestWatchList)
#include "tst_watch_list.moc"
