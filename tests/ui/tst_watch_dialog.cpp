// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QtTest>

#include "ui/ward_fixture.h"
#include "ui/watch_dialog.h"

using namespace vitalwall;
using namespace vitalwall::ui;

class WatchDialogTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void typedId_data();
  void typedId();
  void idThatIsWatchedAlreadyIsRefused();
  void errorGoesWhenTheUserTypes();
  void directoryIsShownWithTicks();
  void tickAndUntickAsk();
  void listFollowsTheWard();

 private:
  static void type(WatchDialog& dialog, const QString& text);
  static QLabel* error(WatchDialog& dialog) {
    return dialog.findChild<QLabel*>(QStringLiteral("error"));
  }
  static QListWidget* list(WatchDialog& dialog) { return dialog.findChild<QListWidget*>(); }
};

void WatchDialogTest::type(WatchDialog& dialog, const QString& text) {
  auto* edit = dialog.findChild<QLineEdit*>();
  edit->clear();
  QTest::keyClicks(edit, text);
  QTest::keyClick(edit, Qt::Key_Return);
}

void WatchDialogTest::typedId_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<bool>("isTaken");
  const auto hyphenated = QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e");
  QTest::newRow("hyphens") << hyphenated << true;
  QTest::newRow("braces, capitals") << QStringLiteral("{%1}").arg(hyphenated.toUpper()) << true;
  QTest::newRow("digits only") << QString(hyphenated).remove(QLatin1Char('-')) << true;
  QTest::newRow("blanks around") << QStringLiteral("  %1 ").arg(hyphenated) << true;
  QTest::newRow("a word") << QStringLiteral("Bed 7") << false;
  QTest::newRow("one digit short") << hyphenated.chopped(1) << false;
  QTest::newRow("nothing") << QString() << false;
  QTest::newRow("nil") << QStringLiteral("00000000-0000-0000-0000-000000000000") << false;
}

void WatchDialogTest::typedId() {
  QFETCH(QString, text);
  QFETCH(bool, isTaken);
  test::WardFixture fixture;
  WatchDialog dialog(fixture.ward);
  dialog.show();
  QSignalSpy asked(&dialog, &WatchDialog::watchRequested);
  type(dialog, text);
  QCOMPARE(asked.count(), isTaken ? 1 : 0);
  QCOMPARE(error(dialog)->isVisible(), !isTaken);
  if (isTaken)
    QCOMPARE(asked.at(0).at(0).value<PatientId>(),
             *PatientId::parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
}

void WatchDialogTest::idThatIsWatchedAlreadyIsRefused() {
  test::WardFixture fixture;
  const auto patient = fixture.addBed("Bed 1");
  WatchDialog dialog(fixture.ward);
  dialog.show();
  QSignalSpy asked(&dialog, &WatchDialog::watchRequested);
  type(dialog, QString::fromStdString(patient.id.toString()));
  QCOMPARE(asked.count(), 0);
  QCOMPARE(error(dialog)->text(), QStringLiteral("Bed 1 is watched already."));
}

void WatchDialogTest::errorGoesWhenTheUserTypes() {
  test::WardFixture fixture;
  WatchDialog dialog(fixture.ward);
  dialog.show();
  type(dialog, QStringLiteral("x"));
  QVERIFY(error(dialog)->isVisible());
  QTest::keyClicks(dialog.findChild<QLineEdit*>(), QStringLiteral("0"));
  QVERIFY(!error(dialog)->isVisible());
}

void WatchDialogTest::directoryIsShownWithTicks() {
  test::WardFixture fixture;
  fixture.addBed("Bed 1");
  auto directory = fixture.ward.directory();
  directory.push_back(test::makePatient("Bed 2"));
  fixture.ward.setDirectory(directory);
  WatchDialog dialog(fixture.ward);
  QCOMPARE(list(dialog)->count(), 2);
  QCOMPARE(list(dialog)->item(0)->text(), QStringLiteral("Bed 1   Doe Bed 1"));
  QCOMPARE(list(dialog)->item(0)->checkState(), Qt::Checked);
  QCOMPARE(list(dialog)->item(1)->checkState(), Qt::Unchecked);
}

void WatchDialogTest::tickAndUntickAsk() {
  test::WardFixture fixture;
  const auto watched = fixture.addBed("Bed 1");
  const auto other = test::makePatient("Bed 2");
  fixture.ward.setDirectory({watched, other});
  WatchDialog dialog(fixture.ward);
  QSignalSpy watch(&dialog, &WatchDialog::watchRequested);
  QSignalSpy unwatch(&dialog, &WatchDialog::unwatchRequested);
  list(dialog)->item(1)->setCheckState(Qt::Checked);
  QCOMPARE(watch.at(0).at(0).value<PatientId>(), other.id);
  list(dialog)->item(0)->setCheckState(Qt::Unchecked);
  QCOMPARE(unwatch.at(0).at(0).value<PatientId>(), watched.id);
}

void WatchDialogTest::listFollowsTheWard() {
  test::WardFixture fixture;
  WatchDialog dialog(fixture.ward);
  QCOMPARE(list(dialog)->count(), 0);
  const auto typed = PatientId::fromName("typed");
  fixture.ward.watch(typed);
  QTRY_COMPARE(list(dialog)->count(), 1);
  fixture.ward.unwatch(typed);
  QTRY_COMPARE(list(dialog)->count(), 0);
}

QTEST_MAIN(WatchDialogTest)
#include "tst_watch_dialog.moc"
