// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include <absl/status/statusor.h>

#include "domain/source.h"

namespace vitalwall::server {

/// The patients of all `sources` as one ward: a bed name that is missing or already taken is
/// replaced by the first free "Bed NN". InvalidArgument when two sources give the same patient.
absl::StatusOr<std::vector<Patient>> makeDirectory(
    std::span<const std::unique_ptr<Source>> sources);

}  // namespace vitalwall::server
