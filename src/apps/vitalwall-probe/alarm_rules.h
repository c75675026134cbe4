// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <set>

#include "apps/vitalwall-probe/violation_log.h"
#include "domain/server_event.h"

namespace vitalwall::probe {

/// Whether the alarm history of every patient hangs together: revisions rise over alerts and
/// settings, an episode that is over stays over, an acknowledgement has a name. Not thread-safe.
class AlarmRules {
 public:
  explicit AlarmRules(ViolationLog& log) : m_log(log) {}

  void onAlert(const Alert& alert);
  void onSettings(const AlarmSettings& settings);

  /// From here on every revision of the patient is above the cursor: one below would be lost to a
  /// station that resumes there.
  void onSnapshotEnd(const SnapshotEnd& end);

  /// All parts of one message were told. Alerts and settings of one message stand in lists of their
  /// own, so their revisions rise only within each.
  void endMessage();

 private:
  /// Revisions of a patient.
  struct Read {
    std::uint64_t before = 0;  ///< the newest of earlier messages; 0 while the snapshot comes
    std::uint64_t newest = 0;
    std::uint64_t settings = 0;
    bool isLive = false;
  };

  void checkRevision(Read& read, std::uint64_t revision, PatientId patient);
  void checkRise(std::uint64_t& newest, std::uint64_t revision, const std::string& what);
  void checkEnd(const Alert& alert);

  ViolationLog& m_log;
  std::map<PatientId, Read> m_read;
  std::map<AlertId, std::uint64_t> m_alerts;
  std::set<AlertId> m_over;
};

}  // namespace vitalwall::probe
