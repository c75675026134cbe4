// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "apps/vitalwall-probe/violation_log.h"
#include "domain/clock.h"

namespace vitalwall::probe {

/// Things that the contract promises within a time. Each is named by what a person would miss, "a
/// heartbeat"; a name has one deadline at most. Not thread-safe.
class Deadlines {
 public:
  explicit Deadlines(ViolationLog& log) : m_log(log) {}

  /// `what` must come until `now` + `within`. Replaces an earlier deadline of the same name.
  void expect(const std::string& what, milliseconds within, SteadyTime now);

  /// `what` came at `now`; late counts as missed. False if nobody waited for it.
  bool meet(const std::string& what, SteadyTime now);

  /// Nobody waits for `what` any more.
  void forget(const std::string& what) { m_pending.erase(what); }
  void forgetAll() { m_pending.clear(); }

  /// Reports and forgets all that should have come before `now`.
  void onTime(SteadyTime now);

 private:
  struct Promise {
    SteadyTime by;
    milliseconds within;
  };

  void report(const std::string& what, const Promise& promise);

  ViolationLog& m_log;
  std::map<std::string, Promise> m_pending;
};

}  // namespace vitalwall::probe
