// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/order.h"
#include "sources/orders/patient_directory.h"

namespace vitalwall::sources {

/// An order as a file states it.
struct StatedOrder {
  Order order;
  bool hasTime = false;  ///< the file says when it changed; otherwise changedAt is not set

  bool operator==(const StatedOrder&) const = default;
};

/// What a file of orders holds: the good orders, and a sentence for each that had to be skipped.
struct OrderFileContent {
  std::vector<StatedOrder> orders;
  std::vector<std::string> notices;
};

/// Reads a file of orders, UTF-8 JSON:
///   {"orders": [{
///      "id":          "hep-07",                  a GUID, or any text that is unique in the file
///      "patient":     "Bed 07",                  the bed, or the patient's GUID
///      "description": "Heparin 5000 IU s.c.",    1 to 500 bytes
///      "status":      "active",                  active, on-hold, completed or cancelled
///      "changedBy":   "Dr. Marrowfen",           may be absent
///      "changedAt":   1767225600000              Unix milliseconds; may be absent: now
///   }]}
/// Other members are ignored. A wrong order is skipped with a sentence; the others count.
/// InvalidArgument with a sentence if the whole is no such JSON.
absl::StatusOr<OrderFileContent> parseOrders(std::string_view json,
                                             const PatientDirectory& directory);

}  // namespace vitalwall::sources
