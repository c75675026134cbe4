// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/mixer_state.h"

#include <algorithm>

namespace vitalwall::sound {
namespace {

bool isUsed(const MixerSink& sink, const MixerReading& reading) {
  return reading.stream ? sink.index == reading.stream->sink : sink.name == reading.defaultSink;
}

/// Factors of a cubic scale multiply as those of a linear one do.
double volumeOf(const MixerSink& sink, const std::optional<MixerStream>& stream) {
  if (!stream) return sink.volume;
  return sink.isFlat ? stream->volume : sink.volume * stream->volume;
}

}  // namespace

MixerState judge(const MixerReading& reading) {
  const auto& [sinks, defaultSink, stream] = reading;
  const auto sink = std::find_if(sinks.begin(), sinks.end(), [&reading](const MixerSink& each) {
    return isUsed(each, reading);
  });
  if (sink == sinks.end()) return MixerState::Unknown;
  if (sink->isMuted || (stream && stream->isMuted)) return MixerState::Muted;
  return volumeOf(*sink, stream) < kLeastMixerVolume ? MixerState::TooQuiet : MixerState::Audible;
}

std::string defaultSinkOf(const MixerReading& reading) {
  const bool isThere =
      std::any_of(reading.sinks.begin(), reading.sinks.end(),
                  [&reading](const MixerSink& sink) { return sink.name == reading.defaultSink; });
  return isThere ? reading.defaultSink : std::string();
}

}  // namespace vitalwall::sound
