// SPDX-License-Identifier: GPL-3.0-or-later
// Our plain messages: legible to anyone, and read back by our own decoder to the same meaning.
#include <QTest>
#include <nlohmann/json.hpp>

#include "plain_message.h"
#include "protocol/plain_encoder.h"
#include "support/samples.h"

using namespace vitalwall;
using namespace vitalwall::protocol;
using vitalwall::test::kNoon;
using vitalwall::test::makeAlert;
using vitalwall::test::makeNumeric;

Q_DECLARE_METATYPE(vitalwall::Alert)
Q_DECLARE_METATYPE(vitalwall::Order)
Q_DECLARE_METATYPE(vitalwall::Vitals)

namespace {

const PatientId kPatient = PatientId::fromName("patient");

::PatientStatusResponse messageOf(const std::string& bytes) {
  ::PatientStatusResponse response;
  return response.ParseFromString(bytes) ? response : ::PatientStatusResponse();
}

nlohmann::json payloadOf(const std::string& bytes) {
  return nlohmann::json::parse(messageOf(bytes).payload(), nullptr, false);
}

std::vector<ServerEvent> eventsOf(const std::string& bytes) {
  const auto decoded = decodeResponse(bytes, test::kReceived);
  return decoded.ok() ? decoded->events : std::vector<ServerEvent>();
}

Vitals vitalsOf(std::vector<Numeric> numerics) {
  return {.patient = kPatient, .sourceTime = kNoon, .numerics = std::move(numerics)};
}

}  // namespace

class TestPlainRoundtrip : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void vitals_data();
  void vitals();
  void alerts_data();
  void alerts();
  void orders();
  void theEnvelopeIsTheBaseContracts();
  void alertsNameTheirChange();
  void membersAreWrittenInTheAskedStyle();
  void numbersAreWrittenAsReadersExpectThem();
  void theLineStandsUnderTheUsualNamesToo();
  void aLineWithoutAValueDoesNotHideTheCuff();
  void valuesThatAreNoNumbersAreNull();
  void wavesAndUnknownCodesAreLeftOut();
  void textThatIsNoUtf8StaysJson();
};

void TestPlainRoundtrip::vitals_data() {
  QTest::addColumn<Vitals>("vitals");
  QTest::newRow("usual") << vitalsOf(
      {makeNumeric(mdc::kHeartRate, 72), makeNumeric(mdc::kSpO2, 97),
       makeNumeric(mdc::kPulseRate, 71), makeNumeric(mdc::kRespiratoryRate, 14),
       makeNumeric(mdc::kTemperature, 36.7), makeNumeric(mdc::kEtCo2, 38)});
  QTest::newRow("old cuff") << vitalsOf(
      {makeNumeric(mdc::kNibpSystolic, 120, kNoon - std::chrono::minutes(20)),
       makeNumeric(mdc::kNibpDiastolic, 80, kNoon - std::chrono::minutes(20))});
  QTest::newRow("line") << vitalsOf({makeNumeric(mdc::kArterialSystolic, 121),
                                     makeNumeric(mdc::kArterialDiastolic, 79),
                                     makeNumeric(mdc::kArterialMean, 93)});
  QTest::newRow("line and cuff") << vitalsOf(
      {makeNumeric(mdc::kArterialSystolic, 121), makeNumeric(mdc::kArterialMean, 93),
       makeNumeric(mdc::kNibpSystolic, 118), makeNumeric(mdc::kNibpMean, 90)});
  QTest::newRow("lung") << vitalsOf({makeNumeric(mdc::kPulmonarySystolic, 25),
                                     makeNumeric(mdc::kPulmonaryDiastolic, 10),
                                     makeNumeric(mdc::kPulmonaryMean, 15)});
  Vitals doubtful = vitalsOf({makeNumeric(mdc::kHeartRate, 72), makeNumeric(mdc::kSpO2, 97),
                              makeNumeric(mdc::kTemperature, 36)});
  doubtful.numerics[0].validity = Validity::Questionable;
  doubtful.numerics[1].value = {};
  doubtful.numerics[1].validity = Validity::LeadOff;
  doubtful.numerics[2].value = {};
  doubtful.numerics[2].validity = Validity::NotMeasured;
  QTest::newRow("not simply valid") << doubtful;
}

void TestPlainRoundtrip::vitals() {
  QFETCH(Vitals, vitals);
  for (const auto style : {JsonStyle::Camel, JsonStyle::Pascal})
    QVERIFY(eventsOf(encodePlainVitals(vitals, style)) == std::vector<ServerEvent>{vitals});
}

void TestPlainRoundtrip::alerts_data() {
  QTest::addColumn<Alert>("alert");
  const Alert high = makeAlert("HR 134 > 120", kPatient, AlertPriority::High, 0);
  QTest::newRow("high") << high;
  Alert acknowledged = high;
  acknowledged.priority = AlertPriority::Medium;
  acknowledged.changedAt = kNoon + std::chrono::minutes(1);
  acknowledged.acknowledged =
      Acknowledgement{"Bärbel", kNoon + std::chrono::seconds(30), "geht gut"};
  QTest::newRow("acknowledged") << acknowledged;
  Alert ended = acknowledged;
  ended.state = AlertState::Inactive;
  QTest::newRow("ended, acknowledged") << ended;
  ended.acknowledged = {};
  QTest::newRow("ended, never acknowledged") << ended;
  Alert latched = high;
  latched.state = AlertState::Latched;
  latched.cause = AlertCause::Ended;
  latched.recorded = false;
  QTest::newRow("latched, not recorded") << latched;
  Alert technical = makeAlert("Leads off", kPatient, AlertPriority::Low, 0);
  technical.kind = AlertKind::Technical;
  technical.condition = mdc::kEventLeadOff;
  technical.parameter = mdc::kEcgLeadII;
  technical.unit = Unit::MilliVolt;
  technical.value = {};
  technical.limit = {};
  technical.cause = AlertCause::ValueMissing;
  technical.changedBy = "Kim";
  technical.group = "source sim";
  QTest::newRow("technical, of a wave, of a group") << technical;
  Alert unknown = technical;
  unknown.condition = MdcCode{4711};
  unknown.parameter = MdcCode{4712};
  unknown.unit = Unit::None;
  QTest::newRow("unknown codes") << unknown;
}

void TestPlainRoundtrip::alerts() {
  QFETCH(Alert, alert);
  for (const auto style : {JsonStyle::Camel, JsonStyle::Pascal})
    QVERIFY(eventsOf(encodePlainAlert(alert, style)) == std::vector<ServerEvent>{alert});
}

void TestPlainRoundtrip::orders() {
  for (const auto status :
       {OrderStatus::Active, OrderStatus::OnHold, OrderStatus::Completed, OrderStatus::Cancelled}) {
    const Order order{
        OrderId::fromName("o"), kPatient, "Heparin 5000 IU s.c.", status, "Dr. A", kNoon};
    for (const auto style : {JsonStyle::Camel, JsonStyle::Pascal})
      QVERIFY(eventsOf(encodePlainOrder(order, style)) == std::vector<ServerEvent>{order});
  }
}

void TestPlainRoundtrip::theEnvelopeIsTheBaseContracts() {
  const auto message =
      messageOf(encodePlainVitals(vitalsOf({makeNumeric(mdc::kSpO2, 97)}), JsonStyle::Camel));
  QCOMPARE(message.patient_id(), kPatient.toString());
  QCOMPARE(message.status_type(), std::string("vitals_updated"));
  QCOMPARE(message.timestamp(), toUnixMillis(kNoon));
  ::PatientStatusResponse base;
  base.set_patient_id(message.patient_id());
  base.set_status_type(message.status_type());
  base.set_payload(message.payload());
  base.set_timestamp(message.timestamp());
  QCOMPARE(message.SerializeAsString(), base.SerializeAsString());
}

void TestPlainRoundtrip::alertsNameTheirChange() {
  Alert alert = makeAlert("HR", kPatient, AlertPriority::High);
  alert.state = AlertState::Latched;
  const auto typeOf = [&alert] {
    return messageOf(encodePlainAlert(alert, JsonStyle::Camel)).status_type();
  };
  QCOMPARE(typeOf(), std::string("alert_triggered"));
  alert.state = AlertState::Active;
  QCOMPARE(typeOf(), std::string("alert_triggered"));
  alert.acknowledged = Acknowledgement{"Dr. A", kNoon, {}};
  QCOMPARE(typeOf(), std::string("alert_acknowledged"));
  alert.state = AlertState::Latched;
  QCOMPARE(typeOf(), std::string("alert_acknowledged"));
  alert.state = AlertState::Inactive;
  QCOMPARE(typeOf(), std::string("alert_cleared"));
  alert.acknowledged = {};
  QCOMPARE(typeOf(), std::string("alert_cleared"));
}

void TestPlainRoundtrip::membersAreWrittenInTheAskedStyle() {
  const Vitals vitals = vitalsOf({makeNumeric(mdc::kHeartRate, 72), makeNumeric(mdc::kSpO2, 97)});
  QCOMPARE(messageOf(encodePlainVitals(vitals, JsonStyle::Camel)).payload(),
           std::string(R"({"heartRate":72,"spo2":97})"));
  QCOMPARE(messageOf(encodePlainVitals(vitals, JsonStyle::Pascal)).payload(),
           std::string(R"({"HeartRate":72,"Spo2":97})"));
  const Alert alert = makeAlert("HR", kPatient, AlertPriority::Medium);
  const auto payload = payloadOf(encodePlainAlert(alert, JsonStyle::Pascal));
  QVERIFY(payload["AlertId"] == alert.id.toString());
  QVERIFY(payload["Severity"] == "medium");
  QVERIFY(!payload.contains("AcknowledgedBy"));
}

void TestPlainRoundtrip::numbersAreWrittenAsReadersExpectThem() {
  const Vitals vitals =
      vitalsOf({makeNumeric(mdc::kHeartRate, 72.4), makeNumeric(mdc::kRespiratoryRate, 0),
                makeNumeric(mdc::kTemperature, 36.66)});
  QCOMPARE(messageOf(encodePlainVitals(vitals, JsonStyle::Camel)).payload(),
           std::string(R"({"heartRate":72,"respiratoryRate":0,"temperature":36.7})"));
}

void TestPlainRoundtrip::theLineStandsUnderTheUsualNamesToo() {
  const Vitals vitals =
      vitalsOf({makeNumeric(mdc::kArterialSystolic, 121), makeNumeric(mdc::kNibpSystolic, 118)});
  const auto payload = payloadOf(encodePlainVitals(vitals, JsonStyle::Camel));
  QVERIFY(payload["systolicBp"] == 121);
  QVERIFY(payload["systolicAbp"] == 121);
  QVERIFY(payload["systolicNibp"] == 118);
}

void TestPlainRoundtrip::aLineWithoutAValueDoesNotHideTheCuff() {
  Vitals vitals =
      vitalsOf({makeNumeric(mdc::kArterialSystolic, 0), makeNumeric(mdc::kNibpSystolic, 118)});
  vitals.numerics[0].value = {};
  vitals.numerics[0].validity = Validity::LeadOff;
  const std::string bytes = encodePlainVitals(vitals, JsonStyle::Camel);
  QVERIFY(payloadOf(bytes)["systolicBp"] == 118);
  QVERIFY(payloadOf(bytes)["systolicAbp"].is_null());
  QVERIFY(eventsOf(bytes) == std::vector<ServerEvent>{vitals});
}

void TestPlainRoundtrip::valuesThatAreNoNumbersAreNull() {
  const Vitals vitals =
      vitalsOf({makeNumeric(mdc::kHeartRate, std::nan("")), makeNumeric(mdc::kSpO2, HUGE_VAL)});
  const auto payload = payloadOf(encodePlainVitals(vitals, JsonStyle::Camel));
  QVERIFY(payload["heartRate"].is_null());
  QVERIFY(payload["spo2"].is_null());
}

void TestPlainRoundtrip::wavesAndUnknownCodesAreLeftOut() {
  Numeric unknown = makeNumeric(mdc::kHeartRate, 1);
  unknown.code = MdcCode{4711};
  const Vitals vitals = vitalsOf({unknown, makeNumeric(mdc::kCentralVenousPressure, 8)});
  QCOMPARE(messageOf(encodePlainVitals(vitals, JsonStyle::Camel)).payload(), std::string("{}"));
}

void TestPlainRoundtrip::textThatIsNoUtf8StaysJson() {
  const Order order{OrderId::fromName("o"), kPatient, "Bett \xfc", {}, {}, kNoon};
  const auto payload = payloadOf(encodePlainOrder(order, JsonStyle::Camel));
  QVERIFY(payload["description"] == "Bett \ufffd");
}

QTEST_APPLESS_MAIN(TestPlainRoundtrip)
#include "tst_plain_roundtrip.moc"
