// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include "ui/wall/tile_content.h"

namespace vitalwall::test {

/// A ward of made-up patients whose tiles look like a real one: waves, values, alarms in every
/// state, marks, stale and missing values. The same calls give the same ward.
class DemoWard {
 public:
  /// `beds` beds with waves that begin at source time 0 and rings of `seconds`.
  DemoWard(int beds, const ui::Theme& theme, double seconds);

  /// Measures all waves up to source time `seconds` and puts what is new in the rings.
  void advanceTo(double seconds);

  int beds() const { return int(m_beds.size()); }
  const ui::TileContent& content(int bed) const { return m_beds[std::size_t(bed)].content; }
  const std::vector<ui::TraceSource>& traces(int bed) const {
    return m_beds[std::size_t(bed)].traces;
  }

 private:
  struct Bed {
    double beatsPerMinute = 70;
    ui::TileContent content;
    std::vector<ui::TraceSource> traces;
  };

  std::vector<Bed> m_beds;
  std::deque<WaveRing> m_rings;  ///< addresses stay valid
  std::vector<WaveRing*> m_ringOfTrace;
};

/// One wave's sample at source time `seconds` of a heart at `beatsPerMinute`, in counts of the
/// channel that waveChannel() gives for `code`.
std::int16_t waveSample(MdcCode code, double seconds, double beatsPerMinute);

/// A channel with the usual rate and display range of `code`.
WaveChannel waveChannel(MdcCode code);

}  // namespace vitalwall::test
