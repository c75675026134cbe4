// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "absl/status/statusor.h"

namespace vitalwall::sources {

/// How a signal file stores its samples (format: signal(5) of the WFDB Applications Guide).
/// The values are the numbers that headers use.
enum class WfdbFormat : int {
  FirstDifference8 = 8,
  Signed16 = 16,
  Signed24 = 24,
  Signed32 = 32,
  BigEndian16 = 61,
  Offset8 = 80,
  Offset16 = 160,
  Packed12 = 212,   ///< two 12-bit samples in 3 bytes
  Packed10 = 310,   ///< three 10-bit samples in two 16-bit words
  Packed10b = 311,  ///< three 10-bit samples in a 32-bit word
};

/// The format with `number`, or Unimplemented with a sentence that names what it is.
absl::StatusOr<WfdbFormat> wfdbFormat(int number);

/// Bytes that `samples` consecutive samples take.
std::uint64_t storedBytes(WfdbFormat format, std::uint64_t samples);

/// Samples that `bytes` can hold.
std::uint64_t storedSamples(WfdbFormat format, std::uint64_t bytes);

/// The count by which a format says "no value"; none in difference format.
std::int32_t invalidCode(WfdbFormat format);

/// Sample number `index` of `bytes`, which must hold storedBytes(format, index + 1) bytes. A code
/// for "no value" is left as it is; difference format gives the difference.
std::int32_t decodeSample(WfdbFormat format, std::span<const std::uint8_t> bytes,
                          std::size_t index);

}  // namespace vitalwall::sources
