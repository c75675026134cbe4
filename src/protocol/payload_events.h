// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/server_event.h"
#include "protocol/payload_fields.h"

/// JSON payloads of plain servers into events. What cannot be understood becomes a Notice with a
/// sentence; a number outside what is physically possible is never a value. Pure; any thread.
namespace vitalwall::protocol {

/// What a plain message says outside its payload.
struct Envelope {
  PatientId patient;
  WallTime time{};  ///< the message's own time; stands in where the payload gives none
};

/// How a message's status_type leaves the alert that it tells of.
enum class AlertChange : std::uint8_t { Triggered, Acknowledged, Cleared };

std::vector<ServerEvent> vitalsEvents(const Envelope& envelope, const PayloadFields& fields);

/// A missing or unknown priority counts as High. The alert has revision 0: a plain server numbers
/// nothing.
std::vector<ServerEvent> alertEvents(const Envelope& envelope, const PayloadFields& fields,
                                     AlertChange change);

/// An order without a status counts as active; one with an unknown status gives a Notice only.
std::vector<ServerEvent> orderEvents(const Envelope& envelope, const PayloadFields& fields);

}  // namespace vitalwall::protocol
