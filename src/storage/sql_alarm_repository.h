// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "domain/alarm_repository.h"
#include "storage/alert_table.h"
#include "storage/audit_table.h"
#include "storage/command_table.h"
#include "storage/connection.h"
#include "storage/folder_lock.h"
#include "storage/order_table.h"
#include "storage/settings_table.h"

namespace vitalwall::storage {

/// The alarm record in an SQL database whose schema is up to date (schema.h). For the one thread
/// that opened the connection.
class SqlAlarmRepository final : public AlarmRepository {
 public:
  /// `lock`, if any, is held as long as the connection is open.
  explicit SqlAlarmRepository(std::unique_ptr<Connection> connection,
                              std::unique_ptr<FolderLock> lock = nullptr);

  absl::StatusOr<AlarmArchive> load() override;
  absl::StatusOr<std::vector<LostAcknowledgement>> store(const AlarmRecord& record) override;
  absl::StatusOr<std::vector<Alert>> episodes(const AlarmQuery& query) override;
  absl::StatusOr<std::vector<Alert>> revisions(AlertId alert) override;

 private:
  absl::StatusOr<std::uint64_t> newestRevision();
  absl::StatusOr<std::vector<LostAcknowledgement>> storeAlerts(const std::vector<Alert>& alerts);
  absl::Status storeOthers(const AlarmRecord& record);

  const std::unique_ptr<FolderLock> m_lock;
  const std::unique_ptr<Connection> m_connection;
  AlertTable m_alerts;
  SettingsTable m_settings;
  OrderTable m_orders;
  AuditTable m_audit;
  CommandTable m_commands;
};

}  // namespace vitalwall::storage
