// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "apps/vitalwall/station_options.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::station;

class StationOptionsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void withoutArgumentsItSimulatesSixteenBeds();
  void serverOfTheUserReplacesTheOwnOne();
  void serverMayBeRepeated();
  void recordingsReplaceTheSimulation();
  void patientsMayBeRepeated();
  void screenOptions();
  void wrongUsage_data();
  void wrongUsage();

 private:
  static absl::StatusOr<StationOptions> parse(const QString& line) {
    return parseOptions(
        (QStringLiteral("vitalwall ") + line).split(QLatin1Char(' '), Qt::SkipEmptyParts));
  }
};

void StationOptionsTest::withoutArgumentsItSimulatesSixteenBeds() {
  const auto options = parse({});
  QVERIFY(options.ok());
  QVERIFY(options->servers.isEmpty());
  QCOMPARE(options->ward.sources, std::vector<std::string>{"sim:16"});
  QCOMPARE(options->theme, ui::Theme::dark());
  QVERIFY(!options->size.isValid());
  QVERIFY(!options->quitAfter);
  QVERIFY(!options->station.isEmpty());
}

void StationOptionsTest::serverOfTheUserReplacesTheOwnOne() {
  const auto options = parse(QStringLiteral("--server icu:50051 --user Kim --station Desk"));
  QVERIFY(options.ok());
  QCOMPARE(options->servers, QStringList{QStringLiteral("icu:50051")});
  QCOMPARE(options->user, QStringLiteral("Kim"));
  QCOMPARE(options->station, QStringLiteral("Desk"));
}

void StationOptionsTest::serverMayBeRepeated() {
  const auto options = parse(QStringLiteral("--server icu-a:50051,icu-b:50051 --server c:1"));
  QVERIFY(options.ok());
  QCOMPARE(options->servers, QStringLiteral("icu-a:50051 icu-b:50051 c:1").split(u' '));
}

void StationOptionsTest::recordingsReplaceTheSimulation() {
  const auto replayed = parse(QStringLiteral("--replay a --replay b"));
  QCOMPARE(replayed->ward.sources, (std::vector<std::string>{"replay:a", "replay:b"}));
  const auto both = parse(QStringLiteral("--replay a --beds 4"));
  QCOMPARE(both->ward.sources, (std::vector<std::string>{"replay:a", "sim:4"}));
}

void StationOptionsTest::patientsMayBeRepeated() {
  const auto options =
      parse(QStringLiteral("--patient 0F8FAD5BD9CB469FA16570867728950E "
                           "--patient {7c9e6679-7425-40de-944b-e07fc1f90ae7}"));
  QVERIFY(options.ok());
  QCOMPARE(options->patients.size(), 2U);
  QCOMPARE(options->patients[0], *PatientId::parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
}

void StationOptionsTest::screenOptions() {
  const auto options = parse(QStringLiteral(
      "--theme light --text-scale 150 --size 1920x1080 --screenshot a.png --after 2.5 "
      "--quit-after 9 --summary --open Bed1 --no-sound"));
  QVERIFY(options.ok());
  QCOMPARE(options->theme.wall, ui::Theme::light().wall);
  QCOMPARE(options->theme.textScale, 1.5);
  QCOMPARE(options->size, QSize(1920, 1080));
  QVERIFY(options->screenshotAfter == 2500ms);
  QVERIFY(options->quitAfter == 9s);
  QVERIFY(options->summary);
  QVERIFY(!options->sound);
  QCOMPARE(options->openBed, QStringLiteral("Bed1"));
}

void StationOptionsTest::wrongUsage_data() {
  QTest::addColumn<QString>("line");
  QTest::addColumn<QString>("word");  // what the sentence must name
  const auto row = [](const char* line, const char* word) {
    QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(word);
  };
  row("--colour red", "colour");
  row("ward", "ward");
  row("--server icu", "HOST:PORT");
  row("--server :50051", "HOST:PORT");
  row("--server icu:0", "HOST:PORT");
  row("--server icu:1,b", "\"b\"");
  row("--server ,", "HOST:PORT");
  row("--server icu:70000", "HOST:PORT");
  row("--server icu:1 --beds 4", "--beds");
  row("--server icu:1 --replay a", "--replay");
  row("--beds 0", "1 to 64");
  row("--beds 65", "1 to 64");
  row("--beds many", "many");
  row("--patient Bed7", "Bed7");
  row("--patient 00000000-0000-0000-0000-000000000000", "00000000");
  row("--theme pink", "pink");
  row("--text-scale 79", "80 to 200");
  row("--size 1920", "1920x1080");
  row("--size 100x100", "100x100");
  row("--after 0", "--after");
  row("--quit-after soon", "soon");
}

void StationOptionsTest::wrongUsage() {
  QFETCH(QString, line);
  QFETCH(QString, word);
  const auto options = parse(line);
  QVERIFY(!options.ok());
  QCOMPARE(options.status().code(), absl::StatusCode::kInvalidArgument);
  const auto sentence = QString::fromStdString(std::string(options.status().message()));
  QVERIFY2(sentence.contains(word), qPrintable(sentence));
  QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(StationOptionsTest)
#include "tst_station_options.moc"
