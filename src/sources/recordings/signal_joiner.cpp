// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/signal_joiner.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "domain/concat.h"

namespace vitalwall::sources {
namespace {

bool hasSameScale(const RawSignal& a, const RawSignal& b) {
  return a.unitsPerCount == b.unitsPerCount && a.zero == b.zero;
}

// How far the signal reaches from `zero`, in its unit.
double reachFrom(double zero, const RawSignal& signal) {
  double reach = 0;
  for (const auto sample : signal.samples)
    if (sample != kNoRawSample)
      reach = std::max(reach, std::abs(signal.zero + sample * signal.unitsPerCount - zero));
  return reach;
}

void rescale(RawSignal& signal, double unitsPerCount, double zero) {
  for (auto& sample : signal.samples)
    if (sample != kNoRawSample)
      sample = static_cast<std::int32_t>(
          std::llround((signal.zero + sample * signal.unitsPerCount - zero) / unitsPerCount));
  signal.unitsPerCount = unitsPerCount;
  signal.zero = zero;
}

}  // namespace

absl::Status SignalJoiner::append(std::uint64_t frames, std::vector<RawSignal> segment) {
  for (auto& signal : segment) {
    auto& track = trackFor(signal, m_frames);
    if (!track.empty() && (track.front().signal.unit != signal.unit ||
                           track.front().signal.samplesPerFrame != signal.samplesPerFrame))
      return absl::InvalidArgumentError(
          concat("the signal \"", signal.label,
                 "\" changes its unit or sampling rate from one segment to the next"));
    track.push_back({m_frames, std::move(signal)});
  }
  m_frames += frames;
  return absl::OkStatus();
}

// Signals of one segment may share a label; each then has its own track.
SignalJoiner::Track& SignalJoiner::trackFor(const RawSignal& signal, std::uint64_t firstFrame) {
  const auto found = std::find_if(m_tracks.begin(), m_tracks.end(), [&](const Track& track) {
    return track.front().signal.label == signal.label && track.back().firstFrame != firstFrame;
  });
  return found != m_tracks.end() ? *found : m_tracks.emplace_back();
}

std::uint64_t SignalJoiner::samplesPerFrame() const {
  std::uint64_t samples = 0;
  for (const auto& track : m_tracks) samples += track.front().signal.samplesPerFrame;
  return samples;
}

std::vector<RawSignal> SignalJoiner::finish() && {
  std::vector<RawSignal> joined;
  joined.reserve(m_tracks.size());
  for (auto& track : m_tracks) joined.push_back(join(std::exchange(track, {})));
  return joined;
}

RawSignal SignalJoiner::join(Track track) const {
  unifyScale(track);
  RawSignal whole = track.front().signal;
  whole.samples.assign(m_frames * whole.samplesPerFrame, kNoRawSample);
  for (const auto& piece : track)
    std::copy(piece.signal.samples.begin(), piece.signal.samples.end(),
              whole.samples.begin() +
                  static_cast<std::ptrdiff_t>(piece.firstFrame * whole.samplesPerFrame));
  return whole;
}

void SignalJoiner::unifyScale(Track& track) {
  const double zero = track.front().signal.zero;
  double finest = track.front().signal.unitsPerCount;
  double reach = 0;
  bool differs = false;
  for (const auto& piece : track) {
    differs = differs || !hasSameScale(piece.signal, track.front().signal);
    finest = std::min(finest, piece.signal.unitsPerCount);
    reach = std::max(reach, reachFrom(zero, piece.signal));
  }
  if (!differs) return;
  const double unitsPerCount = std::max(finest / 16, reach / (1 << 30));
  for (auto& piece : track) rescale(piece.signal, unitsPerCount, zero);
}

}  // namespace vitalwall::sources
