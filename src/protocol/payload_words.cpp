// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/payload_words.h"

#include <array>

#include "protocol/payload_metrics.h"
#include "protocol/text.h"

namespace vitalwall::protocol {
namespace {

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

constexpr auto kAlertStates = std::to_array<Word<AlertState>>({
    {"active", AlertState::Active},
    {"latched", AlertState::Latched},
    {"inactive", AlertState::Inactive},
});

constexpr auto kAlertCauses = std::to_array<Word<AlertCause>>({
    {"raised", AlertCause::Raised},
    {"worse", AlertCause::Worse},
    {"escalated", AlertCause::Escalated},
    {"valueMissing", AlertCause::ValueMissing},
    {"valueBack", AlertCause::ValueBack},
    {"acknowledged", AlertCause::Acknowledged},
    {"ended", AlertCause::Ended},
    {"reset", AlertCause::Reset},
    {"limitsChanged", AlertCause::LimitsChanged},
    {"alarmsPaused", AlertCause::AlarmsPaused},
    {"alarmOff", AlertCause::AlarmOff},
    {"recorded", AlertCause::Recorded},
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

}  // namespace

std::optional<AlertPriority> priorityNamed(std::string_view word) {
  return meaningOf(kPriorities, word);
}

std::optional<AlertCause> alertCauseNamed(std::string_view word) {
  return meaningOf(kAlertCauses, word);
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

std::string_view wordFor(AlertState state) {
  return wordIn(kAlertStates, state);
}

std::string_view wordFor(AlertCause cause) {
  return wordIn(kAlertCauses, cause);
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
