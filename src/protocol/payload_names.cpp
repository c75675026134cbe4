// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/payload_names.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "protocol/payload_fields.h"

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

/// A word and what it means. The first word of a meaning in a table is the one that we write.
template <typename Meaning>
struct Word {
  std::string_view text;
  Meaning meaning;
};

constexpr auto kPriorities = std::to_array<Word<AlertPriority>>({
    {"high", AlertPriority::High},         {"critical", AlertPriority::High},
    {"red", AlertPriority::High},          {"urgent", AlertPriority::High},
    {"emergency", AlertPriority::High},    {"severe", AlertPriority::High},
    {"crisis", AlertPriority::High},       {"medium", AlertPriority::Medium},
    {"warning", AlertPriority::Medium},    {"yellow", AlertPriority::Medium},
    {"moderate", AlertPriority::Medium},   {"warn", AlertPriority::Medium},
    {"low", AlertPriority::Low},           {"info", AlertPriority::Low},
    {"cyan", AlertPriority::Low},          {"information", AlertPriority::Low},
    {"informational", AlertPriority::Low}, {"advisory", AlertPriority::Low},
    {"minor", AlertPriority::Low},
});

constexpr auto kOrderStatuses = std::to_array<Word<OrderStatus>>({
    {"active", OrderStatus::Active},       {"new", OrderStatus::Active},
    {"created", OrderStatus::Active},      {"placed", OrderStatus::Active},
    {"ordered", OrderStatus::Active},      {"open", OrderStatus::Active},
    {"pending", OrderStatus::Active},      {"inprogress", OrderStatus::Active},
    {"started", OrderStatus::Active},      {"onHold", OrderStatus::OnHold},
    {"held", OrderStatus::OnHold},         {"hold", OrderStatus::OnHold},
    {"suspended", OrderStatus::OnHold},    {"paused", OrderStatus::OnHold},
    {"completed", OrderStatus::Completed}, {"complete", OrderStatus::Completed},
    {"done", OrderStatus::Completed},      {"finished", OrderStatus::Completed},
    {"cancelled", OrderStatus::Cancelled}, {"canceled", OrderStatus::Cancelled},
    {"stopped", OrderStatus::Cancelled},   {"discontinued", OrderStatus::Cancelled},
    {"revoked", OrderStatus::Cancelled},
});

constexpr auto kValidities = std::to_array<Word<Validity>>({
    {"valid", Validity::Valid},
    {"notMeasured", Validity::NotMeasured},
    {"leadOff", Validity::LeadOff},
    {"questionable", Validity::Questionable},
});

constexpr auto kConditions = std::to_array<Word<MdcCode>>({
    {"high", mdc::kEventHigh},
    {"low", mdc::kEventLow},
    {"leadOff", mdc::kEventLeadOff},
});

template <typename Meaning, std::size_t Count>
std::optional<Meaning> meaningOf(const std::array<Word<Meaning>, Count>& words,
                                 std::string_view text) {
  const std::string wanted = comparableName(text);
  for (const auto& word : words)
    if (comparableName(word.text) == wanted) return word.meaning;
  return std::nullopt;
}

template <typename Meaning, std::size_t Count>
std::string_view wordIn(const std::array<Word<Meaning>, Count>& words, Meaning meaning) {
  for (const auto& word : words)
    if (word.meaning == meaning) return word.text;
  return {};
}

bool contains(std::span<const Name> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<MdcCode> codeIn(std::string_view text) {
  MdcCode code;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, code.value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return code;
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

std::string payloadNameOf(MdcCode parameter) {
  const auto* info = findMetric(parameter);
  if (info == nullptr) return std::to_string(parameter.value);
  return std::string(info->jsonName.empty() ? info->mdcName : info->jsonName);
}

std::optional<AlertPriority> priorityNamed(std::string_view word) {
  return meaningOf(kPriorities, word);
}

std::optional<OrderStatus> orderStatusNamed(std::string_view word) {
  return meaningOf(kOrderStatuses, word);
}

std::optional<Validity> validityNamed(std::string_view word) {
  return meaningOf(kValidities, word);
}

std::optional<MdcCode> conditionNamed(std::string_view word) {
  const auto code = meaningOf(kConditions, word);
  return code ? code : codeIn(word);
}

std::string_view wordFor(AlertPriority priority) {
  return wordIn(kPriorities, priority);
}

std::string_view wordFor(OrderStatus status) {
  return wordIn(kOrderStatuses, status);
}

std::string_view wordFor(Validity validity) {
  return wordIn(kValidities, validity);
}

std::string wordForCondition(MdcCode condition) {
  const auto word = wordIn(kConditions, condition);
  return word.empty() ? std::to_string(condition.value) : std::string(word);
}

}  // namespace vitalwall::protocol
