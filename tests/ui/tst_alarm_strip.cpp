// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QtTest>

#include "ui/alarm_strip.h"
#include "ui/ward_fixture.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::ui;

class AlarmStripTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void arrowKeysChooseAnAlarm();
  void chosenAlarmCanBeAcknowledged();
  void mostUrgentIsChosen();
  void alarmUnderWayIsNotAskedForTwice();
  void failedAcknowledgeCanBeTriedAgain();
  void alarmsWithOneReasonAreOneCard();
  void choiceStaysWithItsAlarm();
  void choiceIsEmptyWhenTheAlarmHasGone();
  void enterOpensTheBed();
  void clickChoosesAndOpensTheBed();
  void emptyStripSaysSo();
  void alarmsWithoutRoomAreCounted();

 private:
  void press(Qt::Key key) const { QTest::keyClick(view(), key); }
  QListView* view() const { return m_strip->findChild<QListView*>(); }
  QString selected() const;
  void end(Alert alert);

  std::unique_ptr<test::WardFixture> m_fixture;
  std::unique_ptr<AlarmStrip> m_strip;
  Patient m_first;
  Patient m_second;
};

void AlarmStripTest::init() {
  m_fixture = std::make_unique<test::WardFixture>();
  m_first = m_fixture->addBed("Bed 1");
  m_second = m_fixture->addBed("Bed 2");
  m_strip = std::make_unique<AlarmStrip>(m_fixture->ward, Theme::dark());
  m_strip->resize(1000, 60);
  m_strip->show();
}

void AlarmStripTest::cleanup() {
  m_strip.reset();
  m_fixture.reset();
}

QString AlarmStripTest::selected() const {
  const auto* row = m_strip->selected();
  return row ? QString::fromStdString(row->alert.message) : QString();
}

void AlarmStripTest::end(Alert alert) {
  ++alert.revision;
  alert.state = AlertState::Inactive;
  m_fixture->ward.apply(alert);
}

void AlarmStripTest::arrowKeysChooseAnAlarm() {
  m_fixture->raise("medium", m_first.id, AlertPriority::Medium);
  m_fixture->raise("high", m_second.id, AlertPriority::High);
  QCOMPARE(selected(), QString());
  press(Qt::Key_Down);
  QCOMPARE(selected(), QStringLiteral("high"));
  press(Qt::Key_Right);
  QCOMPARE(selected(), QStringLiteral("medium"));
  press(Qt::Key_Down);
  QCOMPARE(selected(), QStringLiteral("medium"));
  press(Qt::Key_Up);
  QCOMPARE(selected(), QStringLiteral("high"));
}

void AlarmStripTest::chosenAlarmCanBeAcknowledged() {
  const auto alert = m_fixture->raise("high", m_first.id);
  QVERIFY(m_strip->acknowledgeable().empty());
  press(Qt::Key_Down);
  QCOMPARE(m_strip->acknowledgeable(), std::vector{alert.id});
  QCOMPARE(m_strip->selectedText(), QStringLiteral("Bed 1   *** high"));
}

void AlarmStripTest::mostUrgentIsChosen() {
  m_fixture->raise("medium", m_first.id, AlertPriority::Medium);
  m_fixture->raise("high", m_second.id);
  m_strip->selectMostUrgent();
  QCOMPARE(selected(), QStringLiteral("high"));
}

void AlarmStripTest::alarmUnderWayIsNotAskedForTwice() {
  const auto high = m_fixture->raise("high", m_first.id);
  m_fixture->raise("medium", m_second.id, AlertPriority::Medium);
  press(Qt::Key_Down);
  m_fixture->note(Acknowledge{high.id, {}}, models::CommandStage::Pending);
  QVERIFY(m_strip->acknowledgeable().empty());
  m_strip->selectMostUrgent();
  QCOMPARE(selected(), QStringLiteral("medium"));
}

void AlarmStripTest::failedAcknowledgeCanBeTriedAgain() {
  const auto high = m_fixture->raise("high", m_first.id);
  press(Qt::Key_Down);
  m_fixture->note(Acknowledge{high.id, {}}, models::CommandStage::Failed);
  QCOMPARE(m_strip->acknowledgeable().size(), 1U);
}

void AlarmStripTest::alarmsWithOneReasonAreOneCard() {
  auto lost = test::makeAlert("Source sim lost", m_first.id, AlertPriority::Medium);
  lost.group = "source sim";
  m_fixture->ward.apply(lost);
  lost.id = AlertId::fromName("second");
  lost.patient = m_second.id;
  m_fixture->ward.apply(lost);
  QCOMPARE(view()->model()->rowCount(), 1);
  QCOMPARE(m_strip->unanswered(), 1);
  press(Qt::Key_Down);
  QCOMPARE(m_strip->selectedText(), QStringLiteral("2 beds   ** Source sim lost"));
  QCOMPARE(m_strip->acknowledgeable().size(), 2U);
}

void AlarmStripTest::choiceStaysWithItsAlarm() {
  m_fixture->raise("first", m_first.id, AlertPriority::Medium);
  press(Qt::Key_Down);
  m_fixture->raise("more urgent", m_second.id, AlertPriority::High);
  QCOMPARE(selected(), QStringLiteral("first"));
  QCOMPARE(view()->currentIndex().row(), 1);
}

void AlarmStripTest::choiceIsEmptyWhenTheAlarmHasGone() {
  const auto chosen = m_fixture->raise("chosen", m_first.id);
  m_fixture->raise("neighbour", m_second.id);
  press(Qt::Key_Down);
  end(chosen);
  QCOMPARE(selected(), QString());
  QVERIFY(!view()->selectionModel()->hasSelection());
  QVERIFY(m_strip->acknowledgeable().empty());
}

void AlarmStripTest::enterOpensTheBed() {
  m_fixture->raise("high", m_second.id);
  QSignalSpy opened(m_strip.get(), &AlarmStrip::bedRequested);
  press(Qt::Key_Return);
  QCOMPARE(opened.count(), 0);
  press(Qt::Key_Down);
  press(Qt::Key_Return);
  QCOMPARE(opened.count(), 1);
  QCOMPARE(opened.at(0).at(0).value<PatientId>(), m_second.id);
}

void AlarmStripTest::clickChoosesAndOpensTheBed() {
  m_fixture->raise("high", m_second.id);
  QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
  QSignalSpy opened(m_strip.get(), &AlarmStrip::bedRequested);
  const auto card = view()->visualRect(view()->model()->index(0, 0));
  QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, card.center());
  QCOMPARE(opened.count(), 1);
  QCOMPARE(selected(), QStringLiteral("high"));
}

void AlarmStripTest::emptyStripSaysSo() {
  const auto* count = m_strip->findChild<QLabel*>();
  QCOMPARE(count->text(), QStringLiteral("No active alarm"));
  m_fixture->raise("high", m_first.id);
  QCOMPARE(count->text(), QStringLiteral("1 alarm"));
}

void AlarmStripTest::alarmsWithoutRoomAreCounted() {
  QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
  const auto* more = m_strip->findChildren<QLabel*>().constLast();
  m_fixture->raise("first", m_first.id);
  QVERIFY(!more->isVisible());
  for (int i = 0; i < 19; ++i) m_fixture->raise(std::to_string(i), m_second.id);
  QVERIFY(more->isVisible());
  const int card = view()->visualRect(view()->model()->index(0, 0)).width();
  const int shown = view()->viewport()->width() / card;
  QCOMPARE(more->text(), QStringLiteral("+%1 more").arg(20 - shown));
}

QTEST_MAIN(AlarmStripTest)
#include "tst_alarm_strip.moc"
