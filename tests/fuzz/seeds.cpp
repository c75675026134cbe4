// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/seeds.h"

#include "protocol/alarm_history_codec.h"
#include "protocol/directory_codec.h"
#include "protocol/extended_encoder.h"
#include "protocol/plain_encoder.h"
#include "protocol/request_codec.h"
#include "support/samples.h"

namespace vitalwall::fuzz {
namespace {

using namespace protocol;
using test::kNoon;

const PatientId kPatient = PatientId::fromName("patient");

Vitals sampleVitals() {
  Vitals vitals{kPatient, kNoon, {}};
  for (const MdcCode code :
       {mdc::kHeartRate, mdc::kSpO2, mdc::kArterialSystolic, mdc::kNibpSystolic, mdc::kTemperature})
    vitals.numerics.push_back(test::makeNumeric(code, 40));
  vitals.numerics[1].value = {};
  vitals.numerics[1].validity = Validity::LeadOff;
  return vitals;
}

Alert sampleAlert() {
  Alert alert = test::makeAlert("HR 134 > 120", kPatient, AlertPriority::High);
  alert.acknowledged = Acknowledgement{"Dr. A", kNoon, "note"};
  return alert;
}

AlarmSettings sampleSettings() {
  AlarmSettings settings;
  settings.patient = kPatient;
  settings.parameters = {{mdc::kHeartRate, {50, 120, 40, 150}, {}, AlarmOff{"reason", "A", kNoon}}};
  settings.audioPaused = TimedPause{"A", kNoon, kNoon};
  settings.news2 = {true, false, Consciousness::Pain};
  return settings;
}

Order sampleOrder() {
  return {OrderId::fromName("order"), kPatient, "Heparin", OrderStatus::OnHold, "Dr. A", kNoon};
}

std::string typed(char statusType, std::string_view payload) {
  return statusType + std::string(payload);
}

}  // namespace

std::vector<std::string> requestSeeds() {
  const auto seed = [](CommandBody body) {
    return encodeRequest({CommandId::fromName("command"), std::move(body)});
  };
  return {seed(Subscribe{kPatient, Cursor{1, 2}}),
          seed(Unsubscribe{kPatient}),
          seed(Acknowledge{AlertId::fromName("alert"), "note"}),
          seed(Hello{"Desk", "0.1.0"}),
          seed(SetView{true, {kPatient, PatientId::fromName("other")}}),
          seed(Heartbeat{kNoon}),
          seed(PauseAudio{kPatient}),
          seed(PauseAlarms{kPatient}),
          seed(SetAlarmOff{kPatient, mdc::kSpO2, true, "reason"}),
          seed(SetLimits{kPatient, mdc::kHeartRate, {50, 120, 40, 150}}),
          seed(RestoreLimits{kPatient, mdc::kHeartRate}),
          seed(AutoLimits{kPatient}),
          seed(SetProfile{kPatient, AgeGroup::Neonate}),
          seed(EnterObservations{kPatient, {true, false, Consciousness::Voice}}),
          encodeAlarmListing({{kPatient, kNoon, kNoon, {}, 9}, AlarmPlace{kNoon, AlertId()}}),
          encodeRevisionListing(AlertId::fromName("alert"))};
}

std::vector<std::string> responseSeeds() {
  const WaveBlock block{kPatient, 1, 1000, kNoon, {1, -1, kNoSample}};
  const std::vector<Patient> ward = {test::makePatient("Bed 1")};
  return {
      encodeHead(1, 2) + encodeVitalsEntry(sampleVitals()) + encodeAlertEntry(sampleAlert()),
      encodeHead(1, 3) + encodeWavesEntry(std::span(&block, 1)),
      encodeHead(1, 4) + encodeAlarmSettingsEntry(sampleSettings()),
      encodeAlarmPage({{sampleAlert()}, AlarmPlace{kNoon, AlertId::fromName("alert")}}),
      encodeRevisions(std::vector{sampleAlert()}),
      encodeOrderEntry(sampleOrder()) + encodeSnapshotEnd({kPatient, Cursor{1, 2}, true}),
      encodeCommandResult({CommandId::fromName("c"), CommandOutcome::AlreadyDone, "", "B", kNoon}),
      encodeHeartbeat({kNoon}),
      encodePlainVitals(sampleVitals(), JsonStyle::Camel),
      encodePlainAlert(sampleAlert(), JsonStyle::Pascal),
      encodePlainOrder(sampleOrder(), JsonStyle::Camel),
      encodeDirectory(ward)};
}

std::vector<std::string> payloadSeeds() {
  return {typed(0, R"({"vitals":{"heartRate":72,"SpO2":"97","bloodPressure":"120/80"}})"),
          typed(0, R"({"hr":{"value":72},"abp":{"systolic":120},"measuredAt":{"hr":17672688}})"),
          typed(1, R"({"id":"0f8fad5b-d9cb-469f-a165-70867728950e","severity":2,"message":"HR"})"),
          typed(1, R"({"parameter":"SpO2","value":84,"limit":"90","priority":"high"})"),
          typed(2, R"({"orderId":7,"description":"Heparin","status":"on-hold"})"),
          typed(3, R"({"alertId":"x","text":"\u00e4","timestamp":"2026-01-01T12:00:00.5+01:00"})"),
          typed(4, R"({"a":[[{"b":null}]],"alert":{"message":"gone","active":false}})")};
}

}  // namespace vitalwall::fuzz
