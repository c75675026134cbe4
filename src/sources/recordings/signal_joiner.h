// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "sources/recordings/raw_signal.h"

namespace vitalwall::sources {

/// Joins the segments of a record into whole signals, matched by label. Where a segment lacks a
/// signal, or is a gap, the signal has kNoRawSample.
class SignalJoiner {
 public:
  /// Adds a segment of `frames` frames. InvalidArgument if a signal changes its rate or unit.
  absl::Status append(std::uint64_t frames, std::vector<RawSignal> segment);

  /// Adds `frames` frames in which nothing was recorded.
  void appendGap(std::uint64_t frames) { m_frames += frames; }

  /// Samples per frame of all signals together: what the joined record will need.
  std::uint64_t samplesPerFrame() const;

  /// The joined signals in order of first appearance. Exact if a signal's scale never changes;
  /// otherwise its samples are rounded to a sixteenth of the finest scale's step.
  std::vector<RawSignal> finish() &&;

 private:
  struct Piece {
    std::uint64_t firstFrame;
    RawSignal signal;
  };
  using Track = std::vector<Piece>;

  Track& trackFor(const RawSignal& signal, std::uint64_t firstFrame);
  RawSignal join(Track track) const;
  static void unifyScale(Track& track);

  std::uint64_t m_frames = 0;
  std::vector<Track> m_tracks;
};

}  // namespace vitalwall::sources
