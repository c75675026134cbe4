// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/condition_catalogue.h"

#include <algorithm>
#include <array>

namespace vitalwall::alarms {
namespace {

using enum AlertKind;
using enum ConditionJudge;

constexpr MdcCode kBed{};

constexpr std::array kConditions = {
    ConditionInfo{mdc::kEventAsystole, "asystole", "ASYSTOLE", Physiological, true, Device,
                  mdc::kHeartRate},
    ConditionInfo{mdc::kEventVentricularFibrillation, "ventricular_fibrillation", "V-FIB",
                  Physiological, true, Device, mdc::kHeartRate},
    ConditionInfo{mdc::kEventVentricularTachycardia, "ventricular_tachycardia", "V-TACH",
                  Physiological, true, Device, mdc::kHeartRate},
    ConditionInfo{mdc::kEventApnoea, "apnoea", "APNOEA", Physiological, true, Device,
                  mdc::kRespiratoryRate},
    ConditionInfo{mdc::kEventNews2, "news2", "NEWS2", Physiological, false, Engine, kBed},
    ConditionInfo{mdc::kEventLeadOff, "lead_off", "lead or sensor off", Technical, false, Device,
                  kBed},
    ConditionInfo{mdc::kEventSignalQuality, "signal_quality", "signal poor", Technical, false,
                  Device, kBed},
    ConditionInfo{mdc::kEventNoData, "no_data", "No data", Technical, false, Engine, kBed},
    ConditionInfo{mdc::kEventSourceLost, "source_lost", "No data from", Technical, false, Engine,
                  kBed},
    ConditionInfo{mdc::kEventStorageFailing, "storage_failing", "Alarms are not recorded",
                  Technical, false, Engine, kBed},
    ConditionInfo{mdc::kEventRecordDamaged, "record_damaged", "Alarm record was damaged", Technical,
                  false, Engine, kBed},
    ConditionInfo{mdc::kEventClockDisagreement, "clock_disagreement", "Clock of", Technical, false,
                  Engine, kBed},
};

}  // namespace

std::span<const ConditionInfo> knownConditions() {
  return kConditions;
}

const ConditionInfo* findCondition(MdcCode condition) {
  const auto found =
      std::find_if(kConditions.begin(), kConditions.end(),
                   [condition](const ConditionInfo& info) { return info.code == condition; });
  return found == kConditions.end() ? nullptr : &*found;
}

bool isLethal(MdcCode condition) {
  const ConditionInfo* info = findCondition(condition);
  return info && info->lethal;
}

AlertKind kindOf(MdcCode condition) {
  const ConditionInfo* info = findCondition(condition);
  return info ? info->kind : AlertKind::Physiological;
}

}  // namespace vitalwall::alarms
