// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/vitals.h"
#include "sources/simulator/body.h"
#include "sources/simulator/nibp_cuff.h"
#include "sources/simulator/pressure_meter.h"
#include "sources/simulator/rate_meter.h"

namespace vitalwall::sources {

/// The numbers of one patient, counted and measured from the signals themselves, so that what a
/// number says is what its wave shows. Without beats the heart rate is a measured 0; a parameter
/// that cannot be measured has no value and says why.
class BedsideMonitor {
 public:
  BedsideMonitor(const Sensors& sensors, RandomStream random);

  /// The numerics that these sensors give, in display order.
  static std::vector<MdcCode> numericsOf(const Sensors& sensors);

  /// Looks at one tick.
  void observe(const BodySignals& signals, Tick tick);

  /// The numerics at `now`; to be called once a second. `body` is what temperature probe, oximeter
  /// and cuff feel.
  std::vector<Numeric> read(const Physiology& body, Tick now, WallTime wallNow);

 private:
  Numeric heartRate(const Physiology& body, Tick now) const;
  Numeric spo2(const Physiology& body, Tick now) const;
  Numeric pulseRate(const Physiology& body, Tick now) const;
  Numeric respiratoryRate(const Physiology& body, Tick now) const;

  Sensors m_sensors;
  RateMeter m_beats;
  RateMeter m_pulses;
  RateMeter m_breaths;
  PressureMeter m_pressure;
  NibpCuff m_cuff;
};

}  // namespace vitalwall::sources
