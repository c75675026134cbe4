// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

/// The program as a user starts it, offscreen, with its own server.
class StationProgramTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void monitorsItsOwnWard();
  void watchesOnlyTheGivenPatient();
  void savesAPictureOfItsWindow();
  void saysWhenTheServerIsNotThere();
  void helpNeedsNoDisplay();
  void wrongUsageEndsWithTwo();
  void missingRecordingsEndWithOne();

 private:
  struct Result {
    int exitCode = -1;
    QString out;
    QString err;
  };
  static Result run(const QStringList& arguments, const QString& platform);
  static Result run(const QStringList& arguments) {
    return run(arguments, QStringLiteral("offscreen"));
  }
  /// The last block of lines that --summary printed.
  static QStringList lastSummary(const QString& out);
};

StationProgramTest::Result StationProgramTest::run(const QStringList& arguments,
                                                   const QString& platform) {
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
  environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
  QProcess process;
  process.setProcessEnvironment(environment);
  process.start(QStringLiteral(VITALWALL_BIN_DIR "/vitalwall"),
                arguments + QStringList{QStringLiteral("--no-sound")});
  if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) return {};
  return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
          QString::fromUtf8(process.readAllStandardError())};
}

QStringList StationProgramTest::lastSummary(const QString& out) {
  const auto blocks = out.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
  return blocks.isEmpty() ? QStringList()
                          : blocks.constLast().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void StationProgramTest::monitorsItsOwnWard() {
  const auto result =
      run({QStringLiteral("--beds"), QStringLiteral("3"), QStringLiteral("--summary"),
           QStringLiteral("--quit-after"), QStringLiteral("6")});
  QCOMPARE(result.exitCode, 0);
  const auto lines = lastSummary(result.out);
  QCOMPARE(lines.size(), 4);
  QVERIFY2(lines[0].contains(QStringLiteral("live  beds: 3")), qPrintable(lines[0]));
  const QRegularExpression value(QStringLiteral("SpO2 \\d\\d"));
  for (int bed = 1; bed <= 3; ++bed) QVERIFY2(lines[bed].contains(value), qPrintable(lines[bed]));
}

void StationProgramTest::watchesOnlyTheGivenPatient() {
  const auto result =
      run({QStringLiteral("--beds"), QStringLiteral("3"), QStringLiteral("--patient"),
           QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e"), QStringLiteral("--summary"),
           QStringLiteral("--quit-after"), QStringLiteral("4")});
  QCOMPARE(result.exitCode, 0);
  const auto lines = lastSummary(result.out);
  QCOMPARE(lines.size(), 2);
  QVERIFY2(lines[1].startsWith(QStringLiteral("0f8fad5b")), qPrintable(lines[1]));
}

void StationProgramTest::savesAPictureOfItsWindow() {
  const QTemporaryDir folder;
  const auto file = folder.filePath(QStringLiteral("wall.png"));
  const auto result = run({QStringLiteral("--beds"), QStringLiteral("4"), QStringLiteral("--size"),
                           QStringLiteral("1280x720"), QStringLiteral("--screenshot"), file,
                           QStringLiteral("--after"), QStringLiteral("3")});
  QCOMPARE(result.exitCode, 0);
  QCOMPARE(QImage(file).size(), QSize(1280, 720));
}

void StationProgramTest::saysWhenTheServerIsNotThere() {
  const auto result =
      run({QStringLiteral("--server"), QStringLiteral("127.0.0.1:1"), QStringLiteral("--summary"),
           QStringLiteral("--quit-after"), QStringLiteral("4")});
  QCOMPARE(result.exitCode, 0);
  const auto lines = lastSummary(result.out);
  QVERIFY(!lines.isEmpty());
  QVERIFY2(!lines[0].contains(QStringLiteral("live")), qPrintable(lines[0]));
}

void StationProgramTest::helpNeedsNoDisplay() {
  const auto result = run({QStringLiteral("--help")}, QStringLiteral("no-such-platform"));
  QCOMPARE(result.exitCode, 0);
  QVERIFY(result.out.contains(QStringLiteral("--server")));
}

void StationProgramTest::wrongUsageEndsWithTwo() {
  const auto result = run({QStringLiteral("--beds"), QStringLiteral("100")});
  QCOMPARE(result.exitCode, 2);
  QVERIFY2(result.err.contains(QStringLiteral("1 to 64")), qPrintable(result.err));
}

void StationProgramTest::missingRecordingsEndWithOne() {
  const auto result = run({QStringLiteral("--replay"), QStringLiteral("/no/such/folder")});
  QVERIFY(result.exitCode == 1 || result.exitCode == 2);
  QVERIFY2(result.err.contains(QStringLiteral("/no/such/folder")), qPrintable(result.err));
}

QTEST_GUILESS_MAIN(StationProgramTest)
#include "tst_station_program.moc"
