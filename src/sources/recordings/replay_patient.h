// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "detectors/derived_numerics.h"
#include "domain/patient.h"
#include "domain/source.h"
#include "sources/recordings/play_loop.h"
#include "sources/recordings/recording.h"
#include "sources/recordings/trend_player.h"

namespace vitalwall::sources {

/// One recording in play: a patient whose monitor shows it as if it happened now.
class ReplayPatient {
 public:
  /// Wall time of a moment of the replay.
  using WallAt = std::function<WallTime(Elapsed)>;

  /// `identity` makes the patient's id: the same recording is the same patient after a restart.
  ReplayPatient(Recording recording, const std::string& identity, std::string bed);

  const Patient& patient() const { return m_patient; }

  /// Gives the waves measured since the last call and before `until`, in blocks of at most 1 s.
  void playWaves(Elapsed until, const WallAt& wallAt, SourceSink& sink);

  /// Gives the vitals at `now`: recorded trends first, then what is derived from the waves played
  /// so far. To be called once a second.
  void playVitals(Elapsed now, const WallAt& wallAt, SourceSink& sink);

 private:
  void playChannel(std::size_t channel, Elapsed until, const WallAt& wallAt, SourceSink& sink);
  std::vector<Numeric> numericsAt(Elapsed now, const WallAt& wallAt);

  Patient m_patient;
  PlayLoop m_loop;
  std::vector<RecordedSignal> m_waves;
  std::vector<std::uint64_t> m_played;  // samples, per wave
  std::vector<TrendPlayer> m_trends;
  detectors::DerivedNumerics m_derived;
};

}  // namespace vitalwall::sources
