// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/order.h"
#include "storage/statement.h"

namespace vitalwall::storage {

/// Orders in their newest state, and every state they had.
class OrderTable {
 public:
  explicit OrderTable(const Connection& connection);

  /// Stores the newest state of an order, within the caller's transaction. The state that is in
  /// place already changes nothing.
  absl::Status store(const Order& order);

  /// Every order, in its newest state.
  absl::StatusOr<std::vector<Order>> newest();

 private:
  Statement m_find;
  Statement m_store;
  Statement m_append;
  Statement m_newest;
};

}  // namespace vitalwall::storage
