// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace vitalwall::sources {

/// The age in years that header comments state, in any of the ways of PhysioNet's databases:
/// "age: 81", "<age>: 60 <sex>: F", and MIT-BIH's "69 M 1085 1629 x1". Negative means unknown.
std::optional<double> ageFromComments(const std::vector<std::string>& comments);

}  // namespace vitalwall::sources
