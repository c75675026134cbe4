// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "apps/vitalwall-probe/plain_rules.h"
#include "probe/moments.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::probe;
using protocol::JsonStyle;

namespace {

const PatientId kPatient = PatientId::fromName("a patient");
const AlertId kAlert = AlertId::fromName("an alert");

PlainMessage vitalsAt(Moment at) {
  return {kPatient.toString(), "vitals_updated", R"({"heartRate":80})", toUnixMillis(at.wall), {}};
}

PlainMessage alertAt(Moment at, const char* type, const std::string& members = {}) {
  return {kPatient.toString(),
          type,
          R"({"alertId":")" + kAlert.toString() + R"(")" + members + "}",
          toUnixMillis(at.wall),
          {}};
}

PlainMessage acknowledgedAt(Moment at) {
  return alertAt(at, "alert_acknowledged", R"(,"acknowledgedBy":"Ana")");
}

struct Fixture {
  explicit Fixture(JsonStyle style = JsonStyle::Camel) : rules(style, log, deadlines) {}

  QString first() const {
    return log.sentences().empty() ? QString() : QString::fromStdString(log.sentences().front());
  }

  ViolationLog log;
  Deadlines deadlines{log};
  PlainRules rules;
};

}  // namespace

class TestPlainRules : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void acceptsAWholeMessage() {
    Fixture f;
    f.rules.onSubscribed(kPatient, kStart);
    f.rules.onMessage(vitalsAt(after(10ms)), after(10ms));
    QCOMPARE(f.first(), QString());
  }

  void objectsTo_data() {
    QTest::addColumn<PlainMessage>("message");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, auto change, const QString& sentence) {
      auto message = vitalsAt(kStart);
      change(message);
      QTest::newRow(name) << message << sentence;
    };
    const auto name = nameOf();
    row(
        "no patient", [](auto& m) { m.patientId.clear(); },
        u"A message came without patient_id."_s);
    row(
        "no type", [](auto& m) { m.statusType.clear(); }, u"A message came without status_type."_s);
    row(
        "no payload", [](auto& m) { m.payload.clear(); }, u"A message came without payload."_s);
    row(
        "extension field", [](auto& m) { m.foreignFields = {17}; },
        u"Field 17 is none of the base contract, in %1."_s.arg(name));
    row(
        "no JSON", [](auto& m) { m.payload = "hr=80"; },
        u"The payload of %1 is no JSON."_s.arg(name));
    row(
        "other style", [](auto& m) { m.payload = R"({"HeartRate":80})"; },
        u"Member \"HeartRate\" of %1 is not as was asked for."_s.arg(name));
    row(
        "seconds for milliseconds", [](auto& m) { m.timestamp /= 1000; },
        u"Timestamp 1767225600 of %1 is -1765458374400 ms away from this machine's clock."_s.arg(
            name));
    const auto other = PatientId::fromName("somebody else").toString();
    row(
        "another patient", [&](auto& m) { m.patientId = other; },
        u"Patient \"%1\" was not subscribed."_s.arg(QString::fromStdString(other)));
  }
  void objectsTo() {
    QFETCH(const PlainMessage, message);
    QFETCH(const QString, sentence);
    Fixture f;
    f.rules.onSubscribed(kPatient, kStart);
    f.rules.onMessage(message, kStart);
    QCOMPARE(f.first(), sentence);
  }

  void wantsPascalMembersWhenAskedFor() {
    Fixture f(JsonStyle::Pascal);
    f.rules.onSubscribed(kPatient, kStart);
    f.rules.onMessage(vitalsAt(kStart), kStart);
    QVERIFY(f.first().contains(QStringLiteral("heartRate")));
  }

  void anOldAlertIsNoOldMeasurement() {
    Fixture f;
    f.rules.onSubscribed(kPatient, kStart);
    auto alert = acknowledgedAt(kStart);
    f.rules.onMessage(alert, after(24h));
    f.deadlines.forgetAll();
    QVERIFY(!f.first().contains(QStringLiteral("Timestamp")));
    alert.timestamp = toUnixMillis(after(48h).wall);
    Fixture g;
    g.rules.onSubscribed(kPatient, kStart);
    g.rules.onMessage(alert, after(1s));
    QVERIFY(g.first().contains(QStringLiteral("Timestamp")));
  }

  void anAlertIsAcknowledgedBySomebody() {
    Fixture f;
    f.rules.onSubscribed(kPatient, kStart);
    f.rules.onMessage(acknowledgedAt(kStart), kStart);
    QCOMPARE(f.first(), QString());
    f.rules.onMessage(alertAt(kStart, "alert_acknowledged"), kStart);
    QVERIFY(f.first().endsWith(QStringLiteral("is acknowledged by nobody.")));
  }

  void aClearedAlertStaysSo() {
    Fixture f;
    f.rules.onSubscribed(kPatient, kStart);
    for (const auto* type :
         {"alert_triggered", "alert_triggered", "alert_cleared", "alert_cleared"})
      f.rules.onMessage(alertAt(kStart, type), kStart);
    QCOMPARE(f.first(), QString());
    f.rules.onMessage(alertAt(kStart, "alert_triggered"), kStart);
    QVERIFY(f.first().endsWith(QStringLiteral("is open again after alert_cleared.")));
  }

  void silenceOfAPatientIsMissed() {
    Fixture f;
    f.rules.onSubscribed(kPatient, kStart);
    f.rules.onMessage(vitalsAt(after(14s)), after(14s));
    f.deadlines.onTime(after(29s).steady);
    QCOMPARE(f.first(), QString());
    f.deadlines.onTime(after(31s).steady);
    QVERIFY(f.first().startsWith(QStringLiteral("Missing: a status of patient")));
  }

  void vitalsComeOnceASecondAtMost() {
    Fixture f;
    f.rules.onSubscribed(kPatient, kStart);
    for (auto t = 0ms; t <= 20s; t += 1s) f.rules.onMessage(vitalsAt(after(t)), after(t));
    QCOMPARE(f.first(), QString());
    for (auto t = 20s; t <= 23s; t += 1s)
      for (int twice = 0; twice < 2; ++twice) f.rules.onMessage(vitalsAt(after(t)), after(t));
    QVERIFY(f.first().startsWith(QStringLiteral("More than one vitals_updated")));
  }

  void anAcknowledgeIsSeen() {
    Fixture f;
    f.rules.onSubscribed(kPatient, kStart);
    f.rules.onAcknowledgeSent(kAlert, after(1s));
    f.rules.onMessage(acknowledgedAt(after(2s)), after(2s));
    f.deadlines.onTime(after(5s).steady);
    QCOMPARE(f.first(), QString());
  }

  void anAcknowledgeWithoutAnswerIsMissed() {
    Fixture f;
    f.rules.onSubscribed(kPatient, kStart);
    f.rules.onAcknowledgeSent(kAlert, after(1s));
    auto triggered = acknowledgedAt(after(2s));
    triggered.statusType = "alert_triggered";
    f.rules.onMessage(triggered, after(2s));
    f.deadlines.onTime(after(5s).steady);
    QVERIFY(f.first().startsWith(QStringLiteral("Missing: alert_acknowledged for alert")));
  }

 private:
  static QString nameOf() {
    return QStringLiteral("vitals_updated of patient ") +
           QString::fromStdString(kPatient.toString());
  }
};

QTEST_APPLESS_MAIN(TestPlainRules)
#include "tst_plain_rules.moc"
