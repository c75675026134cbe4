// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/sound_settings.h"

#include "domain/concat.h"
#include "sound/burst_rules.h"

namespace vitalwall::sound {
namespace {

using namespace std::chrono_literals;
constexpr milliseconds kLeastReminder = 1min;
constexpr milliseconds kMostReminder = 10min;
constexpr Bounds kFloorBounds{0.1, 1};

double seconds(milliseconds time) {
  return std::chrono::duration<double>(time).count();
}

/// The objection to an interval of this priority.
std::optional<std::string> objectionTo(AlertPriority priority, milliseconds interval) {
  const auto& rule = ruleOf(priority);
  if (rule.interval.contains(static_cast<double>(interval.count()))) return std::nullopt;
  const std::string text = concat("A ", rule.name, " alarm may not repeat every ",
                                  seconds(interval), " s: IEC 60601-1-8 ");
  if (priority == AlertPriority::Low) return text + "wants more than 15 s, or no repetition.";
  return concat(text, "allows ", rule.interval.least / 1000, " to ", rule.interval.most / 1000,
                " s.");
}

std::optional<std::string> objectionTo(const RepeatIntervals& repeat) {
  if (auto words = objectionTo(AlertPriority::High, repeat.high)) return words;
  if (auto words = objectionTo(AlertPriority::Medium, repeat.medium)) return words;
  if (repeat.low) return objectionTo(AlertPriority::Low, *repeat.low);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> objectionTo(const SoundSettings& settings) {
  if (auto words = objectionTo(settings.repeat)) return words;
  if (settings.reminder < kLeastReminder || settings.reminder > kMostReminder)
    return concat("The reminder may not come every ", seconds(settings.reminder),
                  " s: 1 to 10 minutes.");
  if (!Bounds{0, 1}.contains(settings.volume))
    return concat("The volume is ", settings.volume, ", not a number from 0 to 1.");
  if (!kFloorBounds.contains(settings.volumeFloor))
    return concat("The lowest volume is ", settings.volumeFloor, ": less than ", kFloorBounds.least,
                  " cannot be heard, more than 1 cannot be played.");
  return std::nullopt;
}

}  // namespace vitalwall::sound
