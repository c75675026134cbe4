// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "domain/clock.h"

namespace vitalwall {

using std::chrono::microseconds;

/// The delays of one hop in the last one to two minutes.
struct DelayFigures {
  std::uint64_t count = 0;  ///< of measurements; without any the others mean nothing
  microseconds p50{};
  microseconds p99{};
  microseconds longest{};

  bool operator==(const DelayFigures&) const = default;
};

/// The server's clock against the station's.
struct ClockOffset {
  milliseconds ahead{};  ///< how far the server's wall clock is ahead of the station's
  milliseconds error{};  ///< `ahead` is at most so far from the truth

  bool operator==(const ClockOffset&) const = default;
};

/// How good a station's link is. The counts are those since the program's start.
struct LinkFigures {
  std::optional<milliseconds> sinceVitals;  ///< since the newest vitals of any patient arrived
  DelayFigures roundTrip;                   ///< from this station to the server and back
  DelayFigures serverToStation;             ///< from the server's stamp to the arrival here
  /// From the source's stamp to the arrival here, if the source has the server's clock.
  DelayFigures sourceToStation;
  DelayFigures stationToFrame;  ///< from the arrival here to the end of drawing the frame
  std::optional<ClockOffset> serverClock;
  std::uint64_t connections = 0;      ///< streams that were begun, whatever became of them
  std::uint64_t lostMessages = 0;     ///< missing in the server's numbers
  std::uint64_t conflatedVitals = 0;  ///< replaced by newer ones before a frame took them
  std::uint64_t discardedBlocks = 0;  ///< of waves, for which there was no room
  std::uint64_t resentCommands = 0;   ///< told again to a new stream

  bool operator==(const LinkFigures&) const = default;
};

}  // namespace vitalwall
