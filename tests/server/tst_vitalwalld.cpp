// SPDX-License-Identifier: GPL-3.0-or-later
// The real program: its command line, its one line of output, and how it stops.
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include "protocol/request_codec.h"
#include "protocol/response_decoder.h"
#include "server/raw_client.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatience = 20'000;
constexpr const char* kOrderId = "6f1e3a52-0b7c-4f43-9d0e-0d2a7f1c9b11";

/// A vitalwalld process with its own output.
class Daemon {
 public:
  explicit Daemon(const QStringList& arguments) {
    process.start(program(), QStringList{u"--data"_s, u"none"_s} + arguments);
  }
  ~Daemon() {
    process.kill();
    process.waitForFinished();
  }

  static QString program() { return QStringLiteral(VITALWALL_BIN_DIR) + u"/vitalwalld"_s; }

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

/// The ids of all patients, as --list-patients prints them.
std::vector<PatientId> listedPatients(const QStringList& sources) {
  Daemon daemon(sources + QStringList{u"--list-patients"_s});
  std::vector<PatientId> ids;
  if (!daemon.waitForEnd()) return ids;
  for (const auto& line : daemon.process.readAllStandardOutput().trimmed().split('\n'))
    if (const auto id = PatientId::parse(line.split('\t')[0].toStdString())) ids.push_back(*id);
  return ids;
}

/// Reads until an order in this state comes.
std::optional<Order> awaitOrder(RawClient& client, OrderStatus status) {
  while (const auto bytes = client.read()) {
    const auto decoded = protocol::decodeResponse(*bytes, {});
    if (!decoded.ok()) return std::nullopt;
    for (const auto& event : decoded->events) {
      const auto* order = std::get_if<Order>(&event);
      if (order && order->id == OrderId::parse(kOrderId) && order->status == status) return *order;
    }
  }
  return std::nullopt;
}

/// All that the port answers to `request` before it closes.
QByteArray fetch(quint16 port, const QByteArray& request) {
  QTcpSocket socket;
  socket.connectToHost(u"127.0.0.1"_s, port);
  if (!socket.waitForConnected(kPatience)) return {};
  socket.write(request);
  while (socket.state() == QAbstractSocket::ConnectedState)
    if (!socket.waitForReadyRead(kPatience)) break;
  return socket.readAll();
}

void writeOrder(const QString& path, const char* status) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return;
  file.write(R"({"orders": [{"id": ")" + QByteArray(kOrderId) +
             R"(", "patient": "Bed 01", "description": "Heparin", "status": ")" +
             QByteArray(status) + R"("}]})");
  file.commit();
}

}  // namespace

class TestVitalwalld : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void metricsAreServed() {
    Daemon daemon({u"--source"_s, u"sim:3"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--metrics"_s,
                   u"127.0.0.1:0"_s});
    const auto address = daemon.address();
    QVERIFY(!address.isEmpty());
    RawClient client(address.toStdString(), {{"vitalwall-extension", "1"}});
    QVERIFY(client.write(protocol::encodeRequest({{}, Hello{"test", "1"}})));
    QVERIFY(client.read());
    const QRegularExpression place(u"metrics on http://127.0.0.1:([0-9]+)/metrics"_s);
    const auto match = place.match(QString::fromUtf8(daemon.process.readAllStandardError()));
    QVERIFY(match.hasMatch());
    const auto text = fetch(match.captured(1).toUShort(), "GET /metrics HTTP/1.1\r\n\r\n");
    QVERIFY2(text.startsWith("HTTP/1.1 200 OK\r\n"), text.constData());
    QVERIFY(text.contains("\nvitalwalld_patients 3\n"));
    QVERIFY(text.contains("\nvitalwalld_open_streams 1\n"));
    QVERIFY(fetch(match.captured(1).toUShort(), "GET / HTTP/1.1\r\n\r\n").contains("404"));
  }

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

  void ordersOfAFileReachTheStations() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"orders.json"_s);
    writeOrder(path, "active");
    const QStringList source{u"--source"_s, u"sim:1"_s};
    const auto patients = listedPatients(source);
    QCOMPARE(patients.size(), 1U);
    Daemon daemon(source + QStringList{u"--orders"_s, path, u"--listen"_s, u"127.0.0.1:0"_s});
    RawClient client(daemon.address().toStdString(), {{"vitalwall-extension", "1"}});
    QVERIFY(client.write(protocol::encodeRequest({{}, Subscribe{patients[0], {}}})));
    const auto order = awaitOrder(client, OrderStatus::Active);
    QVERIFY(order);
    QCOMPARE(order->description, std::string("Heparin"));
    writeOrder(path, "completed");
    QVERIFY(awaitOrder(client, OrderStatus::Completed));
  }

  void replaysRecordings() {
    const QString folder = QStringLiteral(VITALWALL_DATA_DIR) + u"/wfdb/mitdb"_s;
    if (!QDir(folder).exists()) QSKIP("the recordings are not on this machine");
    QVERIFY(!listedPatients({u"--source"_s, u"replay:"_s + folder}).empty());
  }

  /// Nobody reads the log any more: the monitoring goes on.
  void survivesAClosedLog() {
    Daemon daemon({});
    QVERIFY(daemon.waitForEnd());
    daemon.process.start(u"bash"_s, {u"-c"_s, u"exec "_s + Daemon::program() +
                                                  u" --source sim:1 --listen 127.0.0.1:0 "
                                                  "2> >(exec true)"_s});
    const std::string address = daemon.address().toStdString();
    QVERIFY(!address.empty());
    for (int i = 0; i < 5; ++i) {
      RawClient client(address);
      QVERIFY(client.write("\x0a\xff\xff"));
      QCOMPARE(client.finish().error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    }
  }

  /// protobuf would write a line for each.
  void textsThatAreNoUtf8AreCounted() {
    Daemon daemon({u"--source"_s, u"sim:1"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    const std::string address = daemon.address().toStdString();
    for (int i = 0; i < 3; ++i) {
      RawClient client(address);
      QVERIFY(client.write("\x0a\x03\x0a\x01\xff"));
      QCOMPARE(client.finish().error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    }
    daemon.process.terminate();
    QVERIFY(daemon.waitForEnd());
    const QByteArray log = daemon.process.readAllStandardError();
    QVERIFY2(log.contains("protobuf complaints 3"), log.constData());
    QVERIFY2(!log.contains("libprotobuf"), log.constData());
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
