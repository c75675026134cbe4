// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that set a patient's alarms, and an acknowledgement's note.
#include <QTest>
#include <cmath>
#include <limits>

#include "patient_monitor.pb.h"
#include "protocol/command_rules.h"
#include "protocol/request_codec.h"

using namespace vitalwall;
using namespace vitalwall::protocol;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(vitalwall::Command)

namespace {

const PatientId kPatient = PatientId::fromName("patient");
const CommandId kCommand = CommandId::fromName("command");
const AlertId kAlert = AlertId::fromName("alert");
const std::string kPatientBytes(kPatient.guid.bytes().begin(), kPatient.guid.bytes().end());

/// The decoded request as `Kind`, or nullopt when it is something else.
template <typename Kind>
std::optional<Kind> decodedAs(const std::string& bytes) {
  const auto decoded = decodeRequest(bytes);
  const auto* kind = decoded.ok() ? std::get_if<Kind>(&*decoded) : nullptr;
  return kind != nullptr ? std::optional(*kind) : std::nullopt;
}

SetLimits limits(std::optional<double> low, std::optional<double> high,
                 std::optional<double> extremeLow = {}, std::optional<double> extremeHigh = {}) {
  return {kPatient, mdc::kHeartRate, {low, high, extremeLow, extremeHigh}};
}

/// `count` characters of two bytes each.
std::string umlauts(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "ü";
  return text;
}

void addRow(const char* name, CommandBody body) {
  QTest::newRow(name) << Command{kCommand, std::move(body)};
}

}  // namespace

class TestAlarmCommandCodec : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void roundTrip_data();
  void roundTrip();
  void whatNoServerCanDoIsRefused_data();
  void whatNoServerCanDoIsRefused();
  void unknownValuesAreRefused_data();
  void unknownValuesAreRefused();
  void patientIdsAreChecked_data();
  void patientIdsAreChecked();
  void aRefusalNamesTheCommand();
  void everyBitOfALimitCounts();
};

void TestAlarmCommandCodec::roundTrip_data() {
  QTest::addColumn<Command>("command");
  addRow("acknowledge with a note", Acknowledge{kAlert, "Dr. Weber informed, Bett 7 geprüft"});
  addRow("acknowledge with the longest note", Acknowledge{kAlert, umlauts(kMaxNoteLength)});
  addRow("pause audio", PauseAudio{kPatient, 120s});
  addRow("sound again", PauseAudio{kPatient, 0s});
  addRow("longest pause", PauseAudio{kPatient, kLongestPause});
  addRow("pause alarms", PauseAlarms{kPatient, 300s});
  addRow("alarms again", PauseAlarms{kPatient, 0s});
  addRow("alarm off", SetAlarmOff{kPatient, mdc::kSpO2, true, "sensor is being changed"});
  addRow("alarm on", SetAlarmOff{kPatient, mdc::kSpO2, false, {}});
  addRow("limits", limits(50, 120, 40, 150));
  addRow("one limit", limits({}, 130));
  addRow("no limit", limits({}, {}));
  addRow("limits of zero and below", limits(0.0, -0.5, -1e300));
  addRow("restore one", RestoreLimits{kPatient, mdc::kHeartRate});
  addRow("restore parameter 0", RestoreLimits{kPatient, MdcCode{0}});
  addRow("restore all", RestoreLimits{kPatient, {}});
  addRow("auto", AutoLimits{kPatient});
  for (const auto group : {AgeGroup::Adult, AgeGroup::Paediatric, AgeGroup::Neonate})
    addRow("profile", SetProfile{kPatient, group});
  addRow("nothing observed", EnterObservations{kPatient, {}});
  addRow("breathes air", EnterObservations{kPatient, {true, false, Consciousness::Alert}});
  for (const auto state : {Consciousness::Confusion, Consciousness::Voice, Consciousness::Pain,
                           Consciousness::Unresponsive})
    addRow("observed", EnterObservations{kPatient, {false, true, state}});
}

void TestAlarmCommandCodec::roundTrip() {
  QFETCH(Command, command);
  const auto decoded = decodedAs<Command>(encodeRequest(command));
  QVERIFY(decoded.has_value());
  QVERIFY(*decoded == command);
}

void TestAlarmCommandCodec::whatNoServerCanDoIsRefused_data() {
  QTest::addColumn<Command>("command");
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  addRow("note too long", Acknowledge{kAlert, umlauts(kMaxNoteLength + 1)});
  addRow("a megabyte of a note", Acknowledge{kAlert, std::string(1'000'000, 'x')});
  addRow("reason too long", SetAlarmOff{kPatient, mdc::kSpO2, true, std::string(501, 'x')});
  addRow("negative audio pause", PauseAudio{kPatient, -1s});
  addRow("negative alarm pause", PauseAlarms{kPatient, std::chrono::seconds::min()});
  addRow("pause for more than a day", PauseAlarms{kPatient, 24h + 1s});
  addRow("pause for ever", PauseAudio{kPatient, std::chrono::seconds::max()});
  addRow("low is no number", limits(kNan, 120));
  addRow("high is infinite", limits(50, HUGE_VAL));
  addRow("extreme low is infinite", limits(50, 120, -HUGE_VAL));
  addRow("extreme high is no number", limits(50, 120, 40, kNan));
}

void TestAlarmCommandCodec::whatNoServerCanDoIsRefused() {
  QFETCH(Command, command);
  QVERIFY(!checkCommand(command.body).ok());
  const auto malformed = decodedAs<MalformedCommand>(encodeRequest(command));
  QVERIFY(malformed.has_value());
  QCOMPARE(malformed->reason, std::string(checkCommand(command.body).message()));
  QVERIFY2(malformed->reason.ends_with('.'), malformed->reason.c_str());
}

void TestAlarmCommandCodec::unknownValuesAreRefused_data() {
  QTest::addColumn<std::string>("bytes");
  ::PatientMonitorRequest profile;
  profile.mutable_set_profile()->set_patient(kPatientBytes);
  profile.mutable_set_profile()->set_profile(static_cast<v1::AgeGroup>(3));
  QTest::newRow("age group") << profile.SerializeAsString();
  ::PatientMonitorRequest observed;
  observed.mutable_enter_observations()->set_patient(kPatientBytes);
  observed.mutable_enter_observations()->mutable_news2()->set_consciousness(
      static_cast<v1::Consciousness>(-1));
  QTest::newRow("consciousness") << observed.SerializeAsString();
}

void TestAlarmCommandCodec::unknownValuesAreRefused() {
  QFETCH(std::string, bytes);
  const auto malformed = decodedAs<MalformedCommand>(bytes);
  QVERIFY(malformed.has_value());
  QVERIFY(!malformed->reason.empty());
}

void TestAlarmCommandCodec::patientIdsAreChecked_data() {
  QTest::addColumn<std::string>("bytes");
  ::PatientMonitorRequest none;
  none.mutable_pause_audio()->set_seconds(120);
  QTest::newRow("none") << none.SerializeAsString();
  ::PatientMonitorRequest text;
  text.mutable_auto_limits()->set_patient(kPatient.toString());
  QTest::newRow("as text") << text.SerializeAsString();
}

void TestAlarmCommandCodec::patientIdsAreChecked() {
  QFETCH(std::string, bytes);
  QVERIFY(decodedAs<MalformedId>(bytes).has_value());
}

void TestAlarmCommandCodec::aRefusalNamesTheCommand() {
  const auto named = decodedAs<MalformedCommand>(encodeRequest({kCommand, limits(NAN, 1)}));
  QVERIFY(named.has_value());
  QCOMPARE(named->id, kCommand);
  const auto unnamed = decodedAs<MalformedCommand>(encodeRequest({{}, limits(NAN, 1)}));
  QVERIFY(unnamed.has_value());
  QVERIFY(unnamed->id.guid.isNil());
}

void TestAlarmCommandCodec::everyBitOfALimitCounts() {
  const auto next = std::nextafter(0.1, 1.0);
  const auto decoded = decodedAs<Command>(encodeRequest({kCommand, limits(0.1, next)}));
  QVERIFY(decoded.has_value());
  const auto& read = std::get<SetLimits>(decoded->body).limits;
  QVERIFY(read.low == 0.1 && read.high == next);
}

QTEST_APPLESS_MAIN(TestAlarmCommandCodec)
#include "tst_alarm_command_codec.moc"
