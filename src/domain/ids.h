// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guid.h"

namespace vitalwall {

/// A GUID that can only be used for what it names: a PatientId is never an AlertId.
template <typename Tag>
struct StrongId {
  Guid guid;

  /// The id written as any of the contract's GUID forms, or nullopt.
  static std::optional<StrongId> parse(std::string_view text) {
    const auto guid = Guid::parse(text);
    if (!guid) return std::nullopt;
    return StrongId{*guid};
  }
  static StrongId random() { return {Guid::random()}; }
  static StrongId fromName(std::string_view name) { return {Guid::fromName(name)}; }

  std::string toString() const { return guid.toString(); }
  auto operator<=>(const StrongId&) const = default;
};

using PatientId = StrongId<struct PatientTag>;
using AlertId = StrongId<struct AlertTag>;
using OrderId = StrongId<struct OrderTag>;
using CommandId = StrongId<struct CommandTag>;

}  // namespace vitalwall

template <typename Tag>
struct std::hash<vitalwall::StrongId<Tag>> {
  std::size_t operator()(const vitalwall::StrongId<Tag>& id) const noexcept {
    return std::hash<vitalwall::Guid>{}(id.guid);
  }
};
