// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/wfdb_format.h"

#include "domain/concat.h"
#include "sources/recordings/raw_signal.h"

namespace vitalwall::sources {
namespace {

using Bytes = std::span<const std::uint8_t>;

// A group is the smallest run of samples that starts on a byte; `tail[n]` is the bytes that n <
// size samples at the end of a file take.
struct Packing {
  std::uint64_t samples;
  std::uint64_t bytes;
  std::uint64_t tail[3];
};

Packing packingOf(WfdbFormat format) {
  switch (format) {
    case WfdbFormat::FirstDifference8:
    case WfdbFormat::Offset8:
      return {1, 1, {}};
    case WfdbFormat::Signed16:
    case WfdbFormat::BigEndian16:
    case WfdbFormat::Offset16:
      return {1, 2, {}};
    case WfdbFormat::Signed24:
      return {1, 3, {}};
    case WfdbFormat::Signed32:
      return {1, 4, {}};
    case WfdbFormat::Packed12:
      return {2, 3, {0, 2, 0}};
    case WfdbFormat::Packed10:
      return {3, 4, {0, 2, 4}};
    case WfdbFormat::Packed10b:
      return {3, 4, {0, 2, 3}};
  }
  return {1, 1, {}};
}

std::uint32_t littleEndian(Bytes bytes, std::size_t at, std::size_t width) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < width; ++i)
    value |= static_cast<std::uint32_t>(bytes[at + i]) << (8 * i);
  return value;
}

// The low `bits` of `value` as a two's complement number.
std::int32_t signExtended(std::uint32_t value, int bits) {
  const int unused = 32 - bits;
  return static_cast<std::int32_t>(value << unused) >> unused;
}

std::int32_t packed12(Bytes bytes, std::size_t index) {
  const auto at = index / 2 * 3;
  const bool second = index % 2 != 0;
  const std::uint32_t middle = bytes[at + 1];
  return second ? signExtended((middle >> 4) << 8 | bytes[at + 2], 12)
                : signExtended((middle & 0x0F) << 8 | bytes[at], 12);
}

// The first two samples sit above the lowest bit of a word each; the third is split over the five
// top bits of both.
std::int32_t packed10(Bytes bytes, std::size_t index) {
  const auto at = index / 3 * 4;
  const auto third = index % 3 == 2;
  if (!third) return signExtended(littleEndian(bytes, at + index % 3 * 2, 2) >> 1, 10);
  const auto low = littleEndian(bytes, at, 2) >> 11;
  const auto high = littleEndian(bytes, at + 2, 2) >> 11;
  return signExtended(high << 5 | low, 10);
}

// A file may end after the bytes that its last samples need, so only those are read.
std::int32_t packed10b(Bytes bytes, std::size_t index) {
  const auto bit = index / 3 * 32 + index % 3 * 10;
  return signExtended(littleEndian(bytes, bit / 8, 2) >> (bit % 8), 10);
}

}  // namespace

absl::StatusOr<WfdbFormat> wfdbFormat(int number) {
  switch (number) {
    case 8:
    case 16:
    case 24:
    case 32:
    case 61:
    case 80:
    case 160:
    case 212:
    case 310:
    case 311:
      return static_cast<WfdbFormat>(number);
    case 508:
    case 516:
    case 524:
      return absl::UnimplementedError(concat(
          "format ", number, " is compressed with FLAC, which is not read; convert the record"));
    default:
      return absl::UnimplementedError(concat("format ", number, " is not known"));
  }
}

std::uint64_t storedBytes(WfdbFormat format, std::uint64_t samples) {
  const auto packing = packingOf(format);
  return samples / packing.samples * packing.bytes + packing.tail[samples % packing.samples];
}

std::uint64_t storedSamples(WfdbFormat format, std::uint64_t bytes) {
  const auto packing = packingOf(format);
  auto samples = bytes / packing.bytes * packing.samples;
  while (storedBytes(format, samples + 1) <= bytes) ++samples;
  return samples;
}

std::int32_t invalidCode(WfdbFormat format) {
  switch (format) {
    case WfdbFormat::Offset8:
      return -128;
    case WfdbFormat::Signed16:
    case WfdbFormat::BigEndian16:
    case WfdbFormat::Offset16:
      return -32'768;
    case WfdbFormat::Signed24:
      return -8'388'608;
    case WfdbFormat::Packed12:
      return -2'048;
    case WfdbFormat::Packed10:
    case WfdbFormat::Packed10b:
      return -512;
    case WfdbFormat::FirstDifference8:
    case WfdbFormat::Signed32:
      break;
  }
  return kNoRawSample;
}

std::int32_t decodeSample(WfdbFormat format, Bytes bytes, std::size_t index) {
  switch (format) {
    case WfdbFormat::FirstDifference8:
      return signExtended(bytes[index], 8);
    case WfdbFormat::Offset8:
      return bytes[index] - 128;
    case WfdbFormat::Signed16:
      return signExtended(littleEndian(bytes, index * 2, 2), 16);
    case WfdbFormat::BigEndian16:
      return signExtended(static_cast<std::uint32_t>(bytes[index * 2] << 8 | bytes[index * 2 + 1]),
                          16);
    case WfdbFormat::Offset16:
      return static_cast<std::int32_t>(littleEndian(bytes, index * 2, 2)) - 32'768;
    case WfdbFormat::Signed24:
      return signExtended(littleEndian(bytes, index * 3, 3), 24);
    case WfdbFormat::Signed32:
      return signExtended(littleEndian(bytes, index * 4, 4), 32);
    case WfdbFormat::Packed12:
      return packed12(bytes, index);
    case WfdbFormat::Packed10:
      return packed10(bytes, index);
    case WfdbFormat::Packed10b:
      return packed10b(bytes, index);
  }
  return kNoRawSample;
}

}  // namespace vitalwall::sources
