// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/payload_metrics.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "protocol/text.h"

namespace vitalwall::protocol {
namespace {

using Name = std::string_view;

constexpr std::array kHeartRate = {Name("heartrate"), Name("hr"), Name("ecgheartrate"),
                                   Name("pulse"), Name("bpm")};
constexpr std::array kSpO2 = {Name("spo2"),         Name("oxygensaturation"),
                              Name("o2saturation"), Name("saturation"),
                              Name("o2sat"),        Name("sao2")};
constexpr std::array kPulseRate = {Name("pulserate"), Name("pr")};
constexpr std::array kRespiratoryRate = {Name("respiratoryrate"), Name("respirationrate"),
                                         Name("resprate"),        Name("rr"),
                                         Name("respiration"),     Name("resp")};
constexpr std::array kTemperature = {Name("temperature"), Name("temp"), Name("bodytemperature"),
                                     Name("temperaturecelsius"), Name("tempc")};
constexpr std::array kEtCo2 = {Name("etco2"), Name("endtidalco2")};

constexpr std::array kLineSystolic = {Name("systolicabp"), Name("abpsystolic"), Name("abpsys"),
                                      Name("abp.systolic"), Name("arterialsystolic")};
constexpr std::array kLineDiastolic = {Name("diastolicabp"), Name("abpdiastolic"), Name("abpdia"),
                                       Name("abp.diastolic"), Name("arterialdiastolic")};
constexpr std::array kLineMean = {Name("meanabp"), Name("abpmean"), Name("abp.mean"),
                                  Name("arterialmean")};

constexpr std::array kCuffSystolic = {Name("systolicnibp"), Name("nibpsystolic"), Name("nibpsys"),
                                      Name("nibp.systolic")};
constexpr std::array kCuffDiastolic = {Name("diastolicnibp"), Name("nibpdiastolic"),
                                       Name("nibpdia"), Name("nibp.diastolic")};
constexpr std::array kCuffMean = {Name("meannibp"), Name("nibpmean"), Name("nibp.mean")};

constexpr std::array kAnySystolic = {Name("systolicbp"),
                                     Name("systolic"),
                                     Name("bloodpressuresystolic"),
                                     Name("bloodpressure.systolic"),
                                     Name("systolicbloodpressure"),
                                     Name("systolicpressure"),
                                     Name("bpsystolic"),
                                     Name("bp.systolic"),
                                     Name("bpsys"),
                                     Name("sbp"),
                                     Name("sys")};
constexpr std::array kAnyDiastolic = {Name("diastolicbp"),
                                      Name("diastolic"),
                                      Name("bloodpressurediastolic"),
                                      Name("bloodpressure.diastolic"),
                                      Name("diastolicbloodpressure"),
                                      Name("diastolicpressure"),
                                      Name("bpdiastolic"),
                                      Name("bp.diastolic"),
                                      Name("bpdia"),
                                      Name("dbp"),
                                      Name("dia")};
constexpr std::array kAnyMean = {Name("meanbp"),
                                 Name("map"),
                                 Name("bloodpressuremean"),
                                 Name("bloodpressure.mean"),
                                 Name("meanarterialpressure"),
                                 Name("meanbloodpressure"),
                                 Name("meanpressure"),
                                 Name("bpmean"),
                                 Name("bp.mean")};

constexpr std::array kLungSystolic = {Name("systolicpap"), Name("papsystolic"),
                                      Name("pap.systolic")};
constexpr std::array kLungDiastolic = {Name("diastolicpap"), Name("papdiastolic"),
                                       Name("pap.diastolic")};
constexpr std::array kLungMean = {Name("meanpap"), Name("papmean"), Name("pap.mean")};

// Ranges: what can be in a living or dying patient or come from a transducer at the wrong height,
// not what is healthy. A temperature in Fahrenheit falls outside.
constexpr std::array kMetrics = {
    PayloadMetric{mdc::kHeartRate, 0, 400, kHeartRate, {}},
    PayloadMetric{mdc::kSpO2, 0, 100, kSpO2, {}},
    PayloadMetric{mdc::kPulseRate, 0, 400, kPulseRate, {}},
    PayloadMetric{mdc::kArterialSystolic, -50, 400, kLineSystolic, {}},
    PayloadMetric{mdc::kArterialDiastolic, -50, 400, kLineDiastolic, {}},
    PayloadMetric{mdc::kArterialMean, -50, 400, kLineMean, {}},
    PayloadMetric{mdc::kNibpSystolic, 0, 400, kCuffSystolic, kAnySystolic},
    PayloadMetric{mdc::kNibpDiastolic, 0, 400, kCuffDiastolic, kAnyDiastolic},
    PayloadMetric{mdc::kNibpMean, 0, 400, kCuffMean, kAnyMean},
    PayloadMetric{mdc::kRespiratoryRate, 0, 200, kRespiratoryRate, {}},
    PayloadMetric{mdc::kTemperature, 10, 50, kTemperature, {}},
    PayloadMetric{mdc::kEtCo2, 0, 200, kEtCo2, {}},
    PayloadMetric{mdc::kPulmonarySystolic, -50, 250, kLungSystolic, {}},
    PayloadMetric{mdc::kPulmonaryDiastolic, -50, 250, kLungDiastolic, {}},
    PayloadMetric{mdc::kPulmonaryMean, -50, 250, kLungMean, {}},
};

constexpr std::array kPressurePairs = {
    PressurePair{"bloodpressure", mdc::kNibpSystolic, mdc::kNibpDiastolic},
    PressurePair{"bp", mdc::kNibpSystolic, mdc::kNibpDiastolic},
    PressurePair{"nibp", mdc::kNibpSystolic, mdc::kNibpDiastolic},
    PressurePair{"abp", mdc::kArterialSystolic, mdc::kArterialDiastolic},
};

bool contains(std::span<const Name> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::span<const PayloadMetric> payloadMetrics() {
  return kMetrics;
}

std::span<const PressurePair> pressurePairs() {
  return kPressurePairs;
}

std::optional<MdcCode> parameterNamed(std::string_view name) {
  const std::string wanted = comparableName(name);
  for (const auto& metric : kMetrics)
    if (contains(metric.names, wanted) || contains(metric.namesWithoutLine, wanted))
      return metric.code;
  for (const auto& info : knownMetrics())
    if (comparableName(info.mdcName) == wanted || comparableName(info.label) == wanted)
      return info.code;
  return codeIn(name);
}

std::optional<MdcCode> codeIn(std::string_view text) {
  MdcCode code;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, code.value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return code;
}

std::string payloadNameOf(MdcCode parameter) {
  const auto* info = findMetric(parameter);
  if (info == nullptr) return std::to_string(parameter.value);
  return std::string(info->jsonName.empty() ? info->mdcName : info->jsonName);
}

}  // namespace vitalwall::protocol
