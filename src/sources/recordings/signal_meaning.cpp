// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/signal_meaning.h"

#include <algorithm>
#include <array>

#include "domain/concat.h"
#include "sources/recordings/field_scanner.h"
#include "sources/recordings/recording.h"

namespace vitalwall::sources {
namespace {

struct NamedCode {
  std::string_view name;  // lower case, without blanks and punctuation
  MdcCode code;
};

struct NamedUnit {
  std::string_view name;  // lower case
  Unit unit;
  double factor;
};

// Limb and precordial leads by their names in MIT-BIH, MIMIC, PTB and the Challenge sets. Leads
// that have no code of their own here stay ECG and keep their label.
constexpr std::array kEcgNames = {
    NamedCode{"ii", mdc::kEcgLeadII},       NamedCode{"mlii", mdc::kEcgLeadII},
    NamedCode{"i", mdc::kEcgLeadI},         NamedCode{"iii", mdc::kEcgLeadIII},
    NamedCode{"v", mdc::kEcgLeadV},         NamedCode{"v1", mdc::kEcgLeadV},
    NamedCode{"v2", mdc::kEcgLeadV},        NamedCode{"v3", mdc::kEcgLeadV},
    NamedCode{"v4", mdc::kEcgLeadV},        NamedCode{"v5", mdc::kEcgLeadV},
    NamedCode{"v6", mdc::kEcgLeadV},        NamedCode{"avr", mdc::kEcgUnspecified},
    NamedCode{"avl", mdc::kEcgUnspecified}, NamedCode{"avf", mdc::kEcgUnspecified},
    NamedCode{"vx", mdc::kEcgUnspecified},  NamedCode{"vy", mdc::kEcgUnspecified},
    NamedCode{"vz", mdc::kEcgUnspecified},  NamedCode{"mcl", mdc::kEcgUnspecified},
    NamedCode{"mcl1", mdc::kEcgUnspecified}};

constexpr std::array kPressureNames = {
    NamedCode{"abp", mdc::kArterialPressure}, NamedCode{"art", mdc::kArterialPressure},
    NamedCode{"pap", mdc::kPulmonaryPressure}, NamedCode{"cvp", mdc::kCentralVenousPressure},
    NamedCode{"co2", mdc::kCo2}};

constexpr std::array kRelativeNames = {NamedCode{"pleth", mdc::kPleth},
                                       NamedCode{"ppg", mdc::kPleth},
                                       NamedCode{"resp", mdc::kRespiration}};

constexpr std::array kTrendNames = {NamedCode{"hr", mdc::kHeartRate},
                                    NamedCode{"pulse", mdc::kPulseRate},
                                    NamedCode{"pr", mdc::kPulseRate},
                                    NamedCode{"spo2", mdc::kSpO2},
                                    NamedCode{"sao2", mdc::kSpO2},
                                    NamedCode{"resp", mdc::kRespiratoryRate},
                                    NamedCode{"rr", mdc::kRespiratoryRate},
                                    NamedCode{"abpsys", mdc::kArterialSystolic},
                                    NamedCode{"abpdias", mdc::kArterialDiastolic},
                                    NamedCode{"abpmean", mdc::kArterialMean},
                                    NamedCode{"papsys", mdc::kPulmonarySystolic},
                                    NamedCode{"papdias", mdc::kPulmonaryDiastolic},
                                    NamedCode{"papmean", mdc::kPulmonaryMean},
                                    NamedCode{"nbpsys", mdc::kNibpSystolic},
                                    NamedCode{"nbpdias", mdc::kNibpDiastolic},
                                    NamedCode{"nbpmean", mdc::kNibpMean},
                                    NamedCode{"etco2", mdc::kEtCo2},
                                    NamedCode{"temp", mdc::kTemperature},
                                    NamedCode{"temprectal", mdc::kTemperature}};

constexpr std::array kUnitNames = {NamedUnit{"mv", Unit::MilliVolt, 1},
                                   NamedUnit{"uv", Unit::MilliVolt, 1e-3},
                                   NamedUnit{"\u00b5v", Unit::MilliVolt, 1e-3},
                                   NamedUnit{"v", Unit::MilliVolt, 1e3},
                                   NamedUnit{"mmhg", Unit::MillimetreOfMercury, 1},
                                   NamedUnit{"%", Unit::Percent, 1},
                                   NamedUnit{"bpm", Unit::BeatPerMinute, 1},
                                   NamedUnit{"pm", Unit::BreathPerMinute, 1},
                                   NamedUnit{"degc", Unit::DegreeCelsius, 1},
                                   NamedUnit{"nu", Unit::Dimensionless, 1},
                                   NamedUnit{"nd", Unit::Dimensionless, 1}};

template <typename Table>
auto findNamed(const Table& table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [name](const auto& entry) { return entry.name == name; });
  return found == table.end() ? nullptr : &*found;
}

std::string plainName(std::string_view label) {
  std::string name = lowerCase(label);
  std::erase_if(name, [](char c) { return c == ' ' || c == '_' || c == '-' || c == '.'; });
  return name;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

bool isRate(Unit unit) {
  return unit == Unit::BeatPerMinute || unit == Unit::BreathPerMinute;
}

MdcCode waveCode(const std::string& name, Unit unit, bool hasUnit) {
  const auto* ecg = findNamed(kEcgNames, name);
  const bool namesEcg = ecg || contains(name, "ecg") || contains(name, "ekg");
  if (namesEcg && (unit == Unit::MilliVolt || !hasUnit))
    return ecg ? ecg->code : mdc::kEcgUnspecified;
  if (const auto* pressure = findNamed(kPressureNames, name))
    return unit == Unit::MillimetreOfMercury ? pressure->code : MdcCode{};
  if (const auto* relative = findNamed(kRelativeNames, name)) return relative->code;
  return {};
}

MdcCode trendCode(const std::string& name, Unit unit) {
  const auto* named = findNamed(kTrendNames, name);
  if (!named) return {};
  const auto wanted = findMetric(named->code)->unit;
  return unit == wanted || (isRate(unit) && isRate(wanted)) ? named->code : MdcCode{};
}

}  // namespace

SignalMeaning meaningOf(std::string_view label, std::string_view unit, double rate) {
  const auto unitText = trimmed(unit);
  const auto* known = findNamed(kUnitNames, lowerCase(unitText));
  SignalMeaning meaning{.code = {},
                        .label = std::string(trimmed(label)),
                        .unit = known ? known->unit : Unit::None,
                        .factor = known ? known->factor : 1,
                        .isTrend = false};
  const auto name = plainName(label);
  if (rate <= kTrendRate) meaning.code = trendCode(name, meaning.unit);
  meaning.isTrend = meaning.code != MdcCode{};
  if (meaning.isTrend) {
    meaning.unit = findMetric(meaning.code)->unit;
    return meaning;
  }
  meaning.code = waveCode(name, meaning.unit, !unitText.empty());
  if (isEcg(meaning.code)) meaning.unit = Unit::MilliVolt;
  if (!known && !unitText.empty()) meaning.label += concat(" (", unitText, ")");
  return meaning;
}

}  // namespace vitalwall::sources
