// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace vitalwall::sources {

/// One mark in an annotation file (format: annot(5) of the WFDB Applications Guide, MIT format).
struct WfdbAnnotation {
  std::int64_t sample = 0;  ///< frame number, at the record's rate unless the file says otherwise
  int code = 0;             ///< 1 normal beat, 5 premature ventricular contraction, 22 comment, ...
  std::string note;         ///< "(AFIB", "## time resolution: 250"

  /// Whether the mark stands for a heartbeat (codes 1 to 13, 25, 30, 34, 35, 38, 41 of ecgcodes.h).
  bool isBeat() const;
};

/// Decodes the bytes of an annotation file. DataLoss if it ends inside a mark, or never ends.
absl::StatusOr<std::vector<WfdbAnnotation>> parseWfdbAnnotations(
    std::span<const std::uint8_t> bytes);

}  // namespace vitalwall::sources
