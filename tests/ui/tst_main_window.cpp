// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QtTest>

#include "ui/alarm_strip.h"
#include "ui/bed_detail.h"
#include "ui/event_log_dock.h"
#include "ui/main_window.h"
#include "ui/wall/wall_widget.h"
#include "ui/ward_fixture.h"
#include "ui/watch_dialog.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::ui;

class MainWindowTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void aChoosesThenAcknowledges();
  void titleCountsAlarmsAndNamesNobody();
  void spacePausesTheSoundAndBringsItBack();
  void enterOnATileOpensItAndEscapeReturns();
  void alarmKeyOpensTheBedOfTheAlarm();
  void wallFollowsTheWatchedBeds();
  void tilesShowWhatTheFrameBrings();
  void removedBedClosesItsDetail();
  void eventLogComesByKey();
  void patientsAreChosenByKey();
  void everyActionHasAKeyAndEveryKeyOneAction();
  void everyControlHasAName();

 private:
  void press(int key, Qt::KeyboardModifiers modifiers = {}) const {
    QTest::keyClick(m_window.get(), Qt::Key(key), modifiers);
  }
  void frame();
  WallWidget* wall() const { return m_window->findChild<WallWidget*>(); }

  std::unique_ptr<test::WardFixture> m_fixture;
  std::unique_ptr<MainWindow> m_window;
  Patient m_first;
  Patient m_second;
};

void MainWindowTest::init() {
  QLocale::setDefault(QLocale::c());
  m_fixture = std::make_unique<test::WardFixture>();
  m_first = m_fixture->addBed("Bed 1");
  m_second = m_fixture->addBed("Bed 2");
  m_window = std::make_unique<MainWindow>(m_fixture->ward, Theme::dark(), QStringLiteral("Kim"));
  m_window->show();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::cleanup() {
  m_window.reset();
  m_fixture.reset();
}

void MainWindowTest::frame() {
  m_fixture->clock.advance(16ms);
  m_window->drawFrame(m_fixture->clock.steadyNow());
}

void MainWindowTest::aChoosesThenAcknowledges() {
  const auto alert = m_fixture->raise("HR 134 > 120", m_second.id);
  QSignalSpy asked(m_window.get(), &MainWindow::commandRequested);
  press(Qt::Key_A);
  QCOMPARE(asked.count(), 0);
  press(Qt::Key_A);
  QCOMPARE(asked.count(), 1);
  QVERIFY(asked.at(0).at(0).value<CommandBody>() == CommandBody(Acknowledge{alert.id, {}}));
}

void MainWindowTest::titleCountsAlarmsAndNamesNobody() {
  QCOMPARE(m_window->windowTitle(), QStringLiteral("Vitalwall"));
  auto alert = m_fixture->raise("HR 134 > 120", m_second.id);
  m_fixture->raise("SpO2 88 < 90", m_first.id);
  QCOMPARE(m_window->windowTitle(), QStringLiteral("(2) Vitalwall"));
  alert.acknowledged = Acknowledgement{.by = "Kim", .at = test::kNoon, .note = {}};
  ++alert.revision;
  m_fixture->ward.apply(alert);
  QCOMPARE(m_window->windowTitle(), QStringLiteral("(1) Vitalwall"));
}

void MainWindowTest::spacePausesTheSoundAndBringsItBack() {
  QSignalSpy asked(m_window.get(), &MainWindow::audioPauseRequested);
  wall()->setFocus();
  QTest::keyClick(wall(), Qt::Key_Space);
  QCOMPARE(asked.count(), 1);
  QVERIFY(asked.at(0).at(0).toBool());
  m_fixture->ward.pauseAudio(QStringLiteral("Kim"));
  QTest::keyClick(wall(), Qt::Key_Space);
  QVERIFY(!asked.at(1).at(0).toBool());
}

void MainWindowTest::enterOnATileOpensItAndEscapeReturns() {
  wall()->setFocus();
  wall()->setCurrentTile(1);
  QTest::keyClick(wall(), Qt::Key_Return);
  QVERIFY(m_window->openedBed() == m_second.id);
  QVERIFY(m_window->findChild<BedDetail*>()->isVisible());
  frame();
  QVERIFY(wall()->content(1).selected);
  press(Qt::Key_Escape);
  QVERIFY(!m_window->openedBed());
  QVERIFY(!m_window->findChild<BedDetail*>()->isVisible());
  frame();
  QVERIFY(!wall()->content(1).selected);
}

void MainWindowTest::alarmKeyOpensTheBedOfTheAlarm() {
  m_fixture->raise("HR 134 > 120", m_second.id);
  press(Qt::Key_Down, Qt::ControlModifier);
  QTest::keyClick(m_window->findChild<AlarmStrip*>()->findChild<QListView*>(), Qt::Key_Return);
  QVERIFY(m_window->openedBed() == m_second.id);
}

void MainWindowTest::wallFollowsTheWatchedBeds() {
  const auto* stack = m_window->findChild<QStackedWidget*>();
  QCOMPARE(wall()->tileCount(), 2);
  m_fixture->addBed("Bed 3");
  QCOMPARE(wall()->tileCount(), 3);
  m_fixture->ward.unwatch(m_first.id);
  QCOMPARE(wall()->tileCount(), 2);
  frame();
  QCOMPARE(wall()->content(0).bed, QStringLiteral("Bed 2"));
  m_fixture->ward.unwatch(m_second.id);
  m_fixture->ward.unwatch(PatientId::fromName("Bed 3"));
  frame();
  QVERIFY(stack->currentWidget() != wall());
}

void MainWindowTest::tilesShowWhatTheFrameBrings() {
  frame();
  m_fixture->receive(m_first.id, {test::makeNumeric(mdc::kHeartRate, 80)});
  QVERIFY(wall()->content(0).numerics.front().value.isEmpty());
  frame();
  QCOMPARE(wall()->content(0).numerics.front().value, QStringLiteral("80"));
  m_fixture->clock.advance(10s);
  frame();
  QCOMPARE(wall()->content(0).numerics.front().freshness, ui::Freshness::Lost);
}

void MainWindowTest::removedBedClosesItsDetail() {
  m_window->openBed(m_first.id);
  m_fixture->ward.unwatch(m_first.id);
  QVERIFY(!m_window->openedBed());
}

void MainWindowTest::eventLogComesByKey() {
  auto* events = m_window->findChild<EventLogDock*>();
  QVERIFY(!events->isVisible());
  press(Qt::Key_E, Qt::ControlModifier);
  QVERIFY(events->isVisible());
  press(Qt::Key_E, Qt::ControlModifier);
  QVERIFY(!events->isVisible());
}

void MainWindowTest::patientsAreChosenByKey() {
  bool wasOpen = false;
  QTimer::singleShot(0, m_window.get(), [&] {
    if (auto* dialog = m_window->findChild<WatchDialog*>()) {
      wasOpen = dialog->isVisible();
      dialog->reject();
    }
  });
  press(Qt::Key_P, Qt::ControlModifier);
  QVERIFY(wasOpen);
}

void MainWindowTest::everyActionHasAKeyAndEveryKeyOneAction() {
  QSet<QString> keys;
  for (const auto* menu : m_window->menuBar()->actions()) {
    for (const auto* action : menu->menu()->actions()) {
      const bool needsNone =
          action->isSeparator() || action->text().contains(QStringLiteral("About"));
      if (needsNone) continue;
      const auto key = action->shortcut().toString();
      QVERIFY2(!key.isEmpty(), qPrintable(action->text()));
      QVERIFY2(!keys.contains(key), qPrintable(key));
      keys.insert(key);
    }
  }
  QVERIFY(keys.size() >= 8);
}

void MainWindowTest::everyControlHasAName() {
  for (const auto* button : m_window->findChildren<QPushButton*>())
    QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
  for (const auto* view : m_window->findChildren<QListView*>())
    if (view->isVisible()) QVERIFY(!view->accessibleName().isEmpty());
  QVERIFY(!wall()->accessibleName().isEmpty());
}

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
