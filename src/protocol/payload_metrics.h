// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/metric.h"

/// What JSON payloads, ours and those of other servers, call the parameters. Names are written as
/// comparableName() writes them. Pure; any thread.
namespace vitalwall::protocol {

/// How a payload may call a parameter, and which values are physically possible for it.
struct PayloadMetric {
  MdcCode code;
  double lowest = 0;   ///< in the unit of findMetric(code)
  double highest = 0;  ///< in the unit of findMetric(code)
  std::span<const std::string_view> names;
  /// Names that mean this parameter only where there is no arterial line: our own payload repeats
  /// the line's pressures under them.
  std::span<const std::string_view> namesWithoutLine;
};

/// All parameters that a payload may carry, in display order.
std::span<const PayloadMetric> payloadMetrics();

/// A pair of pressures that a payload writes as one text, "120/80".
struct PressurePair {
  std::string_view name;
  MdcCode systolic;
  MdcCode diastolic;
};
std::span<const PressurePair> pressurePairs();

/// The parameter that `name` means: a payload name, an MDC reference identifier, a screen label
/// or a code number; nullopt for anything else.
std::optional<MdcCode> parameterNamed(std::string_view name);

/// `text` as a code number.
std::optional<MdcCode> codeIn(std::string_view text);

/// How our payloads name a parameter: jsonName, else the MDC identifier, else the code number.
std::string payloadNameOf(MdcCode parameter);

}  // namespace vitalwall::protocol
