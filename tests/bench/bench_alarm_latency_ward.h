// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <set>

#include "domain/alert.h"
#include "domain/source.h"
#include "sources/simulator/simulated_ward.h"

namespace vitalwall::bench {

/// The simulator's ward of 64 calm beds, waves and all, in which a heart rate crosses a limit when
/// it is told to: the crossing sample comes with the next advance(), between those of each second.
class CrossingWard final : public Source, private SourceSink {
 public:
  CrossingWard();

  std::string_view name() const override { return "crossing"; }
  const std::vector<Patient>& patients() const override { return m_simulator.patients(); }
  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override;

  /// From now on the heart rate (the pulse rate without an ECG) is beyond the factory rules' limit;
  /// High: beyond the extreme one. Any thread.
  void cross(PatientId patient, AlertPriority priority);
  /// From now on it is the simulator's own again. Any thread.
  void recover(PatientId patient);

 private:
  void onVitals(const Vitals& vitals) override;
  void onWave(const WaveBlock& block) override { m_sink->onWave(block); }
  void onOrder(const Order& order) override { m_sink->onOrder(order); }

  struct Rate {
    MdcCode code;
    double value;
  };
  Rate rateBeyond(PatientId id, AlertPriority priority) const;
  void give(Vitals vitals);

  sources::SimulatedWard m_simulator;
  std::map<PatientId, Vitals> m_newest;  ///< as the simulator gave them
  SourceSink* m_sink = nullptr;          ///< during advance()
  std::mutex m_mutex;                    ///< of what follows
  std::map<PatientId, Rate> m_rates;     ///< of those beyond a limit
  std::set<PatientId> m_changed;         ///< since the last advance()
};

}  // namespace vitalwall::bench
