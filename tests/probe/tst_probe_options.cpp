// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "apps/vitalwall-probe/probe_options.h"

using namespace vitalwall;
using namespace vitalwall::probe;

namespace {

absl::StatusOr<ProbeOptions> parsed(const QString& commandLine) {
  return parseOptions(QStringLiteral("vitalwall-probe ").append(commandLine).split(u' '));
}

}  // namespace

class TestProbeOptions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theServerIsEnough() {
    const auto options = parsed(QStringLiteral("ward:50051"));
    QVERIFY(options.ok());
    QCOMPARE(options->target, std::string("ward:50051"));
    QVERIFY(options->patients.empty());
    QCOMPARE(options->streams, std::size_t(1));
    QVERIFY(!options->plain && !options->quiet && options->commands.empty());
    QVERIFY(!options->halfCloseAfter);
  }

  void readsEverything() {
    const auto id = PatientId::fromName("bed 1");
    const auto options = parsed(
        QStringLiteral("ward:1 --patient {%1} --streams 3 --seconds 7 --acknowledge first --plain "
                       "--json-style pascal --user Ana --count 12 --quiet")
            .arg(QString::fromStdString(id.toString()).toUpper()));
    QVERIFY2(options.ok(), options.status().ToString().c_str());
    QCOMPARE(options->patients, std::vector<PatientId>{id});
    QCOMPARE(options->streams, std::size_t(3));
    QCOMPARE(options->duration, std::chrono::seconds(7));
    QCOMPARE(options->halfCloseAfter, std::optional<std::uint64_t>(12));
    QVERIFY(options->plain && options->quiet);
    QCOMPARE(options->acknowledging, Acknowledging::First);
    QCOMPARE(options->style, protocol::JsonStyle::Pascal);
    QCOMPARE(options->user, std::string("Ana"));
  }

  void readsCommands() {
    const auto id = PatientId::fromName("bed 1");
    const auto text = QString::fromStdString(id.toString());
    const auto options =
        parsed(QStringLiteral("ward:1 --acknowledge all --note seen --pause-audio %1 --set-limits "
                              "%1,HR,50,120.5 --set-limits %1,150456,,")
                   .arg(text));
    QVERIFY2(options.ok(), options.status().ToString().c_str());
    QCOMPARE(options->acknowledging, Acknowledging::All);
    QCOMPARE(options->note, std::string("seen"));
    const std::vector<CommandBody> expected = {PauseAudio{.patient = id},
                                               SetLimits{id, mdc::kHeartRate, {50, 120.5, {}, {}}},
                                               SetLimits{id, mdc::kSpO2, {}}};
    QVERIFY(options->commands == expected);
  }

  void allMeansTheDirectory() {
    const auto options = parsed(QStringLiteral("ward:1 --patient all"));
    QVERIFY(options.ok());
    QVERIFY(options->patients.empty());
  }

  void readsLoad() {
    const auto options = parsed(QStringLiteral("ward:1 --load 300 --beds 32"));
    QVERIFY2(options.ok(), options.status().ToString().c_str());
    QVERIFY(options->load);
    QCOMPARE(options->load->stations, std::size_t(300));
    QCOMPARE(options->load->beds, std::size_t(32));
  }

  void refuses_data() {
    QTest::addColumn<QString>("commandLine");
    QTest::addColumn<QString>("hint");
    QTest::newRow("no server") << QStringLiteral("--plain") << QStringLiteral("HOST:PORT");
    QTest::newRow("two servers") << QStringLiteral("a:1 b:2") << QStringLiteral("HOST:PORT");
    QTest::newRow("no GUID") << QStringLiteral("a:1 --patient 7") << QStringLiteral("\"7\"");
    QTest::newRow("no number") << QStringLiteral("a:1 --seconds x") << QStringLiteral("--seconds");
    QTest::newRow("zero streams") << QStringLiteral("a:1 --streams 0")
                                  << QStringLiteral("--streams");
    QTest::newRow("negative") << QStringLiteral("a:1 --count -1") << QStringLiteral("--count");
    QTest::newRow("style") << QStringLiteral("a:1 --json-style kebab")
                           << QStringLiteral("--json-style");
    QTest::newRow("beds alone") << QStringLiteral("a:1 --beds 3") << QStringLiteral("--load");
    QTest::newRow("plain load") << QStringLiteral("a:1 --load 3 --plain")
                                << QStringLiteral("--plain");
    QTest::newRow("acknowledge some")
        << QStringLiteral("a:1 --acknowledge some") << QStringLiteral("--acknowledge");
    const auto id = QString::fromStdString(PatientId::fromName("bed 1").toString());
    QTest::newRow("nobody paused")
        << QStringLiteral("a:1 --pause-audio 7") << QStringLiteral("\"7\"");
    QTest::newRow("limits of nobody")
        << QStringLiteral("a:1 --set-limits 7,HR,1,2") << QStringLiteral("\"7\"");
    QTest::newRow("limits of nothing")
        << QStringLiteral("a:1 --set-limits %1,Mood,1,2").arg(id) << QStringLiteral("\"Mood\"");
    QTest::newRow("a word as limit")
        << QStringLiteral("a:1 --set-limits %1,HR,1,much").arg(id) << QStringLiteral("\"much\"");
    QTest::newRow("infinite limit")
        << QStringLiteral("a:1 --set-limits %1,HR,1,inf").arg(id) << QStringLiteral("a number");
    QTest::newRow("half a command")
        << QStringLiteral("a:1 --set-limits %1,HR").arg(id) << QStringLiteral("LOW,HIGH");
    QTest::newRow("plain commands")
        << QStringLiteral("a:1 --plain --pause-audio %1").arg(id) << QStringLiteral("--plain");
    QTest::newRow("unknown") << QStringLiteral("a:1 --loud") << QStringLiteral("loud");
  }
  void refuses() {
    QFETCH(const QString, commandLine);
    QFETCH(const QString, hint);
    const auto options = parsed(commandLine);
    QVERIFY(!options.ok());
    const auto message = QString::fromStdString(std::string(options.status().message()));
    QVERIFY2(message.contains(hint), qPrintable(message));
  }
};

QTEST_GUILESS_MAIN(TestProbeOptions)
#include "tst_probe_options.moc"
