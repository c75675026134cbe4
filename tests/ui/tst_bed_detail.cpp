// SPDX-License-Identifier: GPL-3.0-or-later
#include <QListView>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

#include "ui/bed_detail.h"
#include "ui/numeric_cell.h"
#include "ui/trend_chart.h"
#include "ui/ward_fixture.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::ui;

class BedDetailTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void showsEveryNumericOfTheBed();
  void valuesAgeWithTheFrames();
  void showsOnlyThisPatientsAlarmsAndOrders();
  void enterOnAnAlarmAsksForItsAcknowledge();
  void anotherBedHidesCellsThatItDoesNotHave();
  void trendGrowsWhileOpen();
  void asksToCloseWhenTheBedIsNoLongerWatched();

 private:
  void frame(milliseconds step = 250ms);
  QListView* view(const QString& name) const;
  int visibleCells() const;

  std::unique_ptr<test::WardFixture> m_fixture;
  std::unique_ptr<BedDetail> m_detail;
  Patient m_patient;
};

void BedDetailTest::init() {
  QLocale::setDefault(QLocale::c());
  m_fixture = std::make_unique<test::WardFixture>();
  m_patient = m_fixture->addBed("Bed 1");
  m_detail = std::make_unique<BedDetail>(m_fixture->ward, Theme::dark());
  m_detail->resize(520, 900);
  m_detail->show();
}

void BedDetailTest::cleanup() {
  m_detail.reset();
  m_fixture.reset();
}

void BedDetailTest::frame(milliseconds step) {
  m_fixture->clock.advance(step);
  m_detail->onFrame(m_fixture->clock.steadyNow());
}

QListView* BedDetailTest::view(const QString& name) const {
  for (auto* view : m_detail->findChildren<QListView*>())
    if (view->accessibleName() == name) return view;
  return nullptr;
}

int BedDetailTest::visibleCells() const {
  return static_cast<int>(std::count_if(m_detail->cells().begin(), m_detail->cells().end(),
                                        [](const auto* cell) { return cell->isVisible(); }));
}

void BedDetailTest::showsEveryNumericOfTheBed() {
  m_fixture->setDefaults(m_patient.id);
  m_fixture->receive(m_patient.id, {test::makeNumeric(mdc::kHeartRate, 80),
                                    test::makeNumeric(mdc::kTemperature, 36.84)});
  m_detail->open(m_patient.id);
  QCOMPARE(visibleCells(), 3);
  QCOMPARE(m_detail->cells()[0]->numeric().value, QStringLiteral("80"));
  QCOMPARE(m_detail->cells()[0]->numeric().limits, QStringLiteral("50\u2013120"));
  QCOMPARE(m_detail->cells()[1]->numeric().value, QString());
  QCOMPARE(m_detail->cells()[2]->numeric().value, QStringLiteral("36.8"));
  QCOMPARE(m_detail->cells()[1]->accessibleName(), QStringLiteral("SpO2 no value % > 90"));
}

void BedDetailTest::valuesAgeWithTheFrames() {
  m_fixture->receive(m_patient.id, {test::makeNumeric(mdc::kHeartRate, 80)});
  m_detail->open(m_patient.id);
  frame(4s);
  QCOMPARE(m_detail->cells()[0]->numeric().freshness, Freshness::Dimmed);
  frame(6s);
  QCOMPARE(m_detail->cells()[0]->numeric().freshness, Freshness::Lost);
}

void BedDetailTest::showsOnlyThisPatientsAlarmsAndOrders() {
  const auto other = m_fixture->addBed("Bed 2");
  m_fixture->raise("of bed 1", m_patient.id);
  m_fixture->raise("of bed 2", other.id);
  m_fixture->ward.apply(Order{.id = OrderId::fromName("o"),
                              .patient = other.id,
                              .description = "Heparin",
                              .status = OrderStatus::Active,
                              .changedBy = {},
                              .changedAt = test::kNoon});
  m_detail->open(m_patient.id);
  QCOMPARE(view(QStringLiteral("Alarms of this patient"))->model()->rowCount(), 1);
  QCOMPARE(view(QStringLiteral("Orders for this patient"))->model()->rowCount(), 0);
  m_detail->open(other.id);
  QCOMPARE(view(QStringLiteral("Orders for this patient"))->model()->rowCount(), 1);
}

void BedDetailTest::enterOnAnAlarmAsksForItsAcknowledge() {
  const auto alert = m_fixture->raise("HR 134 > 120", m_patient.id);
  m_detail->open(m_patient.id);
  QSignalSpy asked(m_detail.get(), &BedDetail::acknowledgeRequested);
  auto* alarms = view(QStringLiteral("Alarms of this patient"));
  alarms->setCurrentIndex(alarms->model()->index(0, 0));
  QTest::keyClick(alarms, Qt::Key_Return);
  QCOMPARE(asked.count(), 1);
  QCOMPARE(asked.at(0).at(0).value<AlertId>(), alert.id);
}

void BedDetailTest::anotherBedHidesCellsThatItDoesNotHave() {
  m_fixture->receive(m_patient.id, {test::makeNumeric(mdc::kTemperature, 36.8)});
  const auto other = m_fixture->addBed("Bed 2");
  m_detail->open(m_patient.id);
  QCOMPARE(visibleCells(), 3);
  m_detail->open(other.id);
  QCOMPARE(visibleCells(), 2);
}

void BedDetailTest::trendGrowsWhileOpen() {
  m_detail->open(m_patient.id);
  const auto& rate = m_detail->findChild<TrendChart*>()->curves().front();
  QCOMPARE(rate.shownPoints(), 0);
  for (int second = 0; second < 4; ++second) {
    m_fixture->receive(m_patient.id,
                       {test::makeNumeric(mdc::kHeartRate, 80, m_fixture->clock.wallNow())});
    frame(1s);
  }
  QVERIFY(rate.shownPoints() >= 3);
}

void BedDetailTest::asksToCloseWhenTheBedIsNoLongerWatched() {
  const auto other = m_fixture->addBed("Bed 2");
  m_detail->open(m_patient.id);
  QSignalSpy closing(m_detail.get(), &BedDetail::closeRequested);
  m_fixture->ward.unwatch(other.id);
  QCOMPARE(closing.count(), 0);
  m_fixture->ward.unwatch(m_patient.id);
  QCOMPARE(closing.count(), 1);
}

QTEST_MAIN(BedDetailTest)
#include "tst_bed_detail.moc"
