// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "domain/alarm_settings.h"

namespace vitalwall::models {

/// One thing about a patient's alarms that is not as the unit wants it.
enum class DeviationKind : std::uint8_t { AlarmOff, AlarmsPaused, AudioPaused, LimitsDiffer };

/// Value.
struct Deviation {
  DeviationKind kind = DeviationKind::LimitsDiffer;
  std::optional<MdcCode> parameter;  ///< of AlarmOff and LimitsDiffer
  std::string by;                    ///< empty if nobody is known to have done it
  std::string reason;                ///< of AlarmOff
  LimitPair limits;                  ///< of LimitsDiffer, with the default beside them
  LimitPair unitDefault;
  WallTime since{};
  std::optional<WallTime> until;  ///< of a pause

  bool operator==(const Deviation&) const = default;
};

/// Whether a pause holds at `now`.
bool holds(const std::optional<TimedPause>& pause, WallTime now);

/// All deviations of a patient at `now`, the gravest kind first; parameters in their order.
std::vector<Deviation> deviationsOf(const AlarmSettings& settings, WallTime now);

/// "50–120", "> 90"; "–" if there is no limit on either side.
QString limitText(MdcCode parameter, std::optional<double> low, std::optional<double> high);

/// Both pairs: "50–120, extreme 40–140".
QString limitsText(MdcCode parameter, const LimitPair& limits);

/// What it is, for lists: "HR alarm off", "Limits of HR 60–110, unit 50–120".
QString deviationText(const Deviation& deviation);

}  // namespace vitalwall::models
