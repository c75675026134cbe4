// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/news2_scores.h"
#include "support/alarm_settings.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class News2ScoresTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void completeScoreIsExact();
  void scoreWithMissingItemsIsALowerBound();
  void arrowComparesWithAnHourAgo();
  void otherItemsCannotBeCompared();
  void childrenHaveNoScore();

 private:
  void measure(double respiration, WallTime at);
  QString text() const { return news2Text(*m_scores->of(m_patient)); }

  const PatientId m_patient = PatientId::fromName("Bed 1");
  AlarmSettings m_settings;
  std::unique_ptr<News2Scores> m_scores;
};

void News2ScoresTest::init() {
  m_settings = test::makeSettings(m_patient);
  m_settings.news2 = {
      .scale2 = false, .supplementalOxygen = false, .consciousness = Consciousness::Alert};
  m_scores = std::make_unique<News2Scores>();
}

/// All items normal but the respiratory rate.
void News2ScoresTest::measure(double respiration, WallTime at) {
  const Vitals vitals{.patient = m_patient,
                      .sourceTime = at,
                      .numerics = {test::makeNumeric(mdc::kRespiratoryRate, respiration, at),
                                   test::makeNumeric(mdc::kSpO2, 98, at),
                                   test::makeNumeric(mdc::kArterialSystolic, 120, at),
                                   test::makeNumeric(mdc::kHeartRate, 70, at),
                                   test::makeNumeric(mdc::kTemperature, 37, at)}};
  m_scores->update(vitals, m_settings, at);
}

void News2ScoresTest::completeScoreIsExact() {
  QVERIFY(!m_scores->of(m_patient));
  measure(22, test::kNoon);
  QCOMPARE(text(), QStringLiteral("NEWS 2"));
  QCOMPARE(missingText(m_scores->of(m_patient)->score), QString());
}

void News2ScoresTest::scoreWithMissingItemsIsALowerBound() {
  m_settings.news2.consciousness.reset();
  measure(22, test::kNoon);
  QCOMPARE(text(), QStringLiteral("NEWS \u22652"));
  QCOMPARE(missingText(m_scores->of(m_patient)->score), QStringLiteral("consciousness"));
}

void News2ScoresTest::arrowComparesWithAnHourAgo() {
  measure(14, test::kNoon);
  measure(22, test::kNoon + 30min);
  QCOMPARE(text(), QStringLiteral("NEWS 2 \u2191"));
  measure(22, test::kNoon + 65min);
  measure(22, test::kNoon + 95min);
  QCOMPARE(text(), QStringLiteral("NEWS 2"));
  measure(14, test::kNoon + 96min);
  QCOMPARE(text(), QStringLiteral("NEWS 0 \u2193"));
}

void News2ScoresTest::otherItemsCannotBeCompared() {
  m_settings.news2.consciousness.reset();
  measure(14, test::kNoon);
  m_settings.news2.consciousness = Consciousness::Voice;
  measure(14, test::kNoon + 1min);
  QCOMPARE(text(), QStringLiteral("NEWS 3"));
}

void News2ScoresTest::childrenHaveNoScore() {
  measure(14, test::kNoon);
  m_settings.profile = AgeGroup::Paediatric;
  measure(14, test::kNoon + 1s);
  QVERIFY(!m_scores->of(m_patient));
}

QTEST_APPLESS_MAIN(News2ScoresTest)
#include "tst_news2_scores.moc"
