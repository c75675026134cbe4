// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/recording_builder.h"

#include <utility>

#include "domain/concat.h"
#include "sources/recordings/display_range.h"
#include "sources/recordings/sample_counts.h"
#include "sources/recordings/signal_meaning.h"

namespace vitalwall::sources {
namespace {

// Patient categories as monitors use them: under 1 year as neonate (limits of an infant warn
// earliest), under 18 as child, unknown as adult.
AgeGroup ageGroupOf(std::optional<double> years) {
  if (!years) return AgeGroup::Adult;
  if (*years < 1) return AgeGroup::Neonate;
  return *years < 18 ? AgeGroup::Paediatric : AgeGroup::Adult;
}

RecordedSignal buildSignal(RawSignal raw, const SignalMeaning& meaning, double rate) {
  auto scaled = toCounts(std::exchange(raw.samples, {}));
  RecordedSignal signal;
  signal.samplesPerFrame = raw.samplesPerFrame;
  signal.channel.code = meaning.code;
  signal.channel.label = meaning.label;
  signal.channel.unit = meaning.unit;
  signal.channel.samplesPerSecond = rate;
  signal.channel.unitsPerCount = raw.unitsPerCount * scaled.step * meaning.factor;
  signal.channel.zero = (raw.zero + raw.unitsPerCount * scaled.offset) * meaning.factor;
  signal.counts = std::move(scaled.counts);
  const auto range = displayRange(signal.channel, signal.counts);
  signal.channel.displayLow = range.low;
  signal.channel.displayHigh = range.high;
  return signal;
}

}  // namespace

std::uint64_t Recording::sampleCount() const {
  std::uint64_t samples = 0;
  for (const auto* signals : {&waves, &trends})
    for (const auto& signal : *signals) samples += signal.counts.size();
  return samples;
}

absl::StatusOr<Recording> buildRecording(RawRecording raw) {
  if (raw.signals.empty() || raw.frames == 0)
    return absl::FailedPreconditionError(
        concat("The record ", raw.name, " holds no signals, so there is nothing to play."));
  Recording recording{.name = std::move(raw.name),
                      .framesPerSecond = raw.framesPerSecond,
                      .frames = raw.frames,
                      .ageGroup = ageGroupOf(raw.ageInYears),
                      .recordedAt = raw.recordedAt,
                      .waves = {},
                      .trends = {}};
  for (auto& signal : raw.signals) {
    const double rate = raw.framesPerSecond * signal.samplesPerFrame;
    const auto meaning = meaningOf(signal.label, signal.unit, rate);
    auto& kind = meaning.isTrend ? recording.trends : recording.waves;
    kind.push_back(buildSignal(std::move(signal), meaning, rate));
  }
  return recording;
}

}  // namespace vitalwall::sources
