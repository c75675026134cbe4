// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "domain/alarm_repository.h"

namespace vitalwall {

/// An alarm record that can be written.
struct OpenedRecord {
  std::unique_ptr<AlarmRepository> repository;
  /// What people must know: the earlier record was damaged, and where it is now. Mostly empty.
  std::string notice;
};

/// Opens the record, in the thread that will use it.
using RecordOpener = std::function<absl::StatusOr<OpenedRecord>()>;

}  // namespace vitalwall
