// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <sstream>

#include "apps/vitalwall-probe/event_json.h"
#include "apps/vitalwall-probe/event_printer.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::probe;

namespace {

const PatientId kPatient = PatientId::fromName("a patient");
const WallTime kTime = fromUnixMillis(1'767'225'600'123);

QJsonObject parsed(const std::string& line) {
  return QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
}

Vitals someVitals() {
  return {kPatient,
          kTime,
          {{mdc::kHeartRate, Unit::BeatPerMinute, 81.0, Validity::Valid, kTime},
           {mdc::kSpO2, Unit::Percent, std::nullopt, Validity::LeadOff, kTime}}};
}

}  // namespace

class TestEventJson : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void vitalsNameTheirValues() {
    const auto json = parsed(toJson(ServerEvent(someVitals())));
    QCOMPARE(json[QStringLiteral("type")].toString(), QStringLiteral("vitals"));
    QCOMPARE(json[QStringLiteral("patient")].toString().toStdString(), kPatient.toString());
    QCOMPARE(json[QStringLiteral("time")].toInteger(), 1'767'225'600'123);
    const auto values = json[QStringLiteral("values")].toObject();
    QCOMPARE(values[QStringLiteral("HR")].toDouble(), 81.0);
    QVERIFY(values[QStringLiteral("SpO2")].isNull());
  }

  void wavesAreCountedNotListed() {
    const auto json = parsed(toJson(ServerEvent(WaveBlock{kPatient, 2, 500, kTime, {1, 2, 3}})));
    QCOMPARE(json[QStringLiteral("channel")].toInt(), 2);
    QCOMPARE(json[QStringLiteral("first")].toInt(), 500);
    QCOMPARE(json[QStringLiteral("samples")].toInt(), 3);
  }

  void anAlertTellsWhoAcknowledged() {
    Alert alert;
    alert.id = AlertId::fromName("an alert");
    auto json = parsed(toJson(ServerEvent(alert)));
    QVERIFY(json[QStringLiteral("acknowledgedBy")].isNull());
    alert.acknowledged = Acknowledgement{"Ana", kTime, "seen"};
    json = parsed(toJson(ServerEvent(alert)));
    QCOMPARE(json[QStringLiteral("acknowledgedBy")].toString(), QStringLiteral("Ana"));
    QCOMPARE(json[QStringLiteral("note")].toString(), QStringLiteral("seen"));
    QCOMPARE(json[QStringLiteral("alert")].toString().toStdString(), alert.id.toString());
  }

  void anAlertTellsItsState() {
    Alert alert;
    alert.state = AlertState::Latched;
    alert.cause = AlertCause::ValueMissing;
    alert.changedBy = "Kim";
    alert.group = "source sim";
    alert.recorded = false;
    const auto json = parsed(toJson(ServerEvent(alert)));
    QCOMPARE(json[QStringLiteral("active")].toBool(), true);
    QCOMPARE(json[QStringLiteral("state")].toString(), QStringLiteral("latched"));
    QCOMPARE(json[QStringLiteral("cause")].toString(), QStringLiteral("valueMissing"));
    QCOMPARE(json[QStringLiteral("changedBy")].toString(), QStringLiteral("Kim"));
    QCOMPARE(json[QStringLiteral("group")].toString(), QStringLiteral("source sim"));
    QCOMPARE(json[QStringLiteral("recorded")].toBool(), false);
  }

  void settingsNameTheirParameters() {
    AlarmSettings settings;
    settings.patient = kPatient;
    settings.revision = 7;
    settings.parameters = {{mdc::kHeartRate, {50, 120, {}, {}}, {}, AlarmOff{"wires", "A", {}}}};
    settings.audioPaused = TimedPause{"Kim", kTime, kTime};
    const auto json = parsed(toJson(ServerEvent(settings)));
    QCOMPARE(json[QStringLiteral("type")].toString(), QStringLiteral("alarm_settings"));
    QCOMPARE(json[QStringLiteral("revision")].toInt(), 7);
    const auto heartRate = json[QStringLiteral("parameters")][QStringLiteral("HR")];
    QCOMPARE(heartRate[QStringLiteral("high")].toDouble(), 120.0);
    QVERIFY(heartRate[QStringLiteral("extremeHigh")].isNull());
    QCOMPARE(heartRate[QStringLiteral("offReason")].toString(), QStringLiteral("wires"));
    QCOMPARE(json[QStringLiteral("audioPausedUntil")].toInteger(), toUnixMillis(kTime));
    QVERIFY(json[QStringLiteral("alarmsPausedUntil")].isNull());
    QVERIFY(json[QStringLiteral("news2")][QStringLiteral("consciousness")].isNull());
  }

  void aPlainPayloadIsGivenAsItCame() {
    const auto json = parsed(toJson(PlainMessage{"p", "vitals_updated", "{\"x\":1}", 5, {}}));
    QCOMPARE(json[QStringLiteral("status_type")].toString(), QStringLiteral("vitals_updated"));
    QCOMPARE(json[QStringLiteral("payload")].toString(), QStringLiteral("{\"x\":1}"));
  }

  void badUtf8IsRepaired() {
    const auto line = toJson(PlainMessage{"p", "x", "\xff\xfe", 5, {}});
    QVERIFY(!parsed(line).isEmpty());
  }

  void theSummaryCountsEvenWhenQuiet() {
    std::ostringstream out;
    EventPrinter printer(out, true);
    printer.print(ServerEvent(someVitals()), kTime + 4ms);
    printer.print(ServerEvent(ServerHeartbeat{kTime}), kTime);
    printer.printSummary(3, {"a sentence"});
    const auto json = parsed(out.str());
    QCOMPARE(json[QStringLiteral("events")].toInt(), 2);
    QCOMPARE(json[QStringLiteral("gaps")].toInt(), 3);
    QCOMPARE(json[QStringLiteral("vitals_latency_ms")][QStringLiteral("p99")].toInt(), 4);
    QCOMPARE(json[QStringLiteral("violations")][0].toString(), QStringLiteral("a sentence"));
  }
};

QTEST_APPLESS_MAIN(TestEventJson)
#include "tst_event_json.moc"
