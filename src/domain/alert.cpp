// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alert.h"

#include <tuple>

namespace vitalwall {

bool isMoreUrgent(const Alert& a, const Alert& b) {
  const auto key = [](const Alert& alert) {
    return std::tuple(!alert.needsAttention(), alert.priority, alert.raisedAt, alert.id);
  };
  return key(a) < key(b);
}

std::string_view priorityPrefix(AlertPriority priority) {
  switch (priority) {
    case AlertPriority::High:
      return "***";
    case AlertPriority::Medium:
      return "**";
    case AlertPriority::Low:
      return "*";
  }
  return "";
}

}  // namespace vitalwall
