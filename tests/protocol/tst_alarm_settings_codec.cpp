// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <limits>

#include "patient_monitor.pb.h"
#include "protocol/extended_encoder.h"
#include "protocol/response_decoder.h"
#include "support/samples.h"

using namespace vitalwall;
using namespace vitalwall::protocol;
using vitalwall::test::kNoon;

Q_DECLARE_METATYPE(vitalwall::AlarmSettings)

namespace {

const PatientId kPatient = PatientId::fromName("patient");

std::vector<ServerEvent> eventsOf(const std::string& bytes) {
  const auto decoded = decodeResponse(bytes, kNoon);
  return decoded.ok() ? decoded->events : std::vector<ServerEvent>();
}

AlarmSettings usualSettings() {
  AlarmSettings settings;
  settings.patient = kPatient;
  settings.revision = 1ULL << 63;
  settings.parameters = {
      {mdc::kHeartRate, {50, 120, 40, 150}, {50, 120, 40, 150}, {}},
      {mdc::kSpO2, {88.0, {}, {}, {}}, {90.0, 100.0, 80.0, {}}, {}},
  };
  settings.changedBy = "Schwester Bärbel";
  settings.changedAt = kNoon;
  return settings;
}

/// The settings as a message whose parts a test may spoil.
::PatientStatusResponse messageOf(const AlarmSettings& settings) {
  ::PatientStatusResponse response;
  return response.ParseFromString(encodeAlarmSettingsEntry(settings)) ? response
                                                                      : ::PatientStatusResponse();
}

}  // namespace

class TestAlarmSettingsCodec : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void roundTrip_data();
  void roundTrip();
  void whatWouldShowWrongLimitsIsRefused_data();
  void whatWouldShowWrongLimitsIsRefused();
  void absenceMeansRecorded();
  void entriesConcatenateWithAlerts();
};

void TestAlarmSettingsCodec::roundTrip_data() {
  QTest::addColumn<AlarmSettings>("settings");
  AlarmSettings settings = usualSettings();
  QTest::newRow("usual") << settings;
  settings.profile = AgeGroup::Neonate;
  settings.audioPaused = TimedPause{"Kim", kNoon, kNoon + std::chrono::minutes(2)};
  settings.recorded = false;
  QTest::newRow("neonate, audio paused, not recorded") << settings;
  settings.alarmsPaused = TimedPause{};
  settings.parameters[0].off = AlarmOff{"pacing wires", "Dr. Weber", kNoon};
  settings.parameters[1].off = AlarmOff{};
  QTest::newRow("alarms paused, two off") << settings;
  settings.news2 = {true, false, Consciousness::Unresponsive};
  QTest::newRow("observed") << settings;
  settings.news2 = {false, true, Consciousness::Alert};
  QTest::newRow("on oxygen") << settings;
  QTest::newRow("nothing set") << AlarmSettings{};
}

void TestAlarmSettingsCodec::roundTrip() {
  QFETCH(AlarmSettings, settings);
  QVERIFY(eventsOf(encodeAlarmSettingsEntry(settings)) == std::vector<ServerEvent>{settings});
}

void TestAlarmSettingsCodec::whatWouldShowWrongLimitsIsRefused_data() {
  QTest::addColumn<std::string>("bytes");
  const auto row = [](const char* name, const auto& spoil) {
    auto message = messageOf(usualSettings());
    spoil(*message.mutable_alarm_settings(0));
    QTest::newRow(name) << message.SerializeAsString();
  };
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  row("no patient", [](auto& wire) { wire.clear_patient(); });
  row("short patient", [](auto& wire) { wire.set_patient("short"); });
  row("unknown profile", [](auto& wire) { wire.set_profile(static_cast<v1::AgeGroup>(9)); });
  row("limit is no number",
      [](auto& wire) { wire.mutable_parameters(1)->mutable_limits()->set_extreme_low(kNan); });
  row("default is infinite",
      [](auto& wire) { wire.mutable_parameters(0)->mutable_unit_default()->set_high(kInfinite); });
  row("unknown consciousness", [](auto& wire) {
    wire.mutable_news2()->set_consciousness(static_cast<v1::Consciousness>(6));
  });
}

void TestAlarmSettingsCodec::whatWouldShowWrongLimitsIsRefused() {
  QFETCH(std::string, bytes);
  const auto events = eventsOf(bytes);
  QCOMPARE(events.size(), std::size_t(1));
  const auto* notice = std::get_if<Notice>(&events[0]);
  QVERIFY(notice != nullptr);
  QVERIFY2(notice->message.starts_with("The server sent alarm settings"), notice->message.c_str());
}

void TestAlarmSettingsCodec::absenceMeansRecorded() {
  ::PatientStatusResponse response;
  response.add_alarm_settings()->set_patient(std::string(16, '\1'));
  const auto events = eventsOf(response.SerializeAsString());
  QCOMPARE(events.size(), std::size_t(1));
  QVERIFY(std::get<AlarmSettings>(events[0]).recorded);
}

void TestAlarmSettingsCodec::entriesConcatenateWithAlerts() {
  const Alert alert = test::makeAlert("HR", kPatient, AlertPriority::High);
  const std::string bytes = encodeAlarmSettingsEntry(usualSettings()) + encodeHead(1, 1) +
                            encodeAlertEntry(alert) + encodeAlarmSettingsEntry({});
  QVERIFY(eventsOf(bytes) == (std::vector<ServerEvent>{alert, usualSettings(), AlarmSettings{}}));
}

QTEST_APPLESS_MAIN(TestAlarmSettingsCodec)
#include "tst_alarm_settings_codec.moc"
