// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

/// Valid inputs of each entry, to be mutated: one for every kind of message.
namespace vitalwall::fuzz {

std::vector<std::string> requestSeeds();
std::vector<std::string> responseSeeds();
std::vector<std::string> payloadSeeds();

}  // namespace vitalwall::fuzz
