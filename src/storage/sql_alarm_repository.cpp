// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql_alarm_repository.h"

#include <algorithm>

namespace vitalwall::storage {
namespace {

template <typename Table, typename Record>
absl::Status storeAll(Table& table, const std::vector<Record>& records) {
  for (const Record& record : records)
    if (auto status = table.store(record); !status.ok()) return status;
  return absl::OkStatus();
}

/// Takes over what was read; the first error of several stays.
template <typename T>
void take(T& target, absl::StatusOr<T> read, absl::Status& status) {
  status.Update(read.status());
  if (read.ok()) target = *std::move(read);
}

}  // namespace

SqlAlarmRepository::SqlAlarmRepository(std::unique_ptr<Connection> connection,
                                       std::unique_ptr<FolderLock> lock)
    : m_lock(std::move(lock)),
      m_connection(std::move(connection)),
      m_alerts(*m_connection),
      m_settings(*m_connection),
      m_orders(*m_connection),
      m_audit(*m_connection),
      m_commands(*m_connection) {}

absl::StatusOr<AlarmArchive> SqlAlarmRepository::load() {
  AlarmArchive archive;
  absl::Status status;
  take(archive.open, m_alerts.open(), status);
  take(archive.settings, m_settings.newest(), status);
  take(archive.orders, m_orders.newest(), status);
  take(archive.commands, m_commands.all(), status);
  take(archive.revision, newestRevision(), status);
  if (!status.ok()) return status;
  return archive;
}

absl::StatusOr<std::uint64_t> SqlAlarmRepository::newestRevision() {
  auto ofAlerts = m_alerts.newestRevision();
  if (!ofAlerts.ok()) return ofAlerts;
  auto ofSettings = m_settings.newestRevision();
  if (!ofSettings.ok()) return ofSettings;
  return std::max(*ofAlerts, *ofSettings);
}

absl::StatusOr<std::vector<LostAcknowledgement>> SqlAlarmRepository::store(
    const AlarmRecord& record) {
  Transaction transaction(*m_connection);
  if (const auto status = transaction.begin(); !status.ok()) return status;
  auto lost = storeAlerts(record.alerts);
  if (!lost.ok()) return lost;
  if (const auto status = storeOthers(record); !status.ok()) return status;
  if (const auto status = transaction.commit(); !status.ok()) return status;
  return lost;
}

absl::StatusOr<std::vector<LostAcknowledgement>> SqlAlarmRepository::storeAlerts(
    const std::vector<Alert>& alerts) {
  std::vector<LostAcknowledgement> all;
  for (const Alert& alert : alerts) {
    auto lost = m_alerts.store(alert);
    if (!lost.ok()) return lost.status();
    if (*lost) all.push_back(**std::move(lost));
  }
  return all;
}

absl::Status SqlAlarmRepository::storeOthers(const AlarmRecord& record) {
  auto status = storeAll(m_settings, record.settings);
  if (status.ok()) status = storeAll(m_orders, record.orders);
  if (status.ok()) status = storeAll(m_audit, record.audit);
  if (status.ok()) status = storeAll(m_commands, record.commands);
  if (status.ok() && !record.commands.empty()) status = m_commands.trim();
  return status;
}

absl::StatusOr<std::vector<Alert>> SqlAlarmRepository::episodes(const AlarmQuery& query) {
  return m_alerts.episodes(query);
}

absl::StatusOr<std::vector<Alert>> SqlAlarmRepository::revisions(AlertId alert) {
  return m_alerts.revisions(alert);
}

}  // namespace vitalwall::storage
