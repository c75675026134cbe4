// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vitalwall::protocol {

/// From now on what protobuf would write to stderr is counted, a fatal error excepted. It writes a
/// line for every text that is not UTF-8, and a peer may send thousands; the decoders report each
/// with their status, to whoever can name the peer. For mains, before there are threads; calling it
/// again changes nothing.
void countWireComplaints();

/// How many lines were counted so far. Any thread.
std::uint64_t wireComplaints();

}  // namespace vitalwall::protocol
