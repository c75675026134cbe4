// SPDX-License-Identifier: GPL-3.0-or-later
// The real program: its command line, its one line of output, and how it stops.
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include "protocol/request_codec.h"
#include "server/raw_client.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatience = 20'000;

/// A vitalwalld process with its own output.
class Daemon {
 public:
  explicit Daemon(const QStringList& arguments) {
    process.start(QStringLiteral(VITALWALL_BIN_DIR) + u"/vitalwalld"_s, arguments);
  }
  ~Daemon() {
    process.kill();
    process.waitForFinished();
  }

  /// HOST:PORT once it listens; empty when it does not.
  QString address() {
    while (!process.canReadLine())
      if (!process.waitForReadyRead(kPatience)) return {};
    const QString line = QString::fromUtf8(process.readLine()).trimmed();
    return line.startsWith(u"listening on "_s) ? line.mid(13) : QString();
  }

  bool waitForEnd() { return process.waitForFinished(kPatience); }

  QProcess process;
};

}  // namespace

class TestVitalwalld : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void stopsOnSignal_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
  }

  void stopsOnSignal() {
    QFETCH(int, signal);
    Daemon daemon({u"--source"_s, u"sim:4"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    const QString address = daemon.address();
    QVERIFY2(!address.isEmpty(), daemon.process.readAllStandardError().constData());
    QVERIFY(!address.endsWith(u":0"_s));
    RawClient client(address.toStdString(), {{"vitalwall-extension", "1"}});
    QVERIFY(client.write(protocol::encodeRequest({{}, Hello{"test", "1"}})));
    QVERIFY(client.read());

    QElapsedTimer timer;
    timer.start();
    ::kill(static_cast<pid_t>(daemon.process.processId()), signal);
    const auto status = client.finish();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(status.error_code(), grpc::StatusCode::UNAVAILABLE);
    QCOMPARE(status.error_message(), std::string("the server is shutting down"));

    QVERIFY(daemon.waitForEnd());
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(daemon.process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(daemon.process.exitCode(), 0);
    QCOMPARE(daemon.process.readAllStandardOutput(), QByteArray());
  }

  void listsPatients() {
    Daemon daemon({u"--source"_s, u"sim:3"_s, u"--list-patients"_s});
    QVERIFY(daemon.waitForEnd());
    QCOMPARE(daemon.process.exitCode(), 0);
    const auto lines = daemon.process.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    for (const auto& line : lines) {
      const auto columns = line.split('\t');
      QCOMPARE(columns.size(), 4);
      QVERIFY(PatientId::parse(columns[0].toStdString()));
      QVERIFY(columns[1].startsWith("Bed "));
      QVERIFY(columns[3].contains("HR"));
    }
  }

  void wrongUsage_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("no source") << QStringList{} << 2 << QByteArray("--source sim:16");
    QTest::newRow("unknown option")
        << QStringList{u"--sources"_s} << 2 << QByteArray("Unknown option 'sources'");
    QTest::newRow("stray word") << QStringList{u"sim:4"_s} << 2 << QByteArray("\"sim:4\"");
    QTest::newRow("unknown source")
        << QStringList{u"--source"_s, u"hl7:x"_s} << 2 << QByteArray("\"hl7:x\" is no source");
    QTest::newRow("broken simulator")
        << QStringList{u"--source"_s, u"sim:0"_s} << 2 << QByteArray("sim");
    QTest::newRow("same source twice")
        << QStringList{u"--source"_s, u"sim:2"_s, u"--source"_s, u"sim:2"_s} << 2
        << QByteArray("same patient");
    QTest::newRow("open to the network")
        << QStringList{u"--source"_s, u"sim:2"_s, u"--listen"_s, u"0.0.0.0:0"_s} << 2
        << QByteArray("plain text");
    QTest::newRow("no recordings there") << QStringList{u"--source"_s, u"replay:/nowhere/at/all"_s}
                                         << 1 << QByteArray("/nowhere/at/all");
  }

  void wrongUsage() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    Daemon daemon(arguments);
    QVERIFY(daemon.waitForEnd());
    QTEST(daemon.process.exitCode(), "exitCode");
    QCOMPARE(daemon.process.readAllStandardOutput(), QByteArray());
    const QByteArray error = daemon.process.readAllStandardError();
    QVERIFY2(error.contains(sentence), error.constData());
  }

  void portThatIsTaken() {
    Daemon first({u"--source"_s, u"sim:1"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    const QString address = first.address();
    QVERIFY(!address.isEmpty());
    Daemon second({u"--source"_s, u"sim:1"_s, u"--listen"_s, address});
    QVERIFY(second.waitForEnd());
    QCOMPARE(second.process.exitCode(), 1);
    QVERIFY(second.process.readAllStandardError().contains("the port is taken"));
  }

  void helpAndVersion() {
    Daemon help({u"--help"_s});
    QVERIFY(help.waitForEnd());
    QCOMPARE(help.process.exitCode(), 0);
    QVERIFY(help.process.readAllStandardOutput().contains("--list-patients"));
    Daemon version({u"--version"_s});
    QVERIFY(version.waitForEnd());
    QCOMPARE(version.process.exitCode(), 0);
    QVERIFY(version.process.readAllStandardOutput().startsWith("vitalwalld "));
  }
};

QTEST_GUILESS_MAIN(TestVitalwalld)
#include "tst_vitalwalld.moc"
