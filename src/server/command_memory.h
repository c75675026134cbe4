// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <unordered_map>
#include <vector>

#include "domain/command.h"

namespace vitalwall::server {

/// Remembers what commands were answered, so that the same command id always has the same effect
/// and the same answer, however often and from whatever stream it comes. The newest kCapacity are
/// remembered. Ward executor only.
class CommandMemory {
 public:
  static constexpr std::size_t kCapacity = 10'000;
  using Reply = std::function<void(const CommandResult&)>;

  /// Answers of an earlier run, the oldest first.
  void restore(const std::vector<CommandResult>& results);

  /// True when `id` is new and the caller has to execute it and then settle() it. Otherwise `reply`
  /// gets the known answer, at once or when it is settled. A nil id (a plain client's) is always
  /// new.
  bool admit(CommandId id, const Reply& reply);

  /// The answer of an admitted command, for everybody who waits for it.
  void settle(const CommandResult& result);

 private:
  void remember(const CommandResult& result);

  std::unordered_map<CommandId, std::vector<Reply>> m_underWay;
  std::unordered_map<CommandId, CommandResult> m_results;
  std::deque<CommandId> m_order;
};

}  // namespace vitalwall::server
