// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "models/alarm_model.h"
#include "support/samples.h"

using namespace vitalwall;
using namespace vitalwall::models;

class AlarmModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void newestRevisionWins();
  void revisionNeverGoesBackwards();
  void latchedAlarmStaysUntilItIsReset();
  void endedAlarmLeavesAndDoesNotComeBack();
  void stationsOwnAlarmSurvivesASnapshot();
  void alarmsOfOneGroupAndConditionBelongTogether();
  void stateIsTold();
  void completeSnapshotDropsWhatIsNotInIt();
  void replayKeepsWhatIsNotInIt();
  void restartedServerCountsRevisionsAnew();
  void snapshotOfOnePatientSparesTheOthers();
  void alarmsOfAPatientComeByUrgency();
  void acknowledgeIsTold_data();
  void acknowledgeIsTold();
  void stageOfAnAlarmThatHasGoneIsIgnored();
  void patientChangeIsSignalled();
  void textWithoutMessageIsComposed();
  void accessibleTextNamesBedAndPriority();

 private:
  static QString dump(const AlarmModel& model);
  static Alert alert(const char* name, std::uint64_t revision = 1,
                     AlertPriority priority = AlertPriority::Medium);
  static Alert ended(const char* name, std::uint64_t revision);

  const PatientId m_patient = PatientId::fromName("Bed 1");
  AlarmModel::BedNames m_names = [](PatientId) { return QStringLiteral("Bed 1"); };
};

QString AlarmModelTest::dump(const AlarmModel& model) {
  QStringList lines;
  for (int row = 0; row < model.rowCount(); ++row) lines << model.index(row).data().toString();
  return lines.join(QLatin1Char('\n'));
}

Alert AlarmModelTest::alert(const char* name, std::uint64_t revision, AlertPriority priority) {
  return test::makeAlert(name, PatientId::fromName("Bed 1"), priority, revision);
}

Alert AlarmModelTest::ended(const char* name, std::uint64_t revision) {
  auto gone = alert(name, revision);
  gone.state = AlertState::Inactive;
  return gone;
}

void AlarmModelTest::newestRevisionWins() {
  AlarmModel model(m_names);
  const QAbstractItemModelTester tester(&model);
  model.apply(alert("HR 125 > 120", 1));
  auto worse = alert("HR 125 > 120", 2, AlertPriority::High);
  worse.message = "HR 150 > 140";
  model.apply(worse);
  QCOMPARE(dump(model), QStringLiteral("*** HR 150 > 140"));
}

void AlarmModelTest::revisionNeverGoesBackwards() {
  AlarmModel model(m_names);
  auto newer = alert("a", 5);
  newer.message = "new";
  model.apply(newer);
  model.apply(alert("a", 4));
  QCOMPARE(dump(model), QStringLiteral("** new"));
}

void AlarmModelTest::latchedAlarmStaysUntilItIsReset() {
  AlarmModel model(m_names);
  const QAbstractItemModelTester tester(&model);
  model.apply(alert("a", 1));
  auto latched = alert("a", 2);
  latched.state = AlertState::Latched;
  model.apply(latched);
  QCOMPARE(dump(model), QStringLiteral("** a"));
  model.apply(ended("a", 3));
  QCOMPARE(model.rowCount(), 0);
}

void AlarmModelTest::stationsOwnAlarmSurvivesASnapshot() {
  AlarmModel model(m_names);
  model.apply(alert("own"), AlarmModel::Origin::Station);
  model.apply(alert("the server's"));
  model.beginResync();
  model.endSnapshot({.patient = m_patient, .cursor = {}, .complete = true});
  QCOMPARE(dump(model), QStringLiteral("** own"));
}

void AlarmModelTest::alarmsOfOneGroupAndConditionBelongTogether() {
  AlarmModel model(m_names);
  QVERIFY(!model.hasGroups());
  auto lost = alert("lost", 1);
  lost.group = "source sim";
  auto other = alert("other condition", 2);
  other.group = "source sim";
  other.condition = mdc::kEventNoData;
  auto urgent = alert("urgent", 3, AlertPriority::High);
  urgent.group = "source sim";
  for (const auto& each : {lost, other, urgent, alert("alone", 4)}) model.apply(each);
  QVERIFY(model.hasGroups());
  const auto group = model.groupOf(lost);
  QCOMPARE(group.size(), 2U);
  QVERIFY(group.front()->alert.id == urgent.id);
  QCOMPARE(model.groupOf(alert("alone", 4)).size(), 1U);
}

void AlarmModelTest::stateIsTold() {
  auto shown = alert("a");
  QCOMPARE(alarmStateText(shown), QString());
  shown.state = AlertState::Latched;
  shown.recorded = false;
  QCOMPARE(alarmStateText(shown), QStringLiteral("ended, not seen \u00b7 not recorded"));
  shown.state = AlertState::Active;
  shown.recorded = true;
  shown.cause = AlertCause::Escalated;
  QCOMPARE(alarmStateText(shown), QStringLiteral("escalated: nobody answered"));
}

void AlarmModelTest::endedAlarmLeavesAndDoesNotComeBack() {
  AlarmModel model(m_names);
  const QAbstractItemModelTester tester(&model);
  model.apply(alert("a", 1));
  model.apply(alert("b", 2));
  model.apply(ended("a", 3));
  QCOMPARE(dump(model), QStringLiteral("** b"));
  model.apply(alert("a", 2));
  QCOMPARE(dump(model), QStringLiteral("** b"));
}

void AlarmModelTest::completeSnapshotDropsWhatIsNotInIt() {
  AlarmModel model(m_names);
  const QAbstractItemModelTester tester(&model);
  model.apply(alert("kept", 1));
  model.apply(alert("gone meanwhile", 2));
  model.beginResync();
  model.apply(alert("kept", 1));
  QCOMPARE(model.rowCount(), 2);
  model.endSnapshot({.patient = m_patient, .cursor = {}, .complete = true});
  QCOMPARE(dump(model), QStringLiteral("** kept"));
}

void AlarmModelTest::replayKeepsWhatIsNotInIt() {
  AlarmModel model(m_names);
  model.apply(alert("unchanged", 1));
  model.beginResync();
  model.endSnapshot({.patient = m_patient, .cursor = {}, .complete = false});
  QCOMPARE(dump(model), QStringLiteral("** unchanged"));
}

void AlarmModelTest::restartedServerCountsRevisionsAnew() {
  AlarmModel model(m_names);
  model.apply(alert("a", 900));
  model.beginResync();
  auto again = alert("a", 1);
  again.message = "again";
  model.apply(again);
  QCOMPARE(dump(model), QStringLiteral("** again"));
}

void AlarmModelTest::snapshotOfOnePatientSparesTheOthers() {
  AlarmModel model(m_names);
  model.apply(alert("a"));
  model.beginResync();
  model.endSnapshot({.patient = PatientId::fromName("Bed 2"), .cursor = {}, .complete = true});
  QCOMPARE(model.rowCount(), 1);
  model.forget(PatientId::fromName("Bed 2"));
  QCOMPARE(model.rowCount(), 1);
  model.forget(m_patient);
  QCOMPARE(model.rowCount(), 0);
}

void AlarmModelTest::alarmsOfAPatientComeByUrgency() {
  AlarmModel model(m_names);
  QVERIFY(model.alarmsOf(m_patient).empty());
  auto acknowledged = alert("high, acknowledged", 1, AlertPriority::High);
  acknowledged.acknowledged = Acknowledgement{.by = "Kim", .at = test::kNoon, .note = {}};
  model.apply(acknowledged);
  model.apply(alert("low", 2, AlertPriority::Low));
  model.apply(alert("medium", 3, AlertPriority::Medium));
  QStringList order;
  for (const auto* row : model.alarmsOf(m_patient))
    order << QString::fromStdString(row->alert.message);
  QCOMPARE(order.join(QLatin1Char('|')), QStringLiteral("medium|low|high, acknowledged"));
  QVERIFY(model.alarmsOf(PatientId::fromName("Bed 2")).empty());
  QCOMPARE(model.unacknowledged(AlertPriority::High), 0);
  QCOMPARE(model.unacknowledged(AlertPriority::Low), 1);
}

void AlarmModelTest::acknowledgeIsTold_data() {
  QTest::addColumn<CommandStage>("stage");
  QTest::addColumn<QString>("sentence");
  QTest::addColumn<QString>("by");
  QTest::addColumn<QString>("expected");
  const QString none;
  QTest::newRow("untouched") << CommandStage::None << none << none << none;
  QTest::newRow("pending") << CommandStage::Pending << none << none
                           << QStringLiteral("acknowledging \u2026");
  QTest::newRow("no answer") << CommandStage::Unconfirmed << none << none
                             << QStringLiteral("not confirmed yet");
  QTest::newRow("confirmed") << CommandStage::Confirmed << none << none
                             << QStringLiteral("acknowledged");
  QTest::newRow("failed") << CommandStage::Failed << QStringLiteral("Not permitted.") << none
                          << QStringLiteral("Not permitted.");
  QTest::newRow("failed, no reason")
      << CommandStage::Failed << none << none << QStringLiteral("not acknowledged");
  QTest::newRow("the server's word counts")
      << CommandStage::Failed << QStringLiteral("too late") << QStringLiteral("Kim")
      << QStringLiteral("acknowledged by Kim");
}

void AlarmModelTest::acknowledgeIsTold() {
  QFETCH(CommandStage, stage);
  QFETCH(QString, sentence);
  QFETCH(QString, by);
  QFETCH(QString, expected);

  AlarmModel model(m_names);
  auto shown = alert("a");
  if (!by.isEmpty())
    shown.acknowledged = Acknowledgement{.by = by.toStdString(), .at = {}, .note = {}};
  model.apply(shown);
  model.setStage(shown.id, stage, sentence);
  QCOMPARE(acknowledgeText(model.row(0)), expected);
}

void AlarmModelTest::stageOfAnAlarmThatHasGoneIsIgnored() {
  AlarmModel model(m_names);
  model.setStage(AlertId::fromName("gone"), CommandStage::Confirmed, {});
  QCOMPARE(model.rowCount(), 0);
}

void AlarmModelTest::patientChangeIsSignalled() {
  AlarmModel model(m_names);
  QSignalSpy changes(&model, &AlarmModel::patientChanged);
  model.apply(alert("a", 2));
  model.apply(alert("a", 1));
  model.apply(ended("b", 3));
  QCOMPARE(changes.count(), 1);
  QCOMPARE(changes.at(0).at(0).value<PatientId>(), m_patient);
  model.apply(ended("a", 4));
  QCOMPARE(changes.count(), 2);
}

void AlarmModelTest::textWithoutMessageIsComposed() {
  auto silent = alert("a", 1, AlertPriority::High);
  silent.message.clear();
  QCOMPARE(alarmText(silent), QStringLiteral("*** HR 134 > 120"));
  silent.value = 38;
  silent.limit = 50;
  QCOMPARE(alarmText(silent), QStringLiteral("*** HR 38 < 50"));
  silent.value.reset();
  QCOMPARE(alarmText(silent), QStringLiteral("*** HR"));
}

void AlarmModelTest::accessibleTextNamesBedAndPriority() {
  AlarmModel model(m_names);
  model.apply(alert("HR 134 > 120", 1, AlertPriority::High));
  QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
           QStringLiteral("Bed 1, high priority, HR 134 > 120, not acknowledged"));
}

QTEST_APPLESS_MAIN(AlarmModelTest)
#include "tst_alarm_model.moc"
