// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vitalwall::models {

/// How far a command of this station has come.
enum class CommandStage : std::uint8_t {
  None,
  Pending,      ///< sent, not answered
  Unconfirmed,  ///< not answered for 3 s; still being tried
  Confirmed,
  Failed
};

/// Whether the server may still answer.
constexpr bool isUnderWay(CommandStage stage) {
  return stage == CommandStage::Pending || stage == CommandStage::Unconfirmed;
}

}  // namespace vitalwall::models
