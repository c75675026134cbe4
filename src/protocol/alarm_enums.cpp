// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/alarm_enums.h"

#include <algorithm>
#include <array>

#include "protocol/wire_enums.h"
#include "vitalwall/v1/alarm_settings.pb.h"
#include "vitalwall/v1/directory.pb.h"
#include "vitalwall/v1/monitoring.pb.h"

namespace vitalwall::protocol {
namespace {

/// The same meaning here and on the wire.
template <typename Domain, typename Wire>
struct Meaning {
  Domain domain;
  Wire wire;
};

constexpr auto kStates = std::to_array<Meaning<AlertState, v1::AlertState>>({
    {AlertState::Active, v1::ALERT_STATE_ACTIVE},
    {AlertState::Latched, v1::ALERT_STATE_LATCHED},
    {AlertState::Inactive, v1::ALERT_STATE_INACTIVE},
});

constexpr auto kCauses = std::to_array<Meaning<AlertCause, v1::AlertCause>>({
    {AlertCause::Raised, v1::ALERT_CAUSE_RAISED},
    {AlertCause::Worse, v1::ALERT_CAUSE_WORSE},
    {AlertCause::Escalated, v1::ALERT_CAUSE_ESCALATED},
    {AlertCause::ValueMissing, v1::ALERT_CAUSE_VALUE_MISSING},
    {AlertCause::ValueBack, v1::ALERT_CAUSE_VALUE_BACK},
    {AlertCause::Acknowledged, v1::ALERT_CAUSE_ACKNOWLEDGED},
    {AlertCause::Ended, v1::ALERT_CAUSE_ENDED},
    {AlertCause::Reset, v1::ALERT_CAUSE_RESET},
    {AlertCause::LimitsChanged, v1::ALERT_CAUSE_LIMITS_CHANGED},
    {AlertCause::AlarmsPaused, v1::ALERT_CAUSE_ALARMS_PAUSED},
    {AlertCause::AlarmOff, v1::ALERT_CAUSE_ALARM_OFF},
    {AlertCause::Recorded, v1::ALERT_CAUSE_RECORDED},
});

constexpr auto kConsciousness = std::to_array<Meaning<Consciousness, v1::Consciousness>>({
    {Consciousness::Alert, v1::CONSCIOUSNESS_ALERT},
    {Consciousness::Confusion, v1::CONSCIOUSNESS_CONFUSION},
    {Consciousness::Voice, v1::CONSCIOUSNESS_VOICE},
    {Consciousness::Pain, v1::CONSCIOUSNESS_PAIN},
    {Consciousness::Unresponsive, v1::CONSCIOUSNESS_UNRESPONSIVE},
});

template <typename Domain, typename Wire, std::size_t Count>
Wire wireIn(const std::array<Meaning<Domain, Wire>, Count>& meanings, Domain domain) {
  const auto* found = std::ranges::find(meanings, domain, &Meaning<Domain, Wire>::domain);
  return found != meanings.end() ? found->wire : Wire{};
}

template <typename Domain, typename Wire, std::size_t Count>
std::optional<Domain> domainIn(const std::array<Meaning<Domain, Wire>, Count>& meanings,
                               Wire wire) {
  const auto* found = std::ranges::find(meanings, wire, &Meaning<Domain, Wire>::wire);
  return found != meanings.end() ? std::optional(found->domain) : std::nullopt;
}

}  // namespace

v1::AlertState wireEnum(AlertState state) {
  return wireIn(kStates, state);
}

v1::AlertCause wireEnum(AlertCause cause) {
  return wireIn(kCauses, cause);
}

v1::Consciousness wireEnum(Consciousness state) {
  return wireIn(kConsciousness, state);
}

std::optional<AlertState> domainEnum(v1::AlertState state) {
  return domainIn(kStates, state);
}

std::optional<AlertCause> domainEnum(v1::AlertCause cause) {
  return domainIn(kCauses, cause);
}

std::optional<Consciousness> domainEnum(v1::Consciousness state) {
  return domainIn(kConsciousness, state);
}

std::optional<AgeGroup> knownAgeGroup(v1::AgeGroup group) {
  return v1::AgeGroup_IsValid(group) ? std::optional(domainEnum(group)) : std::nullopt;
}

}  // namespace vitalwall::protocol
