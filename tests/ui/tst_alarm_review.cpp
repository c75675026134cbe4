// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include "ui/alarm_review.h"
#include "ui/hand_over_list.h"
#include "ui/ward_fixture.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::ui;

class AlarmReviewTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void wordsFilterWhileTheyAreTyped();
  void patientAndPriorityFilter();
  void headerClickSorts();
  void exportWritesWhatIsShown();
  void exportThatFailsSaysSo();
  void noticeOfTheRecordIsShown();
  void handOverFollowsTheWard();

 private:
  QString sentence() const {
    return m_review->findChild<QLabel*>(QStringLiteral("sentence"))->text();
  }
  QComboBox* combo(const QString& name) const;

  std::unique_ptr<test::WardFixture> m_fixture;
  std::unique_ptr<AlarmReview> m_review;
  Patient m_first;
  Patient m_second;
};

void AlarmReviewTest::init() {
  QLocale::setDefault(QLocale::c());
  m_fixture = std::make_unique<test::WardFixture>();
  m_first = m_fixture->addBed("Bed 1");
  m_second = m_fixture->addBed("Bed 2");
  m_fixture->raise("HR 134 > 120", m_first.id);
  m_fixture->clock.advance(1s);
  m_fixture->raise("SpO2 88 < 90", m_second.id, AlertPriority::Medium);
  m_review = std::make_unique<AlarmReview>(m_fixture->ward, Theme::dark(), std::nullopt);
  m_review->show();
  QVERIFY(QTest::qWaitForWindowActive(m_review.get()));
}

void AlarmReviewTest::cleanup() {
  m_review.reset();
  m_fixture.reset();
}

QComboBox* AlarmReviewTest::combo(const QString& name) const {
  for (auto* each : m_review->findChildren<QComboBox*>())
    if (each->accessibleName() == name) return each;
  return nullptr;
}

void AlarmReviewTest::wordsFilterWhileTheyAreTyped() {
  QTest::keyClicks(m_review->findChild<QLineEdit*>(), QStringLiteral("spo2"));
  QCOMPARE(m_review->rows().rowCount(), 1);
  QCOMPARE(m_review->rows().bedOf(0), QStringLiteral("Bed 2"));
}

void AlarmReviewTest::patientAndPriorityFilter() {
  auto* patient = combo(QStringLiteral("Patient"));
  patient->setFocus();
  QTest::keyClick(patient, Qt::Key_Down);
  QCOMPARE(m_review->rows().rowCount(), 1);
  QCOMPARE(m_review->rows().bedOf(0), QStringLiteral("Bed 1"));
  auto* priority = combo(QStringLiteral("Priority"));
  priority->setFocus();
  QTest::keyClicks(priority, QStringLiteral("m"));
  QCOMPARE(m_review->rows().rowCount(), 0);
}

void AlarmReviewTest::headerClickSorts() {
  QCOMPARE(m_review->rows().bedOf(0), QStringLiteral("Bed 2"));
  auto* header = m_review->findChild<QTableView*>()->horizontalHeader();
  const QPoint bed(header->sectionViewportPosition(models::AlarmHistory::BedColumn) + 8, 8);
  QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, bed);
  QCOMPARE(m_review->rows().bedOf(0), QStringLiteral("Bed 1"));
}

void AlarmReviewTest::exportWritesWhatIsShown() {
  const QTemporaryDir folder;
  const auto path = folder.filePath(QStringLiteral("alarms.csv"));
  QTest::keyClicks(m_review->findChild<QLineEdit*>(), QStringLiteral("spo2"));
  m_review->exportTo(path);
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto lines = file.readAll().split('\n');
  QCOMPARE(lines.size(), 3);
  QVERIFY(lines[0].startsWith("raised,bed,alarm"));
  QVERIFY(lines[1].contains("Bed 2,SpO2 88 < 90,"));
  QVERIFY2(sentence().contains(path), qPrintable(sentence()));
}

void AlarmReviewTest::exportThatFailsSaysSo() {
  m_review->exportTo(QStringLiteral("/nowhere/alarms.csv"));
  QVERIFY2(sentence().startsWith(QStringLiteral("Nothing was written to /nowhere/alarms.csv")),
           qPrintable(sentence()));
}

void AlarmReviewTest::noticeOfTheRecordIsShown() {
  m_fixture->ward.setHistoryNotice(QStringLiteral("The server keeps no record."));
  QCOMPARE(sentence(), QStringLiteral("The server keeps no record."));
}

void AlarmReviewTest::handOverFollowsTheWard() {
  HandOverList list(m_fixture->ward, Theme::dark());
  QCOMPARE(list.lines().rowCount(), 2);
  m_fixture->set(m_first.id, [](AlarmSettings& settings) {
    test::alarmsOf(settings, mdc::kSpO2).off = AlarmOff{"care", "Kim", test::kNoon};
  });
  list.refresh();
  QCOMPARE(list.lines().rowCount(), 3);
  QCOMPARE(list.lines().line(1).what, QStringLiteral("SpO2 alarm off"));
}

QTEST_MAIN(AlarmReviewTest)
#include "tst_alarm_review.moc"
