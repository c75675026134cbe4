// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "domain/alert.h"

namespace vitalwall::alarms {

/// The newest alert revisions in order, so that a station that was away can be told what it missed.
/// Bounded: the oldest are forgotten first. Not thread-safe.
class RevisionLog {
 public:
  explicit RevisionLog(std::size_t capacity = 10'000);

  /// `alert.revision` must be greater than all before it.
  void append(const Alert& alert);

  /// Every revision of `patient` after `revision`, oldest first; nullopt when some of them may be
  /// forgotten or `revision` was never given out, so that only a full snapshot helps.
  std::optional<std::vector<Alert>> after(PatientId patient, std::uint64_t revision) const;

 private:
  const std::size_t m_capacity;
  std::deque<Alert> m_alerts;
  std::uint64_t m_newest = 0;
  std::uint64_t m_forgotten = 0;  ///< the newest revision that is not kept any more
};

}  // namespace vitalwall::alarms
