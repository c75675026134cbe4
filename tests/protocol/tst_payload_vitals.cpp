// SPDX-License-Identifier: GPL-3.0-or-later
// What servers of the base contract may write about vital signs, in whatever style of JSON.
#include <QTest>

#include "plain_message.h"

using namespace vitalwall;
using namespace vitalwall::test;

Q_DECLARE_METATYPE(vitalwall::MdcCode)

class TestPayloadVitals : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void findsAVitalSign_data();
  void findsAVitalSign();
  void findsBothPressures_data();
  void findsBothPressures();
  void aMissingValueIsNeitherZeroNorTheLast_data();
  void aMissingValueIsNeitherZeroNorTheLast();
  void anImpossibleValueIsANotice_data();
  void anImpossibleValueIsANotice();
  void theGoodNumericsStayBesideABadOne();
  void valuesOfAnotherTimeOrMeaningAreNotTaken_data();
  void valuesOfAnotherTimeOrMeaningAreNotTaken();
  void anUnreadablePayloadIsANotice_data();
  void anUnreadablePayloadIsANotice();
  void aPayloadAboutAnotherPatientIsNotShown();
  void timeComesFromThePayloadElseTheMessageElseTheReceipt_data();
  void timeComesFromThePayloadElseTheMessageElseTheReceipt();
};

void TestPayloadVitals::findsAVitalSign_data() {
  QTest::addColumn<std::string>("payload");
  QTest::addColumn<MdcCode>("code");
  QTest::addColumn<double>("value");
  const auto row = [](const char* payload, MdcCode code, double value) {
    QTest::newRow(payload) << std::string(payload) << code << value;
  };
  row(R"({"heartRate":72})", mdc::kHeartRate, 72);
  row(R"({"HeartRate":72})", mdc::kHeartRate, 72);
  row(R"({"heart_rate":72})", mdc::kHeartRate, 72);
  row(R"({"HEART-RATE":72})", mdc::kHeartRate, 72);
  row(R"({"Heart Rate":72})", mdc::kHeartRate, 72);
  row(R"({"hr":72})", mdc::kHeartRate, 72);
  row(R"({"pulse":72})", mdc::kHeartRate, 72);
  row(R"({"heartRate":"72"})", mdc::kHeartRate, 72);
  row(R"({"heartRate":" 72.5 "})", mdc::kHeartRate, 72.5);
  row(R"({"heartRate":7.2e1})", mdc::kHeartRate, 72);
  row(R"({"heartRate":0})", mdc::kHeartRate, 0);
  row(R"({"heartRate":400})", mdc::kHeartRate, 400);
  row(R"({"heartRate":{"value":72,"unit":"bpm"}})", mdc::kHeartRate, 72);
  row(R"({"vitals":{"heartRate":72}})", mdc::kHeartRate, 72);
  row(R"({"Data":{"VitalSigns":{"HeartRate":{"Value":"72"}}}})", mdc::kHeartRate, 72);
  row(R"({"pulseRate":70})", mdc::kPulseRate, 70);
  row(R"({"spo2":97})", mdc::kSpO2, 97);
  row(R"({"SpO2":97})", mdc::kSpO2, 97);
  row(R"({"oxygenSaturation":97})", mdc::kSpO2, 97);
  row(R"({"respiratoryRate":14})", mdc::kRespiratoryRate, 14);
  row(R"({"rr":14})", mdc::kRespiratoryRate, 14);
  row(R"({"temperature":36.7})", mdc::kTemperature, 36.7);
  row(R"({"temp":36.7})", mdc::kTemperature, 36.7);
  row(R"({"etCO2":38})", mdc::kEtCo2, 38);
  row(R"({"meanBp":93})", mdc::kNibpMean, 93);
  row(R"({"map":93})", mdc::kNibpMean, 93);
  row(R"({"systolicAbp":121})", mdc::kArterialSystolic, 121);
  row(R"({"papSystolic":25})", mdc::kPulmonarySystolic, 25);
  row("\xef\xbb\xbf{\"hr\":72}", mdc::kHeartRate, 72);
}

void TestPayloadVitals::findsAVitalSign() {
  QFETCH(std::string, payload);
  QFETCH(MdcCode, code);
  QFETCH(double, value);
  const auto events = plainEvents("vitals_updated", payload);
  QCOMPARE(events.size(), std::size_t(1));
  const auto* vitals = onlyEvent<Vitals>(events);
  QVERIFY(vitals != nullptr);
  QCOMPARE(vitals->patient, bedOne());
  QCOMPARE(vitals->numerics.size(), std::size_t(1));
  const Numeric expected{code, findMetric(code)->unit, value, Validity::Valid, kReceived};
  QVERIFY(vitals->numerics[0] == expected);
}

void TestPayloadVitals::findsBothPressures_data() {
  QTest::addColumn<std::string>("payload");
  QTest::addColumn<MdcCode>("systolic");
  QTest::addColumn<MdcCode>("diastolic");
  const auto cuff = [](const char* payload) {
    QTest::newRow(payload) << std::string(payload) << mdc::kNibpSystolic << mdc::kNibpDiastolic;
  };
  const auto line = [](const char* payload) {
    QTest::newRow(payload) << std::string(payload) << mdc::kArterialSystolic
                           << mdc::kArterialDiastolic;
  };
  cuff(R"({"systolicBp":120,"diastolicBp":80})");
  cuff(R"({"SystolicBP":120,"DiastolicBP":80})");
  cuff(R"({"systolic":120,"diastolic":80})");
  cuff(R"({"blood_pressure_systolic":120,"blood_pressure_diastolic":80})");
  cuff(R"({"bloodPressure":{"systolic":120,"diastolic":80}})");
  cuff(R"({"vitals":{"bp":{"Systolic":"120","Diastolic":"80"}}})");
  cuff(R"({"bloodPressure":"120/80"})");
  cuff(R"({"bp":"120 / 80"})");
  cuff(R"({"nibpSystolic":120,"nibpDiastolic":80})");
  cuff(R"({"systolicBp":120,"diastolicBp":80,"bloodPressure":"999/999"})");
  cuff(R"({"systolicBp":120,"diastolicBp":80,"systolicAbp":null})");
  line(R"({"abp":{"systolic":120,"diastolic":80}})");
  line(R"({"abp":"120/80"})");
  line(R"({"systolicBp":120,"diastolicBp":80,"systolicAbp":120,"diastolicAbp":80})");
}

void TestPayloadVitals::findsBothPressures() {
  QFETCH(std::string, payload);
  QFETCH(MdcCode, systolic);
  QFETCH(MdcCode, diastolic);
  const auto events = plainEvents("vitals_updated", payload);
  QCOMPARE(events.size(), std::size_t(1));
  const auto* vitals = onlyEvent<Vitals>(events);
  QVERIFY(vitals != nullptr);
  const auto given = std::count_if(vitals->numerics.begin(), vitals->numerics.end(),
                                   [](const Numeric& numeric) { return numeric.value; });
  QCOMPARE(given, 2);
  QVERIFY(vitals->find(systolic) != nullptr);
  QVERIFY(vitals->find(diastolic) != nullptr);
  QCOMPARE(vitals->find(systolic)->value, std::optional(120.0));
  QCOMPARE(vitals->find(diastolic)->value, std::optional(80.0));
}

void TestPayloadVitals::aMissingValueIsNeitherZeroNorTheLast_data() {
  QTest::addColumn<std::string>("payload");
  for (const char* value : {"null", R"("")", R"("--")", R"("---")", R"("N/A")", R"("null")"})
    QTest::newRow(value) << std::string(R"({"spo2":)") + value + "}";
}

void TestPayloadVitals::aMissingValueIsNeitherZeroNorTheLast() {
  QFETCH(std::string, payload);
  const auto events = plainEvents("vitals_updated", payload);
  QCOMPARE(events.size(), std::size_t(1));
  const auto* vitals = onlyEvent<Vitals>(events);
  QVERIFY(vitals != nullptr);
  QVERIFY(vitals->find(mdc::kSpO2) != nullptr);
  QVERIFY(!vitals->find(mdc::kSpO2)->value);
  QCOMPARE(vitals->find(mdc::kSpO2)->validity, Validity::NotMeasured);
}

void TestPayloadVitals::anImpossibleValueIsANotice_data() {
  QTest::addColumn<std::string>("payload");
  QTest::addColumn<MdcCode>("code");
  QTest::addColumn<std::string>("quoted");
  const auto row = [](const char* payload, MdcCode code, const char* quoted) {
    QTest::newRow(payload) << std::string(payload) << code << std::string(quoted);
  };
  row(R"({"hr":401})", mdc::kHeartRate, "401");
  row(R"({"hr":-1})", mdc::kHeartRate, "-1");
  row(R"({"hr":1e308})", mdc::kHeartRate, "1e+308");
  row(R"({"hr":"NaN"})", mdc::kHeartRate, "nan");
  row(R"({"hr":"Infinity"})", mdc::kHeartRate, "inf");
  row(R"({"hr":"fast"})", mdc::kHeartRate, "fast");
  row(R"({"hr":"72 bpm"})", mdc::kHeartRate, "72 bpm");
  row(R"({"hr":true})", mdc::kHeartRate, "true or false");
  row(R"({"spo2":100.1})", mdc::kSpO2, "100.1");
  row(R"({"rr":201})", mdc::kRespiratoryRate, "201");
  row(R"({"temp":98.6})", mdc::kTemperature, "98.6");
  row(R"({"temp":0})", mdc::kTemperature, "0");
  row(R"({"sbp":401})", mdc::kNibpSystolic, "401");
  row(R"({"bp":"high"})", mdc::kNibpSystolic, "high");
  row(R"({"bp":"x/80"})", mdc::kNibpSystolic, "x");
}

void TestPayloadVitals::anImpossibleValueIsANotice() {
  QFETCH(std::string, payload);
  QFETCH(MdcCode, code);
  QFETCH(std::string, quoted);
  const auto events = plainEvents("vitals_updated", payload);
  const auto* vitals = onlyEvent<Vitals>(events);
  const auto* notice = onlyEvent<Notice>(events);
  QVERIFY(vitals != nullptr && notice != nullptr);
  QVERIFY(vitals->find(code) != nullptr);
  QVERIFY(!vitals->find(code)->value);
  QCOMPARE(notice->patient, std::optional(bedOne()));
  QVERIFY2(notice->message.find(quoted) != std::string::npos, notice->message.c_str());
  QVERIFY(notice->message.find(findMetric(code)->label) != std::string::npos);
}

void TestPayloadVitals::theGoodNumericsStayBesideABadOne() {
  const auto events = plainEvents("vitals_updated", R"({"hr":999,"spo2":97,"mood":"good"})");
  const auto* vitals = onlyEvent<Vitals>(events);
  QVERIFY(vitals != nullptr);
  QCOMPARE(vitals->numerics.size(), std::size_t(2));
  QCOMPARE(vitals->find(mdc::kSpO2)->value, std::optional(97.0));
  QVERIFY(onlyEvent<Notice>(events) != nullptr);
}

void TestPayloadVitals::valuesOfAnotherTimeOrMeaningAreNotTaken_data() {
  QTest::addColumn<std::string>("payload");
  for (const char* payload :
       {R"({"previous":{"heartRate":60}})", R"({"limits":{"vitals":{"heartRate":120}}})",
        R"({"heartRate":{"low":50,"high":120}})", R"({"history":[{"heartRate":60}]})",
        R"([{"heartRate":60}])", R"({"heartRate":[60,61]})", R"({})", R"({"mood":"good"})"})
    QTest::newRow(payload) << std::string(payload);
}

void TestPayloadVitals::valuesOfAnotherTimeOrMeaningAreNotTaken() {
  QFETCH(std::string, payload);
  const auto events = plainEvents("vitals_updated", payload);
  QCOMPARE(events.size(), std::size_t(1));
  QVERIFY(onlyEvent<Notice>(events) != nullptr);
}

void TestPayloadVitals::anUnreadablePayloadIsANotice_data() {
  QTest::addColumn<std::string>("payload");
  QTest::addColumn<std::string>("reason");
  const auto row = [](const char* name, const std::string& payload, const char* reason) {
    QTest::newRow(name) << payload << std::string(reason);
  };
  const auto nested = [](int levels) {
    std::string text;
    for (int i = 1; i < levels; ++i) text += R"({"data":)";
    text += R"({"hr":72})";
    return text + std::string(static_cast<std::size_t>(levels - 1), '}');
  };
  row("empty", "", "empty");
  row("blank", "  ", "no well-formed JSON");
  row("text", "heartRate=72", "no well-formed JSON");
  row("XML", "<hr>72</hr>", "no well-formed JSON");
  row("cut off", R"({"hr":7)", "no well-formed JSON");
  row("trailing text", R"({"hr":72} and more)", "no well-formed JSON");
  row("NaN", R"({"hr":NaN})", "no well-formed JSON");
  row("number beyond double", R"({"hr":1e999})", "no well-formed JSON");
  row("no UTF-8", "{\"hr\":\"\xff\"}", "no well-formed JSON");
  row("number", "72", "no JSON object");
  row("null", "null", "no JSON object");
  row("array", "[72]", "no JSON object");
  row("17 levels", nested(17), "nested deeper than 16");
  row("a million levels", std::string(200'000, '['), "no JSON object");
  row("a million objects", "{\"a\":" + std::string(200'000, '['), "nested deeper than 16");
  row("too long", "{\"hr\":72" + std::string(256 * 1024, ' ') + "}", "too long");
}

void TestPayloadVitals::anUnreadablePayloadIsANotice() {
  QFETCH(std::string, payload);
  QFETCH(std::string, reason);
  for (const char* type : {"vitals_updated", "alert_triggered", "order_changed"}) {
    const auto events = plainEvents(type, payload);
    QCOMPARE(events.size(), std::size_t(1));
    const auto* notice = onlyEvent<Notice>(events);
    QVERIFY(notice != nullptr);
    QCOMPARE(notice->patient, std::optional(bedOne()));
    QVERIFY2(notice->message.find(reason) != std::string::npos, notice->message.c_str());
    QVERIFY(notice->message.find(type) != std::string::npos);
  }
}

void TestPayloadVitals::aPayloadAboutAnotherPatientIsNotShown() {
  const std::string other = PatientId::fromName("bed 2").toString();
  const auto events = plainEvents("vitals_updated", R"({"PatientId":")" + other + R"(","hr":72})");
  QCOMPARE(events.size(), std::size_t(1));
  QVERIFY(onlyEvent<Notice>(events) != nullptr);
  const auto own =
      plainEvents("vitals_updated", R"({"PatientId":"{)" + bedOne().toString() + R"(}","hr":72})");
  QVERIFY(onlyEvent<Vitals>(own) != nullptr);
}

void TestPayloadVitals::timeComesFromThePayloadElseTheMessageElseTheReceipt_data() {
  QTest::addColumn<std::string>("payload");
  QTest::addColumn<qint64>("ofMessage");
  QTest::addColumn<qint64>("expected");
  const qint64 message = 1'767'268'800'000;
  const auto row = [](const char* payload, qint64 ofMessage, qint64 expected) {
    QTest::newRow(payload) << std::string(payload) << ofMessage << expected;
  };
  row(R"({"hr":72,"timestamp":1767268801000})", message, 1'767'268'801'000);
  row(R"({"hr":72,"Timestamp":"1767268801000"})", message, 1'767'268'801'000);
  row(R"({"hr":72,"timestamp":"2026-01-01T12:00:02Z"})", message, 1'767'268'802'000);
  row(R"({"hr":72,"timestamp":"soon"})", message, message);
  row(R"({"hr":72,"timestamp":-5})", message, message);
  row(R"({"hr":72,"timestamp":null})", message, message);
  row(R"({"hr":72})", message, message);
  row(R"({"hr":73})", 0, toUnixMillis(kReceived));
  row(R"({"hr":74})", -9'000'000'000'000'000'000, toUnixMillis(kReceived));
}

void TestPayloadVitals::timeComesFromThePayloadElseTheMessageElseTheReceipt() {
  QFETCH(std::string, payload);
  QFETCH(qint64, ofMessage);
  QFETCH(qint64, expected);
  const auto events = plainEvents("vitals_updated", payload, ofMessage);
  const auto* vitals = onlyEvent<Vitals>(events);
  QVERIFY(vitals != nullptr);
  QCOMPARE(toUnixMillis(vitals->sourceTime), expected);
  QCOMPARE(vitals->numerics[0].measuredAt, vitals->sourceTime);
}

QTEST_APPLESS_MAIN(TestPayloadVitals)
#include "tst_payload_vitals.moc"
