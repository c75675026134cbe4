// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "domain/wave.h"
#include "server/outgoing_queue.h"
#include "server/publication.h"
#include "server/selection.h"

namespace vitalwall::server {

/// What the sources gave in one tick, and finished batches of it for extended stations: stations of
/// equal selections share one, which is put together once. Ward executor only.
class BatchComposer {
 public:
  /// A new tick, in which nothing is given yet.
  void begin();

  void add(VitalsPublication vitals);
  /// `blocks` are all waves of one patient in the tick. Serialized only if somebody is told.
  void add(PatientId patient, std::vector<WaveBlock> blocks);

  /// All is given. Once, before anybody is told.
  void close();

  /// The patient's newest vitals of the tick; null if there are none.
  VitalsPublication newestVitals(PatientId patient) const;

  /// The one that all stations use whose selections are equal; for batchFor() at any tick.
  SharedSelection share(Selection selection);

  /// The tick for stations of this selection, vitals first; null if there is nothing to tell.
  /// `selection` is from share().
  SharedBytes batchFor(const SharedSelection& selection);

  /// The same in parts, for a station that is behind and has to conflate.
  Outgoing partsFor(const Selection& selection);

 private:
  /// A part of m_entries.
  struct Run {
    std::size_t begin = 0;
    std::size_t size = 0;

    std::size_t end() const { return begin + size; }
  };
  struct GivenVitals {
    PatientId patient;
    VitalsPublication publication;
    Run place;  ///< empty until it is in a batch
  };
  struct GivenWaves {
    PatientId patient;
    std::vector<WaveBlock> blocks;
    SharedBytes entry;  ///< null until somebody is told
    Run place;          ///< empty until it is in a batch
  };
  struct ByValue {
    std::size_t operator()(const SharedSelection& selection) const;
    bool operator()(const SharedSelection& left, const SharedSelection& right) const {
      return *left == *right;
    }
  };

  SharedBytes compose(const Selection& selection);
  template <typename Given>
  Run placeOf(Given& given);
  void addRun(Run run);
  SharedBytes joinRuns() const;
  static const SharedBytes& entryOf(const GivenVitals& given);
  static const SharedBytes& entryOf(GivenWaves& given);

  std::vector<GivenVitals> m_vitals;  ///< by patient when closed, else as they came
  std::vector<GivenWaves> m_waves;    ///< likewise
  /// The tick's entries one behind the other, in the order in which they were first asked for.
  /// Selections have most of their neighbours in common, so a batch is a few long pieces of it.
  std::string m_entries;
  std::vector<Run> m_runs;  ///< of the batch in the making
  std::unordered_set<SharedSelection, ByValue, ByValue> m_selections;
  std::unordered_map<SharedSelection, SharedBytes> m_batches;  ///< those that are shared
};

}  // namespace vitalwall::server
