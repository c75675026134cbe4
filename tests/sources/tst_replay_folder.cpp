// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sources/recordings/replay_folder.h"
#include "sources/recordings_support.h"

using namespace vitalwall;
using namespace vitalwall::sources;

namespace {

std::vector<std::string> pathsOf(const ReplayFolder& folder) {
  std::vector<std::string> paths;
  for (const auto& recording : folder.recordings) paths.push_back(recording.path);
  return paths;
}

}  // namespace

class TestReplayFolder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void findsEveryRecordOnDisk() {
    NEEDS_RECORDINGS();
    const auto folder = openReplayFolder(test::dataFolder());
    QVERIFY2(folder.ok(), test::sentenceOf(folder));
    const auto headers = test::filesBelow(test::wfdbFolder(), QStringLiteral(".hea")).size();
    const auto edfs = test::filesBelow(test::dataFolder() / "edf", QStringLiteral("df")).size();
    const auto found = folder->recordings.size() + folder->refused.size();
    QCOMPARE(qsizetype(found), headers + edfs - 2);  // less the two segments of 041s
    QCOMPARE(folder->refused.size(), std::size_t(1));
    QCOMPARE(folder->refused[0].path, std::string("edf/SC4001EC-Hypnogram.edf"));
    const auto paths = pathsOf(*folder);
    QVERIFY(std::is_sorted(paths.begin(), paths.end()));
    QVERIFY(std::find(paths.begin(), paths.end(), "wfdb/mimicdb_041s/041s.hea") != paths.end());
    QVERIFY(std::find(paths.begin(), paths.end(), "wfdb/mimicdb_041s/041s01.hea") == paths.end());
  }

  void reportsWhatItRefusesAndPlaysTheRest() {
    const test::ScratchFolder scratch;
    scratch.write(QStringLiteral("good.hea"), "good 1 100 2\ngood.dat 16\n");
    scratch.write(QStringLiteral("good.dat"), test::stored16({1, 2}));
    scratch.write(QStringLiteral("bad.hea"), "bad 1 100 2\n../secret 16\n");
    scratch.write(QStringLiteral("notes.txt"), "not a record");
    const auto folder = openReplayFolder(scratch.path());
    QVERIFY2(folder.ok(), test::sentenceOf(folder));
    QCOMPARE(pathsOf(*folder), std::vector<std::string>{"good.hea"});
    QCOMPARE(folder->refused.size(), std::size_t(1));
    QVERIFY(test::sentenceOf(folder->refused[0].reason).contains("../secret"));
  }

  void opensOneFile() {
    NEEDS_RECORDINGS();
    const auto folder = openReplayFolder(test::wfdbFolder() / "mitdb" / "100s.hea");
    QVERIFY2(folder.ok(), test::sentenceOf(folder));
    QCOMPARE(pathsOf(*folder), std::vector<std::string>{"100s.hea"});
  }

  void saysWhyThereIsNothingToPlay() {
    const test::ScratchFolder scratch;
    QVERIFY(test::sentenceOf(openReplayFolder(scratch.path())).contains("no recording to play"));
    QVERIFY(test::sentenceOf(openReplayFolder(scratch.path("none"))).contains("no file or folder"));
    scratch.write(QStringLiteral("r.dat"), "x");
    QVERIFY(test::sentenceOf(openReplayFolder(scratch.path("r.dat"))).contains("ends in .hea"));
    scratch.write(QStringLiteral("bad.hea"), "bad 1 100 2\nq.dat 16\n");
    const auto sentence = test::sentenceOf(openReplayFolder(scratch.path()));
    QVERIFY2(sentence.contains("bad.hea: The file q.dat is missing."), sentence);
  }
};

QTEST_APPLESS_MAIN(TestReplayFolder)
#include "tst_replay_folder.moc"
