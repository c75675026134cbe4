// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metric.h"

#include <algorithm>
#include <array>

namespace vitalwall {
namespace {

// Codes: ISO/IEEE 11073-10101. Labels: the usual short forms of bedside monitors.
constexpr std::array kMetrics = {
    MetricInfo{mdc::kHeartRate, "MDC_ECG_HEART_RATE", "HR", "heartRate", Unit::BeatPerMinute, 0},
    MetricInfo{mdc::kSpO2, "MDC_PULS_OXIM_SAT_O2", "SpO2", "spo2", Unit::Percent, 0},
    MetricInfo{mdc::kPulseRate, "MDC_PULS_OXIM_PULS_RATE", "PR", "pulseRate", Unit::BeatPerMinute,
               0},
    MetricInfo{mdc::kArterialSystolic, "MDC_PRESS_BLD_ART_ABP_SYS", "ABP sys", "systolicAbp",
               Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kArterialDiastolic, "MDC_PRESS_BLD_ART_ABP_DIA", "ABP dia", "diastolicAbp",
               Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kArterialMean, "MDC_PRESS_BLD_ART_ABP_MEAN", "ABP mean", "meanAbp",
               Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kNibpSystolic, "MDC_PRESS_BLD_NONINV_SYS", "NIBP sys", "systolicBp",
               Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kNibpDiastolic, "MDC_PRESS_BLD_NONINV_DIA", "NIBP dia", "diastolicBp",
               Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kNibpMean, "MDC_PRESS_BLD_NONINV_MEAN", "NIBP mean", "meanBp",
               Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kRespiratoryRate, "MDC_TTHOR_RESP_RATE", "RR", "respiratoryRate",
               Unit::BreathPerMinute, 0},
    MetricInfo{mdc::kTemperature, "MDC_TEMP", "Temp", "temperature", Unit::DegreeCelsius, 1},
    MetricInfo{mdc::kEtCo2, "MDC_AWAY_CO2_ET", "etCO2", "etco2", Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kPulmonarySystolic, "MDC_PRESS_BLD_ART_PULM_SYS", "PAP sys", "systolicPap",
               Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kPulmonaryDiastolic, "MDC_PRESS_BLD_ART_PULM_DIA", "PAP dia", "diastolicPap",
               Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kPulmonaryMean, "MDC_PRESS_BLD_ART_PULM_MEAN", "PAP mean", "meanPap",
               Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kEcgLeadII, "MDC_ECG_ELEC_POTL_II", "II", "", Unit::MilliVolt, 2},
    MetricInfo{mdc::kEcgLeadI, "MDC_ECG_ELEC_POTL_I", "I", "", Unit::MilliVolt, 2},
    MetricInfo{mdc::kEcgLeadIII, "MDC_ECG_ELEC_POTL_III", "III", "", Unit::MilliVolt, 2},
    MetricInfo{mdc::kEcgLeadV, "MDC_ECG_ELEC_POTL_V", "V", "", Unit::MilliVolt, 2},
    MetricInfo{mdc::kEcgUnspecified, "MDC_ECG_ELEC_POTL", "ECG", "", Unit::MilliVolt, 2},
    MetricInfo{mdc::kPleth, "MDC_PULS_OXIM_PLETH", "Pleth", "", Unit::Dimensionless, 2},
    MetricInfo{mdc::kArterialPressure, "MDC_PRESS_BLD_ART_ABP", "ABP", "",
               Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kPulmonaryPressure, "MDC_PRESS_BLD_ART_PULM", "PAP", "",
               Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kCentralVenousPressure, "MDC_PRESS_BLD_VEN_CENT", "CVP", "",
               Unit::MillimetreOfMercury, 0},
    MetricInfo{mdc::kRespiration, "MDC_RESP", "Resp", "", Unit::Dimensionless, 2},
    MetricInfo{mdc::kCo2, "MDC_AWAY_CO2", "CO2", "", Unit::MillimetreOfMercury, 0},
};

}  // namespace

std::string_view symbolOf(Unit unit) {
  switch (unit) {
    case Unit::Percent:
      return "%";
    case Unit::BeatPerMinute:
    case Unit::BreathPerMinute:
      return "/min";
    case Unit::MillimetreOfMercury:
      return "mmHg";
    case Unit::MilliVolt:
      return "mV";
    case Unit::DegreeCelsius:
      return "\u00b0C";
    case Unit::None:
    case Unit::Dimensionless:
      break;
  }
  return "";
}

std::span<const MetricInfo> knownMetrics() {
  return kMetrics;
}

const MetricInfo* findMetric(MdcCode code) {
  const auto found = std::find_if(kMetrics.begin(), kMetrics.end(),
                                  [code](const MetricInfo& info) { return info.code == code; });
  return found == kMetrics.end() ? nullptr : &*found;
}

}  // namespace vitalwall
