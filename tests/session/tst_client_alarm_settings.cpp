// SPDX-License-Identifier: GPL-3.0-or-later
// The way of the commands that set a patient's alarms, and of the settings that come back.
#include <QTest>
#include <cmath>

#include "session/scripted_station.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace std::chrono_literals;
using session::CommandProgress;
using session::CommandStage;
using session::MonitorClient;

Q_DECLARE_METATYPE(vitalwall::CommandBody)

namespace {
SetLimits limitsOf(double high, PatientId patient = kAnna) {
  return {patient, mdc::kHeartRate, {50, high, {}, {}}};
}

AlarmSettings settingsOf(PatientId patient, std::uint64_t revision) {
  AlarmSettings settings;
  settings.patient = patient;
  settings.revision = revision;
  return settings;
}

/// A client of one patient, all of whose steps are kept.
struct Station : ScriptedStation {
  Station() : ScriptedStation(optionsFor({kAnna})) {}

  CommandProgress last() const { return valuesOf<CommandProgress>(progress).back(); }
  std::vector<CommandStage> stages() const {
    std::vector<CommandStage> stages;
    for (const auto& step : valuesOf<CommandProgress>(progress)) stages.push_back(step.stage);
    return stages;
  }
  /// Of the newest stream, in order.
  std::vector<CommandId> idsOfLimits() {
    std::vector<CommandId> ids;
    for (const auto& command : commands())
      if (std::holds_alternative<SetLimits>(command.body)) ids.push_back(command.id);
    return ids;
  }

  QSignalSpy progress{&client(), &MonitorClient::commandProgressed};
};
}  // namespace

class TestClientAlarmSettings : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void areSentUnderTheirId_data();
  void areSentUnderTheirId();
  void areAnswered();
  void areSentAgainInTheirOrder();
  void waitUntilTheServerHasSaidWhatItSpeaks();
  void failAtAPlainServerInWords();
  void whatNoServerCanDoFailsAtOnce_data();
  void whatNoServerCanDoFailsAtOnce();
  void settingsLeaveAsASignal();
  void settingsMoveTheCursor();
};

void TestClientAlarmSettings::areSentUnderTheirId_data() {
  QTest::addColumn<CommandBody>("body");
  const auto row = [](const char* name, CommandBody body) { QTest::newRow(name) << body; };
  row("acknowledge", Acknowledge{kAlarm, "patient sits up"});
  row("pause audio", PauseAudio{kAnna});
  row("pause alarms", PauseAlarms{kAnna, 0s});
  row("alarm off", SetAlarmOff{kAnna, mdc::kSpO2, true, "sensor changed"});
  row("limits", limitsOf(130));
  row("restore", RestoreLimits{kAnna, {}});
  row("auto", AutoLimits{kAnna});
  row("profile", SetProfile{kAnna, AgeGroup::Neonate});
  row("observations", EnterObservations{kAnna, {false, true, Consciousness::Voice}});
}

void TestClientAlarmSettings::areSentUnderTheirId() {
  QFETCH(CommandBody, body);
  Station station;
  station.startLive({kAnna});
  const auto id = station.writer().send(body);
  settle();
  QCOMPARE(station.stages(), std::vector{CommandStage::Pending});
  QVERIFY(station.commands().back() == (Command{id, body}));
  station.pass(3s);
  QCOMPARE(station.stages().back(), CommandStage::Unconfirmed);
}

void TestClientAlarmSettings::areAnswered() {
  Station station;
  station.startLive({kAnna});
  const auto id = station.writer().send(limitsOf(130));
  station.send(
      protocol::encodeCommandResult({id, CommandOutcome::NotFound, "Ask the ward.", {}, {}}));
  QCOMPARE(station.stages(), (std::vector{CommandStage::Pending, CommandStage::Failed}));
  QCOMPARE(
      station.last().sentence,
      QStringLiteral("Not done: the server does not know this patient any more. Ask the ward."));
}

void TestClientAlarmSettings::areSentAgainInTheirOrder() {
  Station station;
  station.startLive({kAnna});
  std::vector<CommandId> ids;
  for (const double high : {120, 130, 110}) ids.push_back(station.writer().send(limitsOf(high)));
  QCOMPARE(station.idsOfLimits(), ids);
  station.send(protocol::encodeCommandResult({ids[0], CommandOutcome::Ok, {}, {}, {}}));
  station.end(absl::UnavailableError("gone"));
  ids.push_back(station.writer().send(limitsOf(125)));
  station.passBackoff();
  station.bringLive({kAnna});
  QCOMPARE(station.idsOfLimits(), std::vector<CommandId>(ids.begin() + 1, ids.end()));
}

void TestClientAlarmSettings::waitUntilTheServerHasSaidWhatItSpeaks() {
  Station station;
  station.start();
  station.writer().send(PauseAudio{kAnna});
  QVERIFY(station.written<PauseAudio>().empty());
  station.stream().greet(extendedServer());
  settle();
  QCOMPARE(station.written<PauseAudio>().size(), std::size_t(1));
}

void TestClientAlarmSettings::failAtAPlainServerInWords() {
  Station station;
  station.start();
  station.writer().send(PauseAudio{kAnna});
  station.writer().acknowledge(kAlarm);
  station.stream().greet({});
  settle();
  QCOMPARE(station.stages(),
           (std::vector{CommandStage::Pending, CommandStage::Pending, CommandStage::Failed}));
  QVERIFY(station.last().sentence.contains(QLatin1String("this server has no alarm settings")));
  station.writer().send(limitsOf(130));
  settle();
  QCOMPARE(station.stages().back(), CommandStage::Failed);
  QVERIFY(station.written<PauseAudio>().empty() && station.written<SetLimits>().empty());
  QCOMPARE(station.written<Acknowledge>().size(), std::size_t(1));
}

void TestClientAlarmSettings::whatNoServerCanDoFailsAtOnce_data() {
  QTest::addColumn<CommandBody>("body");
  QTest::addColumn<QString>("words");
  QTest::newRow("limit") << CommandBody(limitsOf(NAN)) << QStringLiteral("must be a number");
  QTest::newRow("pause") << CommandBody(PauseAlarms{kAnna, -1s}) << QStringLiteral("0 to 24 hours");
  QTest::newRow("note") << CommandBody(Acknowledge{kAlarm, std::string(501, 'x')})
                        << QStringLiteral("at most 500 characters");
}

void TestClientAlarmSettings::whatNoServerCanDoFailsAtOnce() {
  QFETCH(CommandBody, body);
  QFETCH(QString, words);
  Station station;
  station.startLive({kAnna});
  const auto before = station.commands().size();
  station.writer().send(body);
  settle();
  QCOMPARE(station.stages(), std::vector{CommandStage::Failed});
  QVERIFY2(station.last().sentence.contains(words), qPrintable(station.last().sentence));
  QCOMPARE(station.commands().size(), before);
}

void TestClientAlarmSettings::settingsLeaveAsASignal() {
  Station station;
  QSignalSpy received(&station.client(), &MonitorClient::settingsReceived);
  station.startLive({kAnna});
  const auto settings = settingsOf(kAnna, 7);
  station.send(protocol::encodeAlarmSettingsEntry(settings));
  QVERIFY(valuesOf<AlarmSettings>(received) == std::vector{settings});
}

void TestClientAlarmSettings::settingsMoveTheCursor() {
  Station station;
  station.startLive({kAnna}, 20);
  station.send(protocol::encodeAlarmSettingsEntry(settingsOf(kAnna, 31)) +
               protocol::encodeAlertEntry(alertOf(kAnna, 30)));
  station.end(absl::UnavailableError("gone"));
  station.passBackoff();
  const auto subscribed = station.written<Subscribe>();
  QCOMPARE(subscribed.size(), std::size_t(1));
  QVERIFY(subscribed[0].cursor == (Cursor{kEpoch, 31}));
}

QTEST_GUILESS_MAIN(TestClientAlarmSettings)
#include "tst_client_alarm_settings.moc"
