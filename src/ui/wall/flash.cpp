// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/flash.h"

namespace vitalwall::ui {
namespace {

constexpr std::chrono::microseconds kHighPeriod{500'000};
constexpr std::chrono::microseconds kMediumPeriod{1'666'667};

bool isFirstHalf(FrameTime time, std::chrono::microseconds period) {
  return time.time_since_epoch() % period < period / 2;
}

}  // namespace

FlashPhase FlashPhase::at(FrameTime time) {
  return {isFirstHalf(time, kHighPeriod), isFirstHalf(time, kMediumPeriod)};
}

}  // namespace vitalwall::ui
