// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.h"

namespace vitalwall::protocol {

/// An id as the extension carries it: its 16 bytes in the order of its text.
template <typename Id>
std::string idBytes(const Id& id) {
  return {id.guid.bytes().begin(), id.guid.bytes().end()};
}

/// The id in `bytes`, or nullopt unless there are 16 of them.
template <typename Id>
std::optional<Id> idFromBytes(std::string_view bytes) {
  Guid::Bytes raw{};
  if (bytes.size() != raw.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), raw.begin());
  return Id{Guid(raw)};
}

}  // namespace vitalwall::protocol
