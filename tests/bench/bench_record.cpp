// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast the alarm record is, each commit waiting for the disk: one transaction of so many
// revisions beside the disk alone (what a commit appends, then fdatasync), and the recorder of the
// server, which gathers what comes while the disk is busy. In the folder that is given, or here.
// Rows: benchmark | peer | value | ratio to the disk, or what the recorder gathered.
#include <fcntl.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QTemporaryDir>
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <future>
#include <thread>

#include "server/alarm_recorder.h"
#include "server/ward_thread.h"
#include "storage/alarm_record.h"
#include "storage/record_samples.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

constexpr auto kRoundTime = 3s;
constexpr std::size_t kAppended = 16'384;  // about four pages for each commit

const SystemClock kClock;

/// Alarms of 64 beds, each a new episode.
AlarmRecord nextRecord(int revisions) {
  static std::uint64_t number = 0;
  AlarmRecord record;
  for (int i = 0; i < revisions; ++i) {
    ++number;
    Alert alert = fullAlert(std::to_string(number), number);
    alert.patient = PatientId::fromName(std::to_string(number % 64));
    record.alerts.push_back(alert);
  }
  return record;
}

/// Does `act` again and again for a round; the time that one took.
template <typename Act>
microseconds timeOf(Act act) {
  const auto begin = kClock.steadyNow();
  int count = 0;
  for (; kClock.steadyNow() - begin < kRoundTime; ++count) act();
  return std::chrono::duration_cast<microseconds>(kClock.steadyNow() - begin) / count;
}

microseconds diskAlone(const QString& folder) {
  const int file = ::open((folder + QStringLiteral("/disk")).toLocal8Bit().constData(),
                          O_CREAT | O_WRONLY | O_APPEND, 0600);
  const std::string block(kAppended, 'x');
  const auto time = timeOf([&] {
    if (::write(file, block.data(), block.size()) < 0 || ::fdatasync(file) != 0) std::abort();
  });
  ::close(file);
  return time;
}

void compareCommits(const QString& folder) {
  const auto disk = diskAlone(folder);
  std::printf("16 kB on disk | write and fdatasync | %lld us | 1.00\n",
              static_cast<long long>(disk.count()));
  auto opened = storage::openRecord(folder.toStdString() + "/commits", kClock);
  for (const int revisions : {1, 10, 100, 1000}) {
    const auto time = timeOf([&] {
      if (!opened->repository->store(nextRecord(revisions)).ok()) std::abort();
    });
    std::printf("%d revisions in one transaction | store() | %lld us = %.0f commits/s | %.2f\n",
                revisions, static_cast<long long>(time.count()), 1e6 / double(time.count()),
                double(time.count()) / double(disk.count()));
  }
}

/// Counts transactions on their way to a repository.
class CountingRepository final : public AlarmRepository {
 public:
  CountingRepository(std::unique_ptr<AlarmRepository> inner, std::vector<std::size_t>& groups)
      : m_inner(std::move(inner)), m_groups(groups) {}

  absl::StatusOr<AlarmArchive> load() override { return m_inner->load(); }
  absl::StatusOr<std::vector<LostAcknowledgement>> store(const AlarmRecord& record) override {
    m_groups.push_back(record.alerts.size());
    return m_inner->store(record);
  }
  absl::StatusOr<std::vector<Alert>> episodes(const AlarmQuery& query) override {
    return m_inner->episodes(query);
  }
  absl::StatusOr<std::vector<Alert>> revisions(AlertId alert) override {
    return m_inner->revisions(alert);
  }

 private:
  const std::unique_ptr<AlarmRepository> m_inner;
  std::vector<std::size_t>& m_groups;
};

class Nobody final : public server::RecordObserver {
 public:
  void onStorageProblem(const std::string& sentence) override { std::puts(sentence.c_str()); }
  void onStorageRecovered(const std::string&) override {}
  void onRecordedLate(const server::LateRecord&) override {}
  void onOpenedLate(const server::RecordStart&) override {}
};

/// From record() to its report, on a ward thread as in the server.
class RecorderRound {
 public:
  RecorderRound(const QString& folder, int perSecond)
      : m_total(perSecond * int(kRoundTime / 1s)),
        m_pause(std::chrono::nanoseconds(1s) / perSecond),
        m_ward(kClock, m_counters),
        m_recorder(
            [this, folder]() -> absl::StatusOr<OpenedRecord> {
              auto opened = storage::openRecord(folder.toStdString(), kClock);
              if (!opened.ok()) return opened;
              return OpenedRecord{
                  std::make_unique<CountingRepository>(std::move(opened->repository), m_groups),
                  {}};
            },
            m_ward, kClock, m_nobody) {}

  void run() {
    if (!m_recorder.open().ok()) std::abort();
    m_ward.startTicking([this] { m_recorder.watch(); });
    auto next = kClock.steadyNow();
    for (int i = 0; i < m_total; ++i) {
      std::this_thread::sleep_until(next += m_pause);
      if (!m_ward.post([this] { recordOne(); })) std::abort();
    }
    m_finished.get_future().wait();
    m_ward.stop();
  }

  void print(int perSecond) {
    std::ranges::sort(m_delays);
    const auto at = [this](std::size_t percent) {
      return static_cast<long long>(m_delays[(m_delays.size() - 1) * percent / 100].count());
    };
    std::printf(
        "recorder at %d/s | record() to report | p50 %lld us, p99 %lld us, max %lld us, %d not in "
        "time | %zu transactions, %.1f records each, at most %zu\n",
        perSecond, at(50), at(99), at(100), m_late, m_groups.size(),
        double(m_total) / double(m_groups.size()), *std::ranges::max_element(m_groups));
  }

 private:
  void recordOne() {
    m_recorder.record(nextRecord(1), [this, begin = kClock.steadyNow()](const auto& report) {
      m_delays.push_back(std::chrono::duration_cast<microseconds>(kClock.steadyNow() - begin));
      if (!report.recorded) ++m_late;
      if (m_delays.size() == std::size_t(m_total)) m_finished.set_value();
    });
  }

  const int m_total;
  const std::chrono::nanoseconds m_pause;
  std::vector<std::size_t> m_groups;
  std::vector<microseconds> m_delays;
  int m_late = 0;
  std::promise<void> m_finished;
  server::ServerCounters m_counters;
  Nobody m_nobody;
  server::WardThread m_ward;
  server::AlarmRecorder m_recorder;
};

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  const QString place = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
  const QTemporaryDir folder(place + QStringLiteral("/bench_record-XXXXXX"));
  std::puts("benchmark | peer | value | ratio");
  compareCommits(folder.path());
  for (const int perSecond : {50, 250, 2000, 10'000}) {
    RecorderRound round(folder.filePath(QString::number(perSecond)), perSecond);
    round.run();
    round.print(perSecond);
  }
}
