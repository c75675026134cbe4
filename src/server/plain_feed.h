// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>

#include "server/station_feed.h"

namespace vitalwall::server {

/// For clients of the base contract: whole JSON messages; alerts and orders at once, each patient's
/// vitals at most once a second, and again when nothing changed for a while.
class PlainFeed final : public StationFeed {
 public:
  /// Average pace of changing vitals per patient.
  static constexpr std::chrono::milliseconds kFastest{1000};
  /// The contract's 15 s less a second for the way.
  static constexpr std::chrono::milliseconds kSilence{14'000};

  /// `dialect` is one of the plain ones.
  PlainFeed(Dialect dialect, StreamWriter& writer) : m_dialect(dialect), m_writer(writer) {}

  void begin(const Snapshot& snapshot, SteadyTime now) override;
  void end(PatientId patient) override;
  void endTick(BatchComposer& tick, SteadyTime now, WallTime wallNow) override;
  /// Plain clients know neither command results nor views.
  void answer(const CommandResult&) override {}
  void setView(const SetView&) override {}

  void onAlert(const Publication<Alert>& alert) override;
  /// Plain clients know no alarm settings.
  void onSettings(const Publication<AlarmSettings>&) override {}
  void onOrder(const Publication<Order>& order) override;

 private:
  struct Pace {
    VitalsPublication newest;
    bool changed = false;
    SteadyTime notBefore = SteadyTime::min();  ///< when a change may go out
    SteadyTime notAfter = SteadyTime::min();   ///< when the newest goes out again

    bool isDue(SteadyTime now) const { return changed ? now >= notBefore : now >= notAfter; }
    void change(VitalsPublication vitals);
    void sent(SteadyTime now);
  };

  void sendUrgent(SharedBytes bytes);

  const Dialect m_dialect;
  StreamWriter& m_writer;
  std::unordered_map<PatientId, Pace> m_paces;
};

}  // namespace vitalwall::server
