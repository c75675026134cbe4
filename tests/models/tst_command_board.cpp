// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QtTest>

#include "models/command_board.h"

using namespace vitalwall;
using namespace vitalwall::models;

class CommandBoardTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void stepsOfACommandStayOneRow();
  void newestOfAPatientIsFound();
  void oldestCommandsGo();
  void commandsAreNamed_data();
  void commandsAreNamed();

 private:
  static CommandRow step(const char* name, CommandStage stage, const char* patient = "Bed 1");
};

CommandRow CommandBoardTest::step(const char* name, CommandStage stage, const char* patient) {
  return {.id = CommandId::fromName(name),
          .patient = PatientId::fromName(patient),
          .what = QString::fromLatin1(name),
          .stage = stage,
          .sentence = QStringLiteral("A sentence."),
          .at = {}};
}

void CommandBoardTest::stepsOfACommandStayOneRow() {
  CommandBoard board;
  const QAbstractItemModelTester tester(&board);
  board.note(step("HR alarm off", CommandStage::Pending));
  QCOMPARE(board.index(0).data().toString(), QStringLiteral("HR alarm off: sent \u2026"));
  board.note(step("HR alarm off", CommandStage::Unconfirmed));
  board.note(step("HR alarm off", CommandStage::Failed));
  QCOMPARE(board.rowCount(), 1);
  QCOMPARE(board.index(0).data().toString(), QStringLiteral("HR alarm off: NOT done. A sentence."));
}

void CommandBoardTest::newestOfAPatientIsFound() {
  CommandBoard board;
  QVERIFY(!board.newest());
  board.note(step("first", CommandStage::Confirmed));
  board.note(step("second", CommandStage::Pending, "Bed 2"));
  QCOMPARE(board.newest()->what, QStringLiteral("second"));
  QCOMPARE(board.newest(PatientId::fromName("Bed 1"))->what, QStringLiteral("first"));
}

void CommandBoardTest::oldestCommandsGo() {
  CommandBoard board;
  const QAbstractItemModelTester tester(&board);
  for (int i = 0; i <= CommandBoard::kCapacity; ++i)
    board.note(step(std::to_string(i).c_str(), CommandStage::Confirmed));
  QCOMPARE(board.rowCount(), CommandBoard::kCapacity);
  QCOMPARE(board.row(CommandBoard::kCapacity - 1).what, QStringLiteral("1"));
}

void CommandBoardTest::commandsAreNamed_data() {
  using std::chrono::seconds;
  QTest::addColumn<CommandBody>("command");
  QTest::addColumn<QString>("text");
  const auto add = [](const char* text, const CommandBody& command) {
    QTest::newRow(text) << command << QString::fromUtf8(text);
  };
  const PatientId patient = PatientId::fromName("Bed 1");
  add("acknowledge", Acknowledge{});
  add("pause sound", PauseAudio{patient});
  add("sound again", PauseAudio{patient, seconds(0)});
  add("pause alarms", PauseAlarms{patient});
  add("alarms again", PauseAlarms{patient, seconds(0)});
  add("HR alarm off", SetAlarmOff{patient, mdc::kHeartRate, true, "x"});
  add("HR alarm on", SetAlarmOff{patient, mdc::kHeartRate, false, {}});
  add("HR limits 50\u2013120", SetLimits{patient, mdc::kHeartRate, {50, 120, {}, {}}});
  add("HR limits back to the unit's", RestoreLimits{patient, mdc::kHeartRate});
  add("all limits back to the unit's", RestoreLimits{patient, {}});
  add("limits around the values of now", AutoLimits{patient});
  add("limits profile", SetProfile{patient, AgeGroup::Neonate});
  add("observations", EnterObservations{patient, {}});
  add("", SetView{});
}

void CommandBoardTest::commandsAreNamed() {
  QFETCH(CommandBody, command);
  QTEST(commandText(command), "text");
}

QTEST_APPLESS_MAIN(CommandBoardTest)
#include "tst_command_board.moc"
