// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/alarm_settings.h"
#include "storage/statement.h"

namespace vitalwall::storage {

/// The alarm settings of every patient in every revision.
class SettingsTable {
 public:
  explicit SettingsTable(const Connection& connection);

  /// Adds a revision, within the caller's transaction. One that is not newer than the patient's
  /// newest changes nothing.
  absl::Status store(const AlarmSettings& settings);

  /// The newest of each patient.
  absl::StatusOr<std::vector<AlarmSettings>> newest();
  /// 0 when there is none.
  absl::StatusOr<std::uint64_t> newestRevision();

 private:
  absl::StatusOr<bool> isNewer(const AlarmSettings& settings);
  absl::Status storeParameters(const AlarmSettings& settings);
  absl::Status readParameters(AlarmSettings& settings);

  Statement m_newestOfPatient;
  Statement m_store;
  Statement m_storeParameter;
  Statement m_newest;
  Statement m_parameters;
  Statement m_newestRevision;
};

}  // namespace vitalwall::storage
