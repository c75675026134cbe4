// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

#include "detectors/condition_support.h"
#include "sources/recordings/recording.h"

namespace vitalwall::test {

/// What the detectors say of a recording whose waves are those numbered in `channels`; all if none.
inline std::vector<ConditionEvent> conditionsIn(const sources::Recording& recording,
                                                const std::vector<std::size_t>& channels = {}) {
  Patient patient;
  patient.id = PatientId::fromName(recording.name);
  std::vector<const sources::RecordedSignal*> waves;
  for (std::size_t i = 0; i < recording.waves.size(); ++i)
    if (channels.empty() || std::find(channels.begin(), channels.end(), i) != channels.end())
      waves.push_back(&recording.waves[i]);
  for (const auto* wave : waves) patient.waves.push_back(wave->channel);
  ConditionRun run(patient);
  for (std::size_t second = 0; second < static_cast<std::size_t>(recording.seconds()); ++second) {
    for (std::uint32_t i = 0; i < waves.size(); ++i) {
      const auto rate = static_cast<std::size_t>(waves[i]->channel.samplesPerSecond);
      const auto first = waves[i]->counts.begin() + static_cast<std::ptrdiff_t>(second * rate);
      run.push(i, second * rate, {first, first + static_cast<std::ptrdiff_t>(rate)});
    }
    run.look(static_cast<double>(second + 1));
  }
  return run.events;
}

}  // namespace vitalwall::test
