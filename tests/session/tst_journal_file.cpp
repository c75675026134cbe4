// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "session/journal_file.h"

using namespace Qt::Literals::StringLiterals;
using namespace vitalwall;
using namespace vitalwall::session;

namespace {

const JournalOwner kAna{u"ward-server:7443"_s, u"Ana Ruiz, \u0141\u00f3d\u017a"_s};
const JournalOwner kBo{u"ward-server:7443"_s, u"Bo"_s};
const JournalOwner kAnaElsewhere{u"other-server:7443"_s, kAna.user};

GivenCommand acknowledgeOf(const std::string& alert, int second = 0) {
  return {{CommandId::fromName("command " + alert),
           Acknowledge{AlertId::fromName(alert), "seen: caf\u00e9, line\nfeed"}},
          fromUnixMillis(1'795'000'000'000 + 1000 * second)};
}

GivenCommand limitsOf(const std::string& patient) {
  LimitPair limits;
  limits.high = 130;
  return {{CommandId::fromName(patient),
           SetLimits{PatientId::fromName(patient), mdc::kHeartRate, limits}},
          fromUnixMillis(1'795'000'000'000)};
}

using Commands = std::vector<GivenCommand>;

}  // namespace

class TestJournalFile : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { m_folder.emplace(); }

  void linesAreReadBack_data();
  void linesAreReadBack();
  void strangeLines_data();
  void strangeLines();
  void whatIsUnansweredIsTakenOver();
  void whatIsSettledIsForgotten();
  void whatIsStillOpenOutlivesTwoCrashes();
  void anotherOwnersCommandsAreOnlyCounted();
  void aTornLineSpoilsNothing();
  void twoStationsHaveTwoFiles();
  void theLockOfAKilledProgramIsNoLock();
  void aFolderThatCannotBeIsNoObstacle();
  void aLongShiftDoesNotGrowTheFile();

 private:
  std::unique_ptr<JournalFile> open(const JournalOwner& owner = kAna) const {
    return JournalFile::open(m_folder->path(), owner);
  }
  QString path() const { return m_folder->filePath(u"commands-1.journal"_s); }

  std::optional<QTemporaryDir> m_folder;
};

void TestJournalFile::linesAreReadBack_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<bool>("isSame");
  const auto row = [](const char* name, const auto& value) {
    const auto line = toLine(value);
    QTest::newRow(name) << line << (parseJournalLine(line) == JournalLine(value));
  };
  row("owner", kAna);
  row("owner without a name", JournalOwner{u"h:1"_s, {}});
  row("acknowledge", acknowledgeOf("1"));
  row("limits", limitsOf("1"));
  row("settled", SettledCommand{CommandId::fromName("1")});
}

void TestJournalFile::linesAreReadBack() {
  QFETCH(QByteArray, line);
  QFETCH(bool, isSame);
  QVERIFY(isSame);
  QCOMPARE(line.count('\n'), 1);
  QVERIFY(line.endsWith('\n'));
}

void TestJournalFile::strangeLines_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::newRow("empty") << QByteArray("\n");
  QTest::newRow("no line feed") << toLine(acknowledgeOf("1")).chopped(1);
  QTest::newRow("half") << toLine(acknowledgeOf("1")).left(30) + '\n';
  QTest::newRow("newer kind") << QByteArray("signed abc\n");
  QTest::newRow("no time") << QByteArray("given soon AAAA\n");
  QTest::newRow("no command") << QByteArray("given 1795000000000 AAAA\n");
  QTest::newRow("no id") << QByteArray("settled everything\n");
  QTest::newRow("owner of one word") << QByteArray("owner AAAA\n");
}

void TestJournalFile::strangeLines() {
  QFETCH(QByteArray, line);
  QVERIFY(std::holds_alternative<StrangeLine>(parseJournalLine(line)));
}

void TestJournalFile::whatIsUnansweredIsTakenOver() {
  const Commands given{acknowledgeOf("1"), limitsOf("2"), acknowledgeOf("3", 5)};
  {
    const auto journal = open();
    QVERIFY(journal);
    QVERIFY(journal->leftOver().empty());
    for (const auto& command : given) journal->add(command);
  }
  QVERIFY(open()->leftOver() == given);
}

void TestJournalFile::whatIsSettledIsForgotten() {
  {
    const auto journal = open();
    for (const auto* name : {"1", "2", "3"}) journal->add(acknowledgeOf(name));
    journal->retain({acknowledgeOf("2").command});
  }
  QVERIFY(open()->leftOver() == Commands{acknowledgeOf("2")});
}

// Between two starts the file is begun anew: that must not lose what has still no answer.
void TestJournalFile::whatIsStillOpenOutlivesTwoCrashes() {
  open()->add(acknowledgeOf("1"));
  QCOMPARE(open()->leftOver().size(), std::size_t(1));
  QCOMPARE(open()->leftOver().size(), std::size_t(1));
}

void TestJournalFile::anotherOwnersCommandsAreOnlyCounted() {
  open(kAna)->add(acknowledgeOf("1"));
  {
    const auto journal = open(kBo);
    QVERIFY(journal->leftOver().empty());
    QCOMPARE(journal->foreign(), std::size_t(1));
  }
  open(kBo)->add(acknowledgeOf("2"));
  QCOMPARE(open(kAnaElsewhere)->foreign(), std::size_t(1));  // the first was told once
}

void TestJournalFile::aTornLineSpoilsNothing() {
  open()->add(acknowledgeOf("1"));
  QFile file(path());
  QVERIFY(file.open(QIODevice::Append));
  file.write(toLine(acknowledgeOf("2")).chopped(7));
  file.close();
  QVERIFY(open()->leftOver() == Commands{acknowledgeOf("1")});
}

void TestJournalFile::twoStationsHaveTwoFiles() {
  const auto first = open();
  const auto second = open();
  QVERIFY(first && second);
  first->add(acknowledgeOf("1"));
  second->add(acknowledgeOf("2"));
  QCOMPARE(QDir(m_folder->path()).entryList({u"*.journal"_s}).size(), 2);
}

void TestJournalFile::theLockOfAKilledProgramIsNoLock() {
  QFile lock(path() + u".lock"_s);
  QByteArray words;
  {
    const auto journal = open();
    journal->add(acknowledgeOf("1"));
    QVERIFY(lock.open(QIODevice::ReadOnly));
    words = lock.readAll();
    lock.close();
  }
  QProcess gone;
  gone.start(QStringLiteral("true"), QStringList());
  QVERIFY(gone.waitForStarted());
  const auto pid = QByteArray::number(gone.processId());
  QVERIFY(gone.waitForFinished());
  QVERIFY(lock.open(QIODevice::WriteOnly));
  lock.write(pid + words.mid(words.indexOf('\n')));
  lock.close();
  QVERIFY(open()->leftOver() == Commands{acknowledgeOf("1")});
  QCOMPARE(QDir(m_folder->path()).entryList({u"*.journal"_s}).size(), 1);
}

void TestJournalFile::aFolderThatCannotBeIsNoObstacle() {
  QFile file(m_folder->filePath(u"a file"_s));
  QVERIFY(file.open(QIODevice::WriteOnly));
  QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"not kept on disk: no folder"_s));
  QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no journal can be locked"_s));
  QVERIFY(!JournalFile::open(file.fileName(), kAna));
}

void TestJournalFile::aLongShiftDoesNotGrowTheFile() {
  const auto journal = open();
  for (int i = 0; i < 2000; ++i) {
    journal->add(acknowledgeOf(std::to_string(i)));
    journal->retain({});
  }
  QVERIFY(QFileInfo(path()).size() < 70'000);
}

QTEST_GUILESS_MAIN(TestJournalFile)
#include "tst_journal_file.moc"
