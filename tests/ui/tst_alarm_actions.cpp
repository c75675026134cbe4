// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QtTest>

#include "ui/alarm_review.h"
#include "ui/hand_over_list.h"
#include "ui/main_window.h"
#include "ui/reason_dialog.h"
#include "ui/ward_fixture.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::ui;

/// The keys of the Alarms menu, pressed in the main window.
class AlarmActionsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void groupIsAcknowledgedAsAWhole();
  void noteGoesWithTheAcknowledge();
  void usualNoteIsChosenByKey();
  void escapeFromTheNoteAcknowledgesNothing();
  void pausesOfTheOpenedBed_data();
  void pausesOfTheOpenedBed();
  void keysOfTheBedNeedAnOpenedBed();
  void pagesComeByKey();
  void reviewAsksForTheRecord();
  void reviewOfTheOpenedBedShowsItOnly();
  void handOverOpensTheBed();

 private:
  void press(int key, Qt::KeyboardModifiers modifiers = {}) const {
    QTest::keyClick(m_window.get(), Qt::Key(key), modifiers);
  }
  /// Runs in the dialog that the next key opens.
  void inDialog(const std::function<void(ReasonDialog&)>& act);
  std::vector<CommandBody> asked() const;

  std::unique_ptr<test::WardFixture> m_fixture;
  std::unique_ptr<MainWindow> m_window;
  std::unique_ptr<QSignalSpy> m_asked;
  Patient m_first;
  Patient m_second;
};

void AlarmActionsTest::init() {
  QLocale::setDefault(QLocale::c());
  m_fixture = std::make_unique<test::WardFixture>();
  m_first = m_fixture->addBed("Bed 1");
  m_second = m_fixture->addBed("Bed 2");
  m_window = std::make_unique<MainWindow>(m_fixture->ward, Theme::dark(), QStringLiteral("Kim"));
  m_asked = std::make_unique<QSignalSpy>(m_window.get(), &MainWindow::commandRequested);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void AlarmActionsTest::cleanup() {
  m_asked.reset();
  m_window.reset();
  m_fixture.reset();
}

void AlarmActionsTest::inDialog(const std::function<void(ReasonDialog&)>& act) {
  QTimer::singleShot(0, m_window.get(), [this, act] {
    auto* dialog = m_window->findChild<ReasonDialog*>();
    QVERIFY(dialog);
    act(*dialog);
  });
}

std::vector<CommandBody> AlarmActionsTest::asked() const {
  std::vector<CommandBody> commands;
  for (const auto& call : *m_asked) commands.push_back(call.at(0).value<CommandBody>());
  return commands;
}

void AlarmActionsTest::groupIsAcknowledgedAsAWhole() {
  auto lost = test::makeAlert("Source sim lost", m_first.id, AlertPriority::Medium);
  lost.group = "source sim";
  m_fixture->ward.apply(lost);
  lost.id = AlertId::fromName("second");
  lost.patient = m_second.id;
  m_fixture->ward.apply(lost);
  press(Qt::Key_A);
  QVERIFY(asked().empty());
  press(Qt::Key_A);
  QCOMPARE(asked().size(), 2U);
}

void AlarmActionsTest::noteGoesWithTheAcknowledge() {
  const auto alert = m_fixture->raise("HR 134 > 120", m_first.id);
  inDialog([](ReasonDialog& dialog) {
    auto* text = dialog.findChild<QLineEdit*>();
    QTest::keyClicks(text, QStringLiteral("patient sits up"));
    QTest::keyClick(text, Qt::Key_Return);
  });
  press(Qt::Key_A, Qt::ShiftModifier);
  QCOMPARE(asked(), (std::vector<CommandBody>{Acknowledge{alert.id, "patient sits up"}}));
}

void AlarmActionsTest::usualNoteIsChosenByKey() {
  const auto alert = m_fixture->raise("HR 134 > 120", m_first.id);
  inDialog([](ReasonDialog& dialog) {
    auto* usual = dialog.findChild<QListWidget*>();
    usual->setFocus();
    QTest::keyClick(usual, Qt::Key_Down);
    QTest::keyClick(usual, Qt::Key_Down);
    QTest::keyClick(usual, Qt::Key_Return);
  });
  press(Qt::Key_A, Qt::ShiftModifier);
  QCOMPARE(asked(), (std::vector<CommandBody>{Acknowledge{alert.id, "Physician informed"}}));
}

void AlarmActionsTest::escapeFromTheNoteAcknowledgesNothing() {
  m_fixture->raise("HR 134 > 120", m_first.id);
  inDialog([](ReasonDialog& dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); });
  press(Qt::Key_A, Qt::ShiftModifier);
  QVERIFY(asked().empty());
}

void AlarmActionsTest::pausesOfTheOpenedBed_data() {
  QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
  QTest::addColumn<bool>("sound");
  QTest::newRow("sound") << Qt::KeyboardModifiers(Qt::ShiftModifier) << true;
  QTest::newRow("alarms") << Qt::KeyboardModifiers(Qt::ControlModifier) << false;
}

void AlarmActionsTest::pausesOfTheOpenedBed() {
  QFETCH(Qt::KeyboardModifiers, modifiers);
  QFETCH(bool, sound);
  const auto command = [&](std::chrono::seconds duration) {
    return sound ? CommandBody(PauseAudio{m_first.id, duration})
                 : CommandBody(PauseAlarms{m_first.id, duration});
  };
  m_fixture->setDefaults(m_first.id);
  m_window->openBed(m_first.id);
  press(Qt::Key_Space, modifiers);
  const auto now = m_fixture->clock.wallNow();
  m_fixture->set(m_first.id, [&](AlarmSettings& settings) {
    (sound ? settings.audioPaused : settings.alarmsPaused) = TimedPause{"Kim", now, now + 120s};
  });
  press(Qt::Key_Space, modifiers);
  QCOMPARE(asked(), (std::vector<CommandBody>{command(120s), command(0s)}));
}

void AlarmActionsTest::keysOfTheBedNeedAnOpenedBed() {
  m_fixture->setDefaults(m_first.id);
  press(Qt::Key_Space, Qt::ShiftModifier);
  press(Qt::Key_Space, Qt::ControlModifier);
  QVERIFY(asked().empty());
}

void AlarmActionsTest::pagesComeByKey() {
  m_fixture->setDefaults(m_first.id);
  m_window->openBed(m_first.id);
  const auto* pages = m_window->findChild<QTabWidget*>();
  press(Qt::Key_L, Qt::ControlModifier);
  QCOMPARE(pages->tabText(pages->currentIndex()), QStringLiteral("Limits"));
  press(Qt::Key_B, Qt::ControlModifier);
  QCOMPARE(pages->tabText(pages->currentIndex()), QStringLiteral("Observations"));
}

void AlarmActionsTest::reviewAsksForTheRecord() {
  m_fixture->raise("HR 134 > 120", m_first.id);
  QSignalSpy wanted(m_window.get(), &MainWindow::historyRequested);
  press(Qt::Key_H, Qt::ControlModifier);
  const auto* review = m_window->findChild<AlarmReview*>();
  QVERIFY(review && review->isVisible());
  QCOMPARE(review->rows().rowCount(), 1);
  QCOMPARE(wanted.count(), 1);
  QVERIFY(!wanted.at(0).at(0).value<std::optional<PatientId>>());
}

void AlarmActionsTest::reviewOfTheOpenedBedShowsItOnly() {
  m_fixture->raise("of bed 1", m_first.id);
  m_fixture->raise("of bed 2", m_second.id);
  m_window->openBed(m_second.id);
  press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
  const auto* review = m_window->findChild<AlarmReview*>();
  QCOMPARE(review->rows().rowCount(), 1);
  QCOMPARE(review->rows().bedOf(0), QStringLiteral("Bed 2"));
}

void AlarmActionsTest::handOverOpensTheBed() {
  m_fixture->raise("of bed 2", m_second.id);
  press(Qt::Key_O, Qt::ControlModifier);
  auto* list = m_window->findChild<HandOverList*>();
  QVERIFY(list && list->isVisible());
  QCOMPARE(list->lines().rowCount(), 1);
  Q_EMIT list->bedRequested(list->lines().line(0).patient);
  QVERIFY(m_window->openedBed() == m_second.id);
}

QTEST_MAIN(AlarmActionsTest)
#include "tst_alarm_actions.moc"
