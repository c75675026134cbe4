// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <mutex>

#include "domain/server_event.h"
#include "session/mailbox.h"
#include "session/recent_delays.h"
#include "session/server_clock.h"

namespace vitalwall::session {

/// Measures the link: the threads that see something happen tell it, with the moment. Thread-safe.
class LinkMeter {
 public:
  explicit LinkMeter(std::shared_ptr<const Clock> clock);

  /// A new stream, perhaps to another server with another clock.
  void noteStream();

  /// A heartbeat with this id is about to be sent.
  void noteBeat(CommandId id);
  /// True if the result answers a heartbeat: nobody else waits for it.
  bool noteAnswer(const CommandResult& result, SteadyTime receivedAt);

  void noteHeartbeat(const ServerHeartbeat& heartbeat, SteadyTime receivedAt);
  void noteVitals(const Vitals& vitals, SteadyTime receivedAt);
  /// ServerClock::earliest().
  std::optional<SteadyTime> earliest(WallTime serverTime, SteadyTime receivedAt);
  void noteLoss(std::uint64_t messages);

  /// The frame clock has taken `mail`; a frame that shows it was drawn by `drawnAt`, or none was.
  void noteMail(const Mail& mail, std::optional<SteadyTime> drawnAt);

  LinkFigures figures();

 private:
  struct Beat {
    CommandId id;
    SteadyTime sentAt{};
  };

  void measure(RecentDelays& delays, SteadyTime::duration delay, SteadyTime now);

  const std::shared_ptr<const Clock> m_clock;
  std::mutex m_mutex;
  LinkFigures m_counts;  ///< its counts only
  std::deque<Beat> m_beats;
  std::map<PatientId, WallTime> m_newest;  ///< source time of the patient's vitals on this stream
  std::optional<SteadyTime> m_vitalsAt;
  ServerClock m_serverClock;
  RecentDelays m_roundTrip;
  RecentDelays m_serverToStation;
  RecentDelays m_sourceToStation;
  RecentDelays m_stationToFrame;
};

}  // namespace vitalwall::session
