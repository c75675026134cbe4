// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace vitalwall {

/// A context-free code of ISO/IEEE 11073-10101 (partition x 65536 + term). 0 names nothing.
struct MdcCode {
  std::uint32_t value = 0;
  auto operator<=>(const MdcCode&) const = default;
};

/// A unit of measurement that the sources give; codes are those of 11073-10101 dimensions.
enum class Unit : std::uint32_t {
  None = 0,
  Dimensionless = 262656,
  Percent = 262688,
  BeatPerMinute = 264864,
  BreathPerMinute = 264928,
  MillimetreOfMercury = 266016,
  MilliVolt = 266418,
  DegreeCelsius = 268192,
};

/// How a unit is written for people ("/min", "mmHg").
std::string_view symbolOf(Unit unit);

/// What is known of a numeric or wave by its code.
struct MetricInfo {
  MdcCode code;
  std::string_view mdcName;   ///< reference identifier, "MDC_ECG_HEART_RATE"
  std::string_view label;     ///< short screen label, "HR"
  std::string_view jsonName;  ///< member of the contract's JSON payload; empty for waves
  Unit unit = Unit::None;
  int decimals = 0;  ///< digits after the point on screen
};

namespace mdc {
inline constexpr MdcCode kHeartRate{147842};
inline constexpr MdcCode kEcgLeadI{131329};
inline constexpr MdcCode kEcgLeadII{131330};
inline constexpr MdcCode kEcgLeadIII{131389};
inline constexpr MdcCode kEcgLeadV{131395};
inline constexpr MdcCode kEcgUnspecified{131328};
inline constexpr MdcCode kSpO2{150456};
inline constexpr MdcCode kPulseRate{149530};
inline constexpr MdcCode kPleth{150452};
inline constexpr MdcCode kRespiratoryRate{151578};
inline constexpr MdcCode kRespiration{151552};
inline constexpr MdcCode kNibpSystolic{150021};
inline constexpr MdcCode kNibpDiastolic{150022};
inline constexpr MdcCode kNibpMean{150023};
inline constexpr MdcCode kArterialPressure{150036};
inline constexpr MdcCode kArterialSystolic{150037};
inline constexpr MdcCode kArterialDiastolic{150038};
inline constexpr MdcCode kArterialMean{150039};
inline constexpr MdcCode kPulmonaryPressure{150044};
inline constexpr MdcCode kPulmonarySystolic{150045};
inline constexpr MdcCode kPulmonaryDiastolic{150046};
inline constexpr MdcCode kPulmonaryMean{150047};
inline constexpr MdcCode kCentralVenousPressure{150084};
inline constexpr MdcCode kTemperature{150344};
inline constexpr MdcCode kEtCo2{151728};
inline constexpr MdcCode kCo2{151724};

// Events, partition 3 of 11073-10101.
inline constexpr MdcCode kEventHigh{196648};
inline constexpr MdcCode kEventLow{196670};
inline constexpr MdcCode kEventLeadOff{196680};
inline constexpr MdcCode kEventSignalQuality{197042};
inline constexpr MdcCode kEventApnoea{199680};
inline constexpr MdcCode kEventAsystole{199684};
inline constexpr MdcCode kEventVentricularTachycardia{199832};
// Events that the standard has no term for: its range for private terms, 0xF000 up.
inline constexpr MdcCode kEventVentricularFibrillation{258048};
inline constexpr MdcCode kEventNews2{258049};
inline constexpr MdcCode kEventNoData{258050};
inline constexpr MdcCode kEventSourceLost{258051};
inline constexpr MdcCode kEventStorageFailing{258052};
inline constexpr MdcCode kEventRecordDamaged{258053};
inline constexpr MdcCode kEventClockDisagreement{258054};
}  // namespace mdc

/// Every metric that has a name here, in display order. A code that is not in it is still shown,
/// by its number.
std::span<const MetricInfo> knownMetrics();

/// Whether `code` is an electrocardiogram, of whatever lead.
constexpr bool isEcg(MdcCode code) {
  return code == mdc::kEcgUnspecified || code == mdc::kEcgLeadI || code == mdc::kEcgLeadII ||
         code == mdc::kEcgLeadIII || code == mdc::kEcgLeadV;
}

/// What is known of `code`, or nullptr.
const MetricInfo* findMetric(MdcCode code);

}  // namespace vitalwall

template <>
struct std::hash<vitalwall::MdcCode> {
  std::size_t operator()(const vitalwall::MdcCode& code) const noexcept { return code.value; }
};
