// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "domain/alert.h"
#include "domain/news2.h"
#include "domain/patient.h"

namespace vitalwall::v1 {
enum AgeGroup : int;
enum AlertCause : int;
enum AlertState : int;
enum Consciousness : int;
}  // namespace vitalwall::v1

/// Enumerations of the alarm system on the wire. What is unspecified or of a newer peer is nullopt:
/// the caller decides what is careful. Pure; any thread.
namespace vitalwall::protocol {

v1::AlertState wireEnum(AlertState state);
v1::AlertCause wireEnum(AlertCause cause);
v1::Consciousness wireEnum(Consciousness state);

std::optional<AlertState> domainEnum(v1::AlertState state);
std::optional<AlertCause> domainEnum(v1::AlertCause cause);
std::optional<Consciousness> domainEnum(v1::Consciousness state);

/// Strict, where wire_enums.h takes an unknown group for adults: wrong limits must not come of it.
std::optional<AgeGroup> knownAgeGroup(v1::AgeGroup group);

}  // namespace vitalwall::protocol
