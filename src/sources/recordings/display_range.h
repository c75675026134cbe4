// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "domain/wave.h"

namespace vitalwall::sources {

/// Bottom and top of a wave's usual display, in the channel's unit.
struct DisplayRange {
  double low = 0;
  double high = 1;
};

/// A sensible range for `channel`: fixed clinical scales for pressures and CO2; for ECG the usual
/// -1 to +2 mV about its baseline, doubled or halved until 99 % of the signal fits; for all else
/// (pleth, respiration, unknown) the middle 98 % of the signal with a margin.
DisplayRange displayRange(const WaveChannel& channel, std::span<const std::int16_t> counts);

}  // namespace vitalwall::sources
