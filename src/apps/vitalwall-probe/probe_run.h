// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "apps/vitalwall-probe/probe_stream.h"
#include "apps/vitalwall-probe/verdict.h"

namespace vitalwall::probe {

/// A whole run: all streams from opening to end, on the calling thread.
class ProbeRun {
 public:
  /// `patients` are watched on every stream.
  ProbeRun(const std::vector<PatientId>& patients, ProbeStream::Surroundings around);

  /// Returns when every stream has ended, at the latest a few seconds after the asked duration.
  Verdict run();

 private:
  void step();
  void dispatch(const std::vector<Arrival>& arrivals);
  bool isOver() const;
  void halfCloseAll();
  void drain();
  Verdict judge() const;

  const ProbeStream::Surroundings m_around;
  std::vector<std::unique_ptr<ProbeStream>> m_streams;
  SteadyTime m_nextSecond;
};

}  // namespace vitalwall::probe
