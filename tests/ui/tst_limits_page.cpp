// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

#include "ui/limits_page.h"
#include "ui/reason_dialog.h"
#include "ui/ward_fixture.h"

using namespace vitalwall;
using namespace vitalwall::ui;
using models::LimitsModel;

class LimitsPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void limitIsChangedByKeys();
  void wordIsNoLimit();
  void refusedLimitGoesBackWithTheServersSentence();
  void confirmedLimitIsMarkedAsDeviating();
  void alarmOffNeedsAReason();
  void alarmComesOnAtOnce();
  void buttonsAskTheServer_data();
  void buttonsAskTheServer();
  void profileIsChosen();
  void pageWithoutSettingsIsDisabled();

 private:
  QTableView* table() const { return m_page->findChild<QTableView*>(); }
  QModelIndex cell(int column) const { return table()->model()->index(0, column); }
  QString text(int column) const { return cell(column).data().toString(); }
  QPushButton* button(const QString& text) const;
  void type(const QString& text);
  QString sentence() const;
  CommandBody asked() const { return m_asked->constLast().at(0).value<CommandBody>(); }

  std::unique_ptr<test::WardFixture> m_fixture;
  std::unique_ptr<LimitsPage> m_page;
  std::unique_ptr<QSignalSpy> m_asked;
  PatientId m_patient;
};

void LimitsPageTest::init() {
  QLocale::setDefault(QLocale::c());
  m_fixture = std::make_unique<test::WardFixture>();
  m_patient = m_fixture->addBed("Bed 1").id;
  m_fixture->setDefaults(m_patient);
  m_page = std::make_unique<LimitsPage>(m_fixture->ward, Theme::dark());
  m_page->resize(560, 600);
  m_page->setPatient(m_patient);
  m_page->show();
  m_asked = std::make_unique<QSignalSpy>(m_page.get(), &LimitsPage::commandRequested);
  QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
  table()->setCurrentIndex(cell(LimitsModel::HighColumn));  // of the heart rate
}

void LimitsPageTest::cleanup() {
  m_asked.reset();
  m_page.reset();
  m_fixture.reset();
}

QPushButton* LimitsPageTest::button(const QString& text) const {
  for (auto* each : m_page->findChildren<QPushButton*>())
    if (each->text().remove(QLatin1Char('&')) == text) return each;
  return nullptr;
}

/// Opens the current cell's editor and types into it.
void LimitsPageTest::type(const QString& text) {
  table()->setFocus();
  table()->edit(table()->currentIndex());
  auto* editor = table()->viewport()->findChild<QLineEdit*>();
  QVERIFY(editor);
  editor->selectAll();
  QTest::keyClick(editor, Qt::Key_Delete);
  QTest::keyClicks(editor, text);
  QTest::keyClick(editor, Qt::Key_Return);
  QCoreApplication::processEvents();  // the table takes the text after the key
}

QString LimitsPageTest::sentence() const {
  return m_page->findChild<QLabel*>(QStringLiteral("sentence"))->text();
}

void LimitsPageTest::limitIsChangedByKeys() {
  QCOMPARE(text(LimitsModel::DefaultColumn), QStringLiteral("50\u2013120 (40\u2013140)"));
  type(QStringLiteral("130"));
  QCOMPARE(m_asked->count(), 1);
  QVERIFY(asked() == CommandBody(SetLimits{m_patient, mdc::kHeartRate, {50, 130, 40, 140}}));
  QVERIFY(cell(LimitsModel::HighColumn).data(LimitsModel::PendingRole).toBool());
  QCOMPARE(text(LimitsModel::HighColumn), QStringLiteral("130"));
}

void LimitsPageTest::wordIsNoLimit() {
  type(QStringLiteral("many"));
  QCOMPARE(m_asked->count(), 0);
  QVERIFY(sentence().contains(QStringLiteral("many")));
  QCOMPARE(text(LimitsModel::HighColumn), QStringLiteral("120"));
}

void LimitsPageTest::refusedLimitGoesBackWithTheServersSentence() {
  type(QStringLiteral("900"));
  m_fixture->note(asked(), models::CommandStage::Pending);
  m_fixture->note(asked(), models::CommandStage::Failed, QStringLiteral("No heart beats so fast."));
  QCOMPARE(text(LimitsModel::HighColumn), QStringLiteral("120"));
  QCOMPARE(sentence(), QStringLiteral("No heart beats so fast."));
}

void LimitsPageTest::confirmedLimitIsMarkedAsDeviating() {
  QVERIFY(!cell(LimitsModel::HighColumn).data(LimitsModel::DeviatesRole).toBool());
  type(QStringLiteral("130"));
  m_fixture->set(m_patient, [](AlarmSettings& settings) {
    test::alarmsOf(settings, mdc::kHeartRate).limits.high = 130;
  });
  QVERIFY(!cell(LimitsModel::HighColumn).data(LimitsModel::PendingRole).toBool());
  QVERIFY(cell(LimitsModel::HighColumn).data(LimitsModel::DeviatesRole).toBool());
  QVERIFY(!cell(LimitsModel::LowColumn).data(LimitsModel::DeviatesRole).toBool());
}

void LimitsPageTest::alarmOffNeedsAReason() {
  QTimer::singleShot(0, m_page.get(), [this] {
    auto* dialog = m_page->findChild<ReasonDialog*>();
    auto* reason = dialog->findChild<QLineEdit*>();
    QTest::keyClick(reason, Qt::Key_Return);
    QVERIFY(dialog->isVisible());  // Enter without a reason does nothing
    QTest::keyClicks(reason, QStringLiteral("electrode is being moved"));
    QTest::keyClick(reason, Qt::Key_Return);
  });
  QTest::mouseClick(button(QStringLiteral("HR alarm off\u2026")), Qt::LeftButton);
  QCOMPARE(m_asked->count(), 1);
  QVERIFY(asked() ==
          CommandBody(SetAlarmOff{m_patient, mdc::kHeartRate, true, "electrode is being moved"}));
}

void LimitsPageTest::alarmComesOnAtOnce() {
  m_fixture->set(m_patient, [](AlarmSettings& settings) {
    test::alarmsOf(settings, mdc::kHeartRate).off = AlarmOff{"care", "Kim", test::kNoon};
  });
  QCOMPARE(text(LimitsModel::AlarmColumn), QStringLiteral("OFF"));
  QTest::mouseClick(button(QStringLiteral("HR alarm on")), Qt::LeftButton);
  QVERIFY(asked() == CommandBody(SetAlarmOff{m_patient, mdc::kHeartRate, false, {}}));
}

void LimitsPageTest::buttonsAskTheServer_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<CommandBody>("command");
  const auto patient = PatientId::fromName("Bed 1");
  QTest::newRow("one") << "Restore HR" << CommandBody(RestoreLimits{patient, mdc::kHeartRate});
  QTest::newRow("all") << "Restore all" << CommandBody(RestoreLimits{patient, {}});
  QTest::newRow("auto") << "Around the values of now" << CommandBody(AutoLimits{patient});
}

void LimitsPageTest::buttonsAskTheServer() {
  QFETCH(QString, text);
  QFETCH(CommandBody, command);
  auto* pressed = button(text);
  QVERIFY(pressed);
  pressed->setFocus();
  QTest::keyClick(pressed, Qt::Key_Space);
  QCOMPARE(m_asked->count(), 1);
  QVERIFY(asked() == command);
}

void LimitsPageTest::profileIsChosen() {
  auto* profile = m_page->findChild<QComboBox*>();
  profile->setFocus();
  QTest::keyClick(profile, Qt::Key_Down);
  QVERIFY(asked() == CommandBody(SetProfile{m_patient, AgeGroup::Paediatric}));
}

void LimitsPageTest::pageWithoutSettingsIsDisabled() {
  QVERIFY(m_page->isEnabled());
  m_page->setPatient(m_fixture->addBed("Bed 2").id);
  QVERIFY(!m_page->isEnabled());
  QCOMPARE(table()->model()->rowCount(), 0);
}

QTEST_MAIN(LimitsPageTest)
#include "tst_limits_page.moc"
