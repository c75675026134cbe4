// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <vector>

#include "detectors/ecg_lead_monitor.h"

namespace vitalwall::detectors {

/// HR of a patient from all of the ECG leads: that of the lead whose beats stand out best. It stays
/// with a lead until another is clearly better. Without beats: 0 if a lead shows asystole (see
/// EcgLeadMonitor), LeadOff if every lead is off, otherwise NotMeasured. Never the last value.
/// Questionable while even the best lead's beats neither stand out from noise nor are regular.
class HeartRateMonitor final : public NumericDeriver {
 public:
  /// Adds a lead; the reference stays valid as long as this object.
  WaveMonitor& addLead(double samplesPerSecond);

  void appendNumerics(WallTime now, std::vector<Numeric>& numerics) override;

 private:
  void chooseLead();
  Numeric withoutBeats(WallTime now) const;

  std::deque<EcgLeadMonitor> m_leads;
  std::size_t m_chosen = 0;
};

}  // namespace vitalwall::detectors
