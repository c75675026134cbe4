// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/replay_source.h"

#include <algorithm>
#include <utility>

namespace vitalwall::sources {
namespace {

constexpr Elapsed kVitalsPeriod = std::chrono::seconds(1);

bool isNameUnique(const std::vector<NamedRecording>& recordings, const std::string& name) {
  return std::count_if(recordings.begin(), recordings.end(), [&name](const NamedRecording& other) {
           return other.recording.name == name;
         }) == 1;
}

}  // namespace

ReplaySource::ReplaySource(std::vector<NamedRecording> recordings, std::string name)
    : m_name(std::move(name)) {
  std::vector<std::string> beds;
  beds.reserve(recordings.size());
  for (const auto& [path, recording] : recordings)
    beds.push_back(isNameUnique(recordings, recording.name) ? recording.name : path);
  for (std::size_t i = 0; i < recordings.size(); ++i) {
    m_players.emplace_back(std::move(recordings[i].recording), recordings[i].path,
                           std::move(beds[i]));
    m_descriptions.push_back(m_players.back().patient());
  }
}

void ReplaySource::advance(SteadyTime now, WallTime wallNow, SourceSink& sink) {
  if (!m_start) m_start = now;
  const Elapsed elapsed = now - *m_start;
  const ReplayPatient::WallAt wallAt = [&](Elapsed moment) {
    return wallNow - std::chrono::round<milliseconds>(elapsed - moment);
  };
  for (; m_nextVitals <= elapsed; m_nextVitals += kVitalsPeriod) {
    for (auto& player : m_players) {
      player.playWaves(m_nextVitals, wallAt, sink);
      player.playVitals(m_nextVitals, wallAt, sink);
    }
  }
  for (auto& player : m_players) player.playWaves(elapsed, wallAt, sink);
}

}  // namespace vitalwall::sources
