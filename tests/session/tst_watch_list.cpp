// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "session/watch_list.h"

using namespace vitalwall;
using session::WatchList;

namespace {
const PatientId kAnna = PatientId::fromName("Anna");

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
  void ignoresRevisionsOfASnapshotAndOfPlainServers();
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
  list.noteRevision(kAnna, {1, 12});
  list.noteRevision(kAnna, {1, 11});
  QCOMPARE(cursorOf(list), (std::optional<Cursor>({1, 12})));
}

void TestWatchList::followsANewEpoch() {
  WatchList list;
  list.add(kAnna);
  list.noteSnapshotEnd({kAnna, {1, 500}, true});
  list.noteSnapshotEnd({kAnna, {2, 3}, true});
  list.noteRevision(kAnna, {2, 4});
  QCOMPARE(cursorOf(list), (std::optional<Cursor>({2, 4})));
}

void TestWatchList::ignoresRevisionsOfASnapshotAndOfPlainServers() {
  WatchList list;
  list.add(kAnna);
  list.noteRevision(kAnna, {1, 12});
  QCOMPARE(cursorOf(list), std::optional<Cursor>());
  list.noteSnapshotEnd({kAnna, {1, 20}, true});
  list.noteRevision(kAnna, {0, 99});
  list.noteRevision(PatientId::fromName("a stranger"), {1, 50});
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
