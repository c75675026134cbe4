// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QTest>

#include "integration/daemon.h"
#include "integration/probe_report.h"
#include "integration/station.h"

using namespace Qt::Literals::StringLiterals;
using namespace vitalwall;
using namespace vitalwall::integration;

namespace {

constexpr int kPatienceMs = LineProcess::kPatienceMs;

#define VERIFY_SOON(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, kPatienceMs)

const auto kAlarmSoon = u"sim:4:scenario=asystole@1/1"_s;
const auto kQuietWard = u"sim:4:events=off"_s;

/// Heart rate of a station's first bed, if it is measured.
std::optional<double> heartRate(const Station& station) {
  if (station.ward().beds().rowCount() == 0) return std::nullopt;
  const auto& vitals = station.ward().beds().bed(0).vitals;
  const auto* numeric = vitals ? vitals->find(mdc::kHeartRate) : nullptr;
  return numeric ? numeric->value : std::nullopt;
}

bool isAcknowledgedBy(const Station& station, AlertId alert, const char* person) {
  const int row = station.ward().alarms().rowOf(alert);
  if (row < 0) return false;
  const auto& acknowledged = station.ward().alarms().row(row).alert.acknowledged;
  return acknowledged && acknowledged->by == person;
}

}  // namespace

/// vitalwalld as a process, stations with the real client and models, the probe as a process.
class TestEndToEnd : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aStationFillsFromTheServer() {
    Daemon daemon(kQuietWard);
    Station station(daemon.address(), "Ana Ruiz");
    VERIFY_SOON(station.isLive());
    QCOMPARE(station.ward().beds().rowCount(), 4);
    VERIFY_SOON(station.snapshotEnds() == 4);
    VERIFY_SOON(heartRate(station).value_or(0) > 0);
    VERIFY_SOON(station.samples() > 20'000);
    VERIFY_SOON(station.sentences().last().contains(u"4 patients"_s));
    QCOMPARE(station.waveJumps(), 0);
  }

  void anAcknowledgeReachesEverybody() {
    Daemon daemon(kAlarmSoon);
    Station first(daemon.address(), "Ana Ruiz");
    Station second(daemon.address(), "Bo");
    LineProcess plain(programPath(u"vitalwall-probe"_s),
                      {daemon.address(), u"--plain"_s, u"--seconds"_s, u"60"_s});
    VERIFY_SOON(first.alarm() && second.alarm());
    const auto alert = first.alarm()->alert.id;
    first.writer().acknowledge(alert);
    VERIFY_SOON(isAcknowledgedBy(first, alert, "Ana Ruiz"));
    VERIFY_SOON(isAcknowledgedBy(second, alert, "Ana Ruiz"));
    const auto line = plain.waitForLine(
        [](const QString& text) { return text.contains(u"alert_acknowledged"_s); });
    QVERIFY(line);
    const auto payload = payloadOf(*line);
    QCOMPARE(payload["alertId"_L1].toString().toStdString(), alert.toString());
    QCOMPARE(payload["acknowledgedBy"_L1].toString(), u"Ana Ruiz"_s);
  }

  void aKilledServerIsFoundAgainAndItsStateIsTaken() {
    std::optional<Daemon> daemon(std::in_place, kAlarmSoon);
    const auto port = daemon->port();
    Station station(daemon->address(), "Ana Ruiz");
    VERIFY_SOON(station.alarm());
    daemon->process().kill();
    VERIFY_SOON(!station.isLive());
    QVERIFY(station.alarm() && heartRate(station));  // what was known stays on the wall
    const auto lost = station.alarm()->alert.id;

    daemon.reset();
    daemon.emplace(kQuietWard, port);
    VERIFY_SOON(station.isLive());
    VERIFY_SOON(station.snapshotEnds() == 8);
    QCOMPARE(station.ward().alarms().rowOf(lost), -1);
    QCOMPARE(station.alarmList(), alarmsOf(*daemon));
  }

  void aRestartedServerIsResumedWithItsAlarms() {
    std::optional<Daemon> daemon(std::in_place, kQuietWard);
    const auto port = daemon->port();
    Station station(daemon->address(), "Ana Ruiz");
    VERIFY_SOON(station.isLive());
    QVERIFY(!station.alarm());
    daemon->process().kill();
    VERIFY_SOON(!station.isLive());
    daemon.reset();
    daemon.emplace(kAlarmSoon, port);
    VERIFY_SOON(station.alarm());
    const auto alert = station.alarm()->alert.id;
    station.writer().acknowledge(alert);
    VERIFY_SOON(isAcknowledgedBy(station, alert, "Ana Ruiz"));
    VERIFY_SOON(station.alarmList() == alarmsOf(*daemon));
  }

  void aStoppedServerSaysSo() {
    Daemon daemon(kQuietWard);
    Station station(daemon.address(), "Ana Ruiz");
    VERIFY_SOON(station.isLive());
    daemon.process().terminate();
    QCOMPARE(daemon.process().waitForExit(), std::optional<int>(0));
    VERIFY_SOON(!station.isLive());
    const auto told = station.sentences().filter(u"shutting down"_s);
    QVERIFY2(!told.isEmpty(), qPrintable(station.sentences().join(u'\n')));
  }

  void theContractHolds_data() {
    QTest::addColumn<QStringList>("options");
    QTest::newRow("extended") << QStringList{};
    QTest::newRow("extended, early half-close") << QStringList{u"--count"_s, u"5"_s};
    QTest::newRow("extended, ten streams") << QStringList{u"--streams"_s, u"10"_s};
    QTest::newRow("plain") << QStringList{u"--plain"_s};
    QTest::newRow("plain, PascalCase") << QStringList{u"--plain"_s, u"--json-style"_s, u"pascal"_s};
    QTest::newRow("plain, early half-close") << QStringList{u"--plain"_s, u"--count"_s, u"5"_s};
  }
  void theContractHolds() {
    QFETCH(const QStringList, options);
    Daemon daemon(kAlarmSoon);
    const auto report =
        runProbe(daemon.address(),
                 options + QStringList{u"--seconds"_s, u"7"_s, u"--acknowledge"_s, u"first"_s});
    const auto summary = QJsonDocument(report.summary).toJson(QJsonDocument::Compact);
    QVERIFY2(report.exitCode == 0, qPrintable(QString::fromUtf8(summary) + report.errors));
    QVERIFY2(report.summary["events"_L1].toInt() >= 5, summary.constData());
  }

  void aLoadIsCarried() {
    Daemon daemon(kQuietWard);
    const auto report = runProbe(
        daemon.address(), {u"--load"_s, u"12"_s, u"--beds"_s, u"3"_s, u"--seconds"_s, u"4"_s});
    const auto summary = QJsonDocument(report.summary).toJson(QJsonDocument::Compact);
    QVERIFY2(report.exitCode == 0, summary.constData());
    QCOMPARE(report.summary["live"_L1].toInt(), 12);
    QVERIFY(report.summary["vitals"_L1].toInt() >= 2 * 12 * 3);
    QVERIFY(report.summary["samples"_L1].toInt() > 10'000);
  }

 private:
  /// The server's own alarm list, as a new client is told it.
  static QStringList alarmsOf(const Daemon& daemon) {
    return runProbe(daemon.address(), {u"--seconds"_s, u"1"_s}).alarmList();
  }

  static QJsonObject payloadOf(const QString& probeLine) {
    const auto event = QJsonDocument::fromJson(probeLine.toUtf8()).object();
    return QJsonDocument::fromJson(event["payload"_L1].toString().toUtf8()).object();
  }
};

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "tst_end_to_end.moc"
