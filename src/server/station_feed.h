// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "domain/command.h"
#include "server/hub.h"
#include "server/stream_writer.h"
#include "server/ward.h"

namespace vitalwall::server {

/// What one station is told of the patients it watches, in its dialect and at its pace. Ward
/// executor only.
class StationFeed : public Subscriber {
 public:
  /// The station watches `snapshot.patient` from now on, and is told all that is known.
  virtual void begin(const Snapshot& snapshot, SteadyTime now) = 0;

  /// The station does not watch `patient` any more.
  virtual void end(PatientId patient) = 0;

  virtual void answer(const CommandResult& result) = 0;
  virtual void setView(const SetView& view) = 0;

  /// All sources have given what belongs to this tick; `tick` is closed.
  virtual void endTick(BatchComposer& tick, SteadyTime now, WallTime wallNow) = 0;
};

/// `writer` must outlive the feed.
std::unique_ptr<StationFeed> makeFeed(Dialect dialect, StreamWriter& writer);

}  // namespace vitalwall::server
