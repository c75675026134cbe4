// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/tile_damage.h"

namespace vitalwall::ui {
namespace {

std::uint32_t cellBit(std::size_t cell) {
  return cell < 32 ? std::uint32_t{1} << cell : 0;
}

/// The border shows the selection and the priority of an unacknowledged alarm.
std::optional<AlertPriority> borderPriority(const TileContent& content) {
  if (!content.alarm || content.alarm->acknowledged) return std::nullopt;
  return content.alarm->priority;
}

bool looksDifferent(const TileContent& a, const TileContent& b) {
  return a.selected != b.selected || borderPriority(a) != borderPriority(b) ||
         a.numerics.size() != b.numerics.size();
}

bool changesBrightness(AlertPriority priority, FlashPhase before, FlashPhase after) {
  return before.isBright(priority) != after.isBright(priority);
}

}  // namespace

TileDamage& TileDamage::operator|=(const TileDamage& other) {
  whole |= other.whole;
  header |= other.header;
  alarm |= other.alarm;
  waves |= other.waves;
  cells |= other.cells;
  return *this;
}

TileDamage TileDamage::between(const TileContent& before, const TileContent& after) {
  if (looksDifferent(before, after)) return all();
  TileDamage damage;
  damage.header = before.bed != after.bed || before.patient != after.patient ||
                  before.ageGroup != after.ageGroup || before.marks != after.marks;
  damage.alarm = before.alarm != after.alarm;
  damage.waves = before.notice != after.notice;
  for (std::size_t i = 0; i < after.numerics.size(); ++i)
    if (before.numerics[i] != after.numerics[i]) damage.cells |= cellBit(i);
  return damage;
}

TileDamage TileDamage::flashing(const TileContent& content, FlashPhase before, FlashPhase after) {
  TileDamage damage;
  const auto& alarm = content.alarm;
  damage.alarm = alarm && alarm->flashes() && changesBrightness(alarm->priority, before, after);
  for (std::size_t i = 0; i < content.numerics.size(); ++i) {
    const auto& priority = content.numerics[i].alarm;
    if (priority && changesBrightness(*priority, before, after)) damage.cells |= cellBit(i);
  }
  return damage;
}

}  // namespace vitalwall::ui
