// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "domain/patient.h"

namespace vitalwall::sources {

/// Orders that are usual on a ward for patients of this age, as text. Invented; no advice.
std::span<const std::string_view> usualOrders(AgeGroup group);

/// Invented people who sign simulated orders.
std::span<const std::string_view> inventedClinicians();

}  // namespace vitalwall::sources
