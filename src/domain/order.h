// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/clock.h"
#include "domain/ids.h"

namespace vitalwall {

enum class OrderStatus : std::uint8_t { Active, OnHold, Completed, Cancelled };

/// An order for a patient in its newest state; a change is the whole order again.
struct Order {
  OrderId id;
  PatientId patient;
  std::string description;  ///< "Heparin 5000 IU s.c."
  OrderStatus status = OrderStatus::Active;
  std::string changedBy;
  WallTime changedAt{};

  bool operator==(const Order&) const = default;
};

}  // namespace vitalwall
