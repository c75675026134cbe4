// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QListView>
#include <QTest>

#include "apps/vitalwall/station_app.h"
#include "integration/base_server.h"
#include "ui/alarm_strip.h"

using namespace Qt::Literals::StringLiterals;
using namespace vitalwall;
using namespace vitalwall::integration;

namespace {

#define VERIFY_SOON(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, LineProcess::kPatienceMs)

const PatientId kPatient = PatientId::fromName("base patient");
const AlertId kAlert = AlertId::fromName("base alert");

QByteArray alertPayload() {
  return R"({"AlertId":")" + QByteArray::fromStdString(kAlert.toString()) +
         R"(","Severity":"High","Message":"HR 151 > 140"})";
}

/// The station as its user has it, without a display.
class OpenStation {
 public:
  explicit OpenStation(const QString& server)
      : m_app(optionsFor(server), std::make_shared<SystemClock>(), nullptr) {
    m_app.start();
    for (auto* widget : QApplication::topLevelWidgets())
      if (auto* window = qobject_cast<ui::MainWindow*>(widget)) m_window = window;
  }

  ui::MainWindow& window() const { return *m_window; }
  ui::AlarmStrip& alarms() const { return *m_window->findChild<ui::AlarmStrip*>(); }
  int alarmCount() const { return alarms().findChild<QListView*>()->model()->rowCount(); }

 private:
  static station::StationOptions optionsFor(const QString& server) {
    station::StationOptions options;
    options.servers = {server};
    options.patients = {kPatient};
    options.user = u"Ana Ruiz"_s;
    options.size = QSize(1024, 600);
    options.sound = false;
    return options;
  }

  station::StationApp m_app;
  ui::MainWindow* m_window = nullptr;
};

/// The real station program without a display; it tells its wall as text.
class TellingStation {
 public:
  explicit TellingStation(const QString& server)
      : m_process(programPath(u"vitalwall"_s),
                  {u"--server"_s, server, u"--patient"_s,
                   QString::fromStdString(kPatient.toString()), u"--summary"_s, u"--no-sound"_s}) {}

  /// True as soon as the wall shows `text`, from what it tells from now on.
  bool shows(const QString& text) {
    const auto isShown = [&](const QString& line) { return line.contains(text); };
    return m_process.waitForLine(isShown, m_process.lines().size()).has_value();
  }

  QString lastWords() const {
    return m_process.lines().mid(m_process.lines().size() - 5).join(u'\n') + m_process.errors();
  }

 private:
  LineProcess m_process;
};

#define VERIFY_SHOWN(station, text) \
  QVERIFY2((station).shows(text), qPrintable((station).lastWords()))

}  // namespace

/// The real station against a server of the base contract in another language.
class TestBaseServer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_server = std::make_unique<BaseServer>();
    QVERIFY2(m_server->port() != 0, qPrintable(m_server->errors()));
  }
  void cleanup() { m_server.reset(); }

  void theWallShowsForeignVitals() {
    TellingStation station(m_server->address());
    QVERIFY(m_server->waitForRequest(u"subscribe"_s, kPatient.toString()));
    VERIFY_SHOWN(station, u"HR 72"_s);
    VERIFY_SHOWN(station, u"RR 14"_s);
    m_server->push(kPatient, u"vitals_updated"_s, R"({"heart_rate":93,"respiratoryRate":null})");
    VERIFY_SHOWN(station, u"HR 93"_s);
    VERIFY_SHOWN(station, u"RR --"_s);
  }

  void whatCannotBeReadChangesNothing_data() {
    QTest::addColumn<QString>("statusType");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("no JSON") << u"vitals_updated"_s << QByteArray("hr=0");
    QTest::newRow("no object") << u"vitals_updated"_s << QByteArray("[0]");
    QTest::newRow("empty") << u"vitals_updated"_s << QByteArray();
    QTest::newRow("unknown type") << u"bed_cleaned"_s << QByteArray(R"({"heartRate":0})");
    QTest::newRow("no type") << QString() << QByteArray(R"({"heartRate":0})");
    QTest::newRow("alert without anything") << u"alert_triggered"_s << QByteArray("{");
  }
  void whatCannotBeReadChangesNothing() {
    QFETCH(const QString, statusType);
    QFETCH(const QByteArray, payload);
    TellingStation station(m_server->address());
    VERIFY_SHOWN(station, u"HR 72"_s);
    m_server->push(kPatient, statusType, payload);
    m_server->push(kPatient, u"order_changed"_s,
                   R"({"OrderId":"0f8fad5b-d9cb-469f-a165-70867728950e"})");
    VERIFY_SHOWN(station, u"HR 72"_s);
    VERIFY_SHOWN(station, u"alarms: 0"_s);
  }

  void anAlertIsShown() {
    TellingStation station(m_server->address());
    VERIFY_SHOWN(station, u"HR 72"_s);
    m_server->push(kPatient, u"alert_triggered"_s, alertPayload());
    VERIFY_SHOWN(station, u"*** HR 151 > 140"_s);
  }

  void theKeyAcknowledges() {
    OpenStation station(m_server->address());
    QVERIFY(m_server->waitForRequest(u"subscribe"_s, kPatient.toString()));
    m_server->push(kPatient, u"alert_triggered"_s, alertPayload());
    VERIFY_SOON(station.alarmCount() == 1);
    QVERIFY(QTest::qWaitForWindowActive(&station.window()));
    QTest::keyClick(&station.window(), Qt::Key_A);
    VERIFY_SOON(station.alarms().selected());
    QTest::keyClick(&station.window(), Qt::Key_A);
    QVERIFY(m_server->waitForRequest(u"acknowledge"_s, kAlert.toString()));

    m_server->push(kPatient, u"alert_acknowledged"_s, alertPayload());
    VERIFY_SOON(station.alarms().selected()->alert.acknowledged);
  }

  void aServerThatComesBackIsSubscribedAgain() {
    TellingStation station(m_server->address());
    VERIFY_SHOWN(station, u"HR 72"_s);
    const int port = m_server->port();
    m_server.reset();
    VERIFY_SHOWN(station, u"connection lost"_s);
    m_server = std::make_unique<BaseServer>(port);
    QCOMPARE(m_server->port(), port);
    QVERIFY(m_server->waitForRequest(u"subscribe"_s, kPatient.toString()));
    m_server->push(kPatient, u"vitals_updated"_s, R"({"HeartRate":88})");
    VERIFY_SHOWN(station, u"HR 88"_s);
  }

 private:
  std::unique_ptr<BaseServer> m_server;
};

QTEST_MAIN(TestBaseServer)
#include "tst_base_server.moc"
