// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "domain/alert.h"
#include "domain/command.h"
#include "domain/order.h"
#include "domain/patient.h"
#include "domain/vitals.h"

namespace vitalwall::v1 {
enum AgeGroup : int;
enum OrderStatus : int;
enum Outcome : int;
enum Priority : int;
enum Validity : int;
}  // namespace vitalwall::v1

/// Enumerations on the wire. Pure; any thread.
namespace vitalwall::protocol {

v1::Validity wireEnum(Validity validity);
v1::Priority wireEnum(AlertPriority priority);
v1::OrderStatus wireEnum(OrderStatus status);
v1::Outcome wireEnum(CommandOutcome outcome);
v1::AgeGroup wireEnum(AgeGroup group);

/// Values of a newer peer become the most careful known one: Questionable, High, Refused; an age
/// group becomes Adult.
Validity domainEnum(v1::Validity validity);
AlertPriority domainEnum(v1::Priority priority);
CommandOutcome domainEnum(v1::Outcome outcome);
AgeGroup domainEnum(v1::AgeGroup group);

/// No careful guess exists for the status of an order: nullopt.
std::optional<OrderStatus> domainEnum(v1::OrderStatus status);

}  // namespace vitalwall::protocol
