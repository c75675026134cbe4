// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "chaos/storm_station.h"
#include "domain/alarm_repository.h"

namespace vitalwall::test {

/// The first revision that was published as recorded and is not in `record`; nullopt if all are.
std::optional<std::string> unrecordedRevision(const StormTestimony& testimony,
                                              AlarmRepository& record);

/// The first acknowledge that was confirmed and is not in `record`; nullopt if all are.
std::optional<std::string> unrecordedAcknowledge(const StormTestimony& testimony,
                                                 AlarmRepository& record);

/// All episodes of `record`.
std::vector<Alert> allEpisodes(AlarmRepository& record);

/// Pairs of episodes of one patient and condition that were open at the same time.
int overlaps(std::vector<Alert> episodes);

}  // namespace vitalwall::test
