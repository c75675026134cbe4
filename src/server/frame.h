// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vitalwall::server {

/// Serialized once, written to many streams.
using SharedBytes = std::shared_ptr<const std::string>;

inline SharedBytes share(std::string bytes) {
  return std::make_shared<const std::string>(std::move(bytes));
}

/// One message to a station: the concatenation of its parts. Head and entries stay apart until the
/// transport copies them into one slice, which is cheaper than joining them. A finished batch,
/// which is large and goes to many stations, is not copied any more.
struct Frame {
  std::string head;
  std::vector<SharedBytes> entries;
  SharedBytes batch;  ///< may be null

  /// Of head and entries.
  std::size_t looseSize() const {
    std::size_t bytes = head.size();
    for (const auto& entry : entries) bytes += entry->size();
    return bytes;
  }
  std::size_t size() const { return looseSize() + (batch ? batch->size() : 0); }
};

}  // namespace vitalwall::server
