// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/source.h"
#include "sources/simulator/body.h"

namespace vitalwall::sources {

/// Samples the waves of one patient and keeps them in blocks until they are taken.
class WaveRecorder {
 public:
  WaveRecorder(PatientId patient, const Sensors& sensors);

  /// The channels that these sensors give, in the order of Patient::waves.
  static std::vector<WaveChannel> channelsOf(const Sensors& sensors);

  /// Takes the samples that are due at `tick`. Without electrodes ECG and respiration are gaps.
  void record(const BodySignals& signals, bool electrodesAttached, Tick tick);

  /// Gives every block that has samples, stamped by `epochWall` (the wall time of tick 0), and
  /// starts new ones.
  void giveTo(SourceSink& sink, WallTime epochWall);

  /// Forgets what was recorded; keeps the memory.
  void clear();

 private:
  struct Track {
    WaveChannel channel;
    Tick ticksPerSample = 1;
    double BodySignals::*signal = nullptr;
    bool needsElectrodes = false;
  };
  static std::vector<Track> tracksOf(const Sensors& sensors);

  std::vector<Track> m_tracks;
  std::vector<WaveBlock> m_blocks;
};

}  // namespace vitalwall::sources
