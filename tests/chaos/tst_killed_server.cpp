// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 while 200 alarms a second fire and about 50 acknowledges a second fly: what was published
// as recorded and what was confirmed is in the record, and no alarm is there twice. The number of
// lives of the server comes from VITALWALL_CHAOS_CYCLES (20).
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <random>

#include "chaos/storm_station.h"
#include "storage/alarm_record.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBeds = 64;
constexpr int kPeriodMs = 320;
constexpr int kPatienceMs = 30'000;
/// Acknowledges that are confirmed in one life.
constexpr std::size_t kFewest = 5;
constexpr std::size_t kMost = 60;

/// One life of the server, ended by kill -9.
class StormServer {
 public:
  explicit StormServer(const QString& folder) {
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(VITALWALL_TESTS_DIR) + u"/storm_server"_s,
                    {folder, QString::number(kBeds), QString::number(kPeriodMs)});
  }
  ~StormServer() { kill(); }

  StormServer(const StormServer&) = delete;
  StormServer& operator=(const StormServer&) = delete;

  /// HOST:PORT once it listens; empty when it does not.
  std::string address() {
    while (!m_process.canReadLine())
      if (!m_process.waitForReadyRead(kPatienceMs)) return {};
    return QString::fromUtf8(m_process.readLine()).trimmed().section(u' ', -1).toStdString();
  }

  void kill() {
    m_process.kill();
    m_process.waitForFinished(kPatienceMs);
  }

 private:
  QProcess m_process;
};

std::vector<Alert> allEpisodes(AlarmRepository& record) {
  std::vector<Alert> all;
  AlarmQuery query;
  for (;;) {
    const auto page = record.episodes(query);
    if (!page.ok()) qFatal("%s", page.status().ToString().c_str());
    if (page->empty()) return all;
    all.insert(all.end(), page->begin(), page->end());
    query.after = AlarmPlace{all.back().raisedAt, all.back().id};
  }
}

/// Pairs of episodes of one patient and condition that were open at the same time.
int overlaps(std::vector<Alert> episodes) {
  std::sort(episodes.begin(), episodes.end(), [](const Alert& a, const Alert& b) {
    return std::tuple(a.patient, a.key(), a.raisedAt) < std::tuple(b.patient, b.key(), b.raisedAt);
  });
  int count = 0;
  for (std::size_t i = 1; i < episodes.size(); ++i) {
    const Alert& before = episodes[i - 1];
    const Alert& after = episodes[i];
    if (before.patient != after.patient || before.key() != after.key()) continue;
    count += before.isOpen() || before.changedAt > after.raisedAt;
  }
  return count;
}

}  // namespace

class TestKilledServer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    const int cycles = qEnvironmentVariableIntValue("VITALWALL_CHAOS_CYCLES");
    for (int cycle = 0; cycle < (cycles > 0 ? cycles : 20); ++cycle) QVERIFY(live());
    std::sort(m_restartMs.begin(), m_restartMs.end());
    qInfo(
        "%zu recorded revisions and %zu confirmed acknowledges seen, %d acknowledges without an "
        "answer; first data after a restart: median %lld ms, at most %lld ms",
        m_testimony.recorded.size(), m_testimony.acknowledged.size(), m_testimony.unconfirmed,
        m_restartMs[m_restartMs.size() / 2], m_restartMs.back());
    QVERIFY(m_testimony.acknowledged.size() > 100);
    auto opened = storage::openRecord(m_folder.path().toStdString(), m_clock);
    QVERIFY2(opened.ok(), opened.status().ToString().c_str());
    QVERIFY2(opened->notice.empty(), opened->notice.c_str());
    m_record = std::move(opened->repository);
  }

  void everyPublishedRevisionIsRecorded() {
    AlertId alert;
    std::set<std::uint64_t> stored;
    for (const auto& [id, revision] : m_testimony.recorded) {
      if (id != alert || stored.empty()) {
        alert = id;
        stored.clear();
        const auto revisions = m_record->revisions(id);
        QVERIFY(revisions.ok());
        for (const auto& one : *revisions) stored.insert(one.revision);
      }
      QVERIFY2(stored.contains(revision), id.toString().c_str());
    }
  }

  void everyConfirmedAcknowledgeIsRecorded() {
    for (const auto& [id, person] : m_testimony.acknowledged) {
      const auto revisions = m_record->revisions(id).value();
      const bool isThere =
          std::any_of(revisions.begin(), revisions.end(), [&person = person](const Alert& alert) {
            return alert.acknowledged && alert.acknowledged->by == person;
          });
      QVERIFY2(isThere, id.toString().c_str());
    }
  }

  void noAlarmIsThereTwice() {
    const auto episodes = allEpisodes(*m_record);
    QVERIFY(episodes.size() > 100);
    QCOMPARE(overlaps(episodes), 0);
  }

 private:
  /// Starts the server, listens for a while and kills it in the middle.
  bool live() {
    QElapsedTimer started;
    started.start();
    StormServer server(m_folder.path());
    StormStation station(server.address(), "Ann", m_testimony);
    if (!station.watch(kBeds)) return false;
    while (!station.hasVitals())
      if (!station.step()) return false;
    m_restartMs.push_back(started.elapsed());
    const auto goal =
        m_testimony.acknowledged.size() + std::uniform_int_distribution(kFewest, kMost)(m_random);
    while (m_testimony.acknowledged.size() < goal)
      if (!station.step()) return false;
    server.kill();
    while (station.step()) continue;
    return true;
  }

  const SystemClock m_clock;
  QTemporaryDir m_folder;
  std::mt19937 m_random{1};
  StormTestimony m_testimony;
  std::vector<qint64> m_restartMs;
  std::unique_ptr<AlarmRepository> m_record;
};

QTEST_GUILESS_MAIN(TestKilledServer)
#include "tst_killed_server.moc"
