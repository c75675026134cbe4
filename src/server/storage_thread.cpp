// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage_thread.h"

#include <unordered_set>
#include <utility>

namespace vitalwall::server {
namespace {

/// The keys of `all`, each once, in the order of their coming.
template <typename T, typename KeyOf>
auto distinct(const std::vector<T>& all, KeyOf keyOf) {
  using Key = decltype(keyOf(all.front()));
  std::vector<Key> keys;
  std::unordered_set<Key> seen;
  for (const T& element : all)
    if (seen.insert(keyOf(element)).second) keys.push_back(keyOf(element));
  return keys;
}

absl::StatusOr<RecordStart> load(const OpenedRecord& opened) {
  auto archive = opened.repository->load();
  if (!archive.ok()) return archive.status();
  return RecordStart{*std::move(archive), opened.notice};
}

}  // namespace

StorageThread::StorageThread(RecordOpener opener, Client& client)
    : m_opener(std::move(opener)),
      m_client(client),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

StorageThread::~StorageThread() {
  m_thread.request_stop();
  m_thread.join();
}

void StorageThread::store(AlarmRecord record, std::uint64_t ticket) {
  {
    const std::lock_guard lock(m_mutex);
    m_backlog.append(std::move(record));
    m_ticket = ticket;
  }
  m_wake.notify_one();
}

void StorageThread::retry() {
  {
    const std::lock_guard lock(m_mutex);
    m_retry = true;
  }
  m_wake.notify_one();
}

bool StorageThread::ask(Read read) {
  {
    const std::lock_guard lock(m_mutex);
    if (m_reads.size() >= kMaxReads) return false;
    m_reads.push_back(std::move(read));
  }
  m_wake.notify_one();
  return true;
}

/// The repository is made, used and destroyed in this thread, to which its connection belongs.
void StorageThread::run(const std::stop_token& stop) {
  open();
  for (Work work = awaitWork(stop); work != Work::End; work = awaitWork(stop)) {
    if (work == Work::Retry) retryNow();
    if (work == Work::Store) attempt();
    if (work == Work::Read) answerOne();
  }
  if (m_repository && hasBacklog()) attempt();
  m_repository.reset();
}

/// Writing goes before reading: a query never makes an alarm late twice.
StorageThread::Work StorageThread::awaitWork(const std::stop_token& stop) {
  std::unique_lock lock(m_mutex);
  const auto canStore = [this] { return !m_resting && !m_backlog.isEmpty(); };
  m_wake.wait(lock, stop, [&] { return m_retry || canStore() || !m_reads.empty(); });
  if (stop.stop_requested()) return Work::End;
  if (std::exchange(m_retry, false)) return Work::Retry;
  return canStore() ? Work::Store : Work::Read;
}

bool StorageThread::open() {
  auto opened = m_opener();
  const auto start = opened.ok() ? load(*opened) : opened.status();
  if (start.ok()) m_repository = std::move(opened->repository);
  {
    const std::lock_guard lock(m_mutex);
    m_resting = !start.ok();
  }
  m_client.onOpened(start);
  return start.ok();
}

void StorageThread::retryNow() {
  if (m_repository || open()) attempt();
}

void StorageThread::attempt() {
  Batch batch = takeBatch();
  auto lost = m_repository->store(batch.record);
  m_client.onAttempt(lost.ok() ? stored(batch, *std::move(lost))
                               : refused(std::move(batch), lost.status()));
}

bool StorageThread::hasBacklog() {
  const std::lock_guard lock(m_mutex);
  return !m_backlog.isEmpty();
}

StorageThread::Batch StorageThread::takeBatch() {
  const std::lock_guard lock(m_mutex);
  return {m_ticket, m_backlog.take()};
}

StorageThread::Attempt StorageThread::stored(const Batch& batch,
                                             std::vector<LostAcknowledgement> lost) {
  const std::lock_guard lock(m_mutex);
  m_resting = false;
  return {.ticket = batch.ticket,
          .status = absl::OkStatus(),
          .alerts = distinct(batch.record.alerts, [](const Alert& it) { return it.id; }),
          .settings =
              distinct(batch.record.settings, [](const AlarmSettings& it) { return it.patient; }),
          .lost = std::move(lost),
          .dropped = m_backlog.takeDropped()};
}

StorageThread::Attempt StorageThread::refused(Batch batch, const absl::Status& status) {
  const std::lock_guard lock(m_mutex);
  m_resting = true;
  m_backlog.putBack(std::move(batch.record));
  return {.ticket = batch.ticket,
          .status = status,
          .alerts = {},
          .settings = {},
          .lost = {},
          .dropped = {}};
}

void StorageThread::answerOne() {
  std::unique_lock lock(m_mutex);
  const Read read = std::move(m_reads.front());
  m_reads.pop_front();
  lock.unlock();
  read(m_repository.get());
}

}  // namespace vitalwall::server
