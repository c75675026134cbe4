// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "apps/vitalwall-probe/alarm_rules.h"

using namespace vitalwall;
using namespace vitalwall::probe;

namespace {

const PatientId kPatient = PatientId::fromName("a patient");
const AlertId kAlert = AlertId::fromName("an alert");

Alert alertIn(std::uint64_t revision, const char* name = "an alert") {
  Alert alert;
  alert.id = AlertId::fromName(name);
  alert.patient = kPatient;
  alert.revision = revision;
  return alert;
}

AlarmSettings settingsIn(std::uint64_t revision) {
  AlarmSettings settings;
  settings.patient = kPatient;
  settings.revision = revision;
  return settings;
}

struct Fixture {
  /// The patient's snapshot has ended, and may be resumed at `revision`.
  void beLive(std::uint64_t revision) {
    rules.onSnapshotEnd({kPatient, Cursor{1, revision}, true});
    rules.endMessage();
  }
  QString first() const {
    return log.sentences().empty() ? QString() : QString::fromStdString(log.sentences().front());
  }

  ViolationLog log;
  AlarmRules rules{log};
};

}  // namespace

class TestAlarmRules : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aSnapshotMayComeInAnyOrder() {
    Fixture f;
    f.rules.onAlert(alertIn(9, "newer"));
    f.rules.endMessage();
    f.rules.onAlert(alertIn(2, "older"));
    f.rules.onSettings(settingsIn(5));
    f.beLive(9);
    QCOMPARE(f.first(), QString());
  }

  void revisionsOfAPatientRise_data() {
    QTest::addColumn<bool>("settings");
    QTest::addColumn<quint64>("revision");
    QTest::addColumn<bool>("kept");
    for (const bool settings : {false, true}) {
      const char* kind = settings ? "settings" : "alert";
      QTest::addRow("next %s", kind) << settings << quint64(10) << true;
      QTest::addRow("the cursor's %s", kind) << settings << quint64(9) << false;
      QTest::addRow("older %s", kind) << settings << quint64(3) << false;
    }
  }
  void revisionsOfAPatientRise() {
    QFETCH(const bool, settings);
    QFETCH(const quint64, revision);
    QFETCH(const bool, kept);
    Fixture f;
    f.beLive(9);
    if (settings)
      f.rules.onSettings(settingsIn(revision));
    else
      f.rules.onAlert(alertIn(revision));
    const auto sentence = QStringLiteral("Revision %1 of patient %2 came after 9.")
                              .arg(revision)
                              .arg(QString::fromStdString(kPatient.toString()));
    QCOMPARE(f.first(), kept ? QString() : sentence);
  }

  void alertsAndSettingsOfOneMessageAreTwoLists() {
    Fixture f;
    f.beLive(9);
    f.rules.onAlert(alertIn(11));
    f.rules.onSettings(settingsIn(10));
    f.rules.onSettings(settingsIn(12));
    f.rules.endMessage();
    QCOMPARE(f.first(), QString());
    f.rules.onAlert(alertIn(12));
    QVERIFY(f.first().endsWith(QStringLiteral("came after 12.")));
  }

  void eachListRises() {
    Fixture f;
    f.rules.onSettings(settingsIn(4));
    f.rules.onSettings(settingsIn(3));
    QVERIFY(f.first().startsWith(QStringLiteral("Revision 3 of the alarm settings")));
    Fixture g;
    g.rules.onAlert(alertIn(4));
    g.rules.onAlert(alertIn(3));
    QVERIFY(g.first().startsWith(QStringLiteral("Revision 3 of alert")));
  }

  void whatIsOverStaysOver_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("kept");
    QTest::newRow("active") << int(AlertState::Active) << false;
    QTest::newRow("latched") << int(AlertState::Latched) << false;
    QTest::newRow("recorded late") << int(AlertState::Inactive) << true;
  }
  void whatIsOverStaysOver() {
    QFETCH(const int, state);
    QFETCH(const bool, kept);
    Fixture f;
    auto alert = alertIn(1);
    alert.state = AlertState::Inactive;
    f.rules.onAlert(alert);
    alert.revision = 2;
    alert.state = static_cast<AlertState>(state);
    f.rules.onAlert(alert);
    QCOMPARE(f.first().isEmpty(), kept);
    QVERIFY(kept || f.first().endsWith(QStringLiteral("is open again after it was inactive.")));
  }

  void somebodyAcknowledges() {
    Fixture f;
    auto alert = alertIn(1);
    alert.acknowledged = Acknowledgement{"Ana", {}, {}};
    f.rules.onAlert(alert);
    QCOMPARE(f.first(), QString());
    alert.acknowledged->by.clear();
    f.rules.onAlert(alert);
    QCOMPARE(f.first(), QStringLiteral("Alert %1 is acknowledged by nobody.")
                            .arg(QString::fromStdString(kAlert.toString())));
  }
};

QTEST_APPLESS_MAIN(TestAlarmRules)
#include "tst_alarm_rules.moc"
