// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/device_memory.h"

#include "alarms/condition_catalogue.h"

namespace vitalwall::alarms {
namespace {

/// Networks reorder within seconds.
constexpr milliseconds kLongestReordering = std::chrono::seconds(5);

bool isLeftToEngine(MdcCode condition) {
  if (isLimitCondition(condition)) return true;
  const ConditionInfo* info = findCondition(condition);
  return info && info->judge == ConditionJudge::Engine;
}

/// Nobody but a device can say that the condition has gone: no numeric shows it for certain.
bool isOnlySaid(const ConditionKey& key) {
  const ConditionInfo* info = findCondition(key.condition);
  if (!info || info->lethal) return true;
  const MetricInfo* metric = findMetric(key.parameter);
  return info->judge == ConditionJudge::Device && metric && metric->jsonName.empty();
}

}  // namespace

bool DeviceMemory::take(const DeviceCondition& condition) {
  if (isLeftToEngine(condition.key.condition)) return false;
  const ConditionKey key = episodeKeyOf(condition.key);
  const auto [saidAt, isNew] = m_saidAt.try_emplace(key, condition.at);
  if (!isNew && isLate(condition.at, saidAt->second)) return false;
  saidAt->second = condition.at;
  m_expected.erase(key);
  m_words.insert_or_assign(key, condition.present ? Presence::Present : Presence::Absent);
  return true;
}

void DeviceMemory::expect(const ConditionKey& key, SteadyTime until) {
  if (isLimitCondition(key.condition) || !isOnlySaid(key)) return;
  m_words.insert_or_assign(key, Presence::Unknown);
  m_expected.insert_or_assign(key, until);
}

bool DeviceMemory::giveUp(SteadyTime now) {
  const auto isOver = [now](const auto& expected) { return now >= expected.second; };
  for (const auto& expected : m_expected)
    if (isOver(expected)) m_words.insert_or_assign(expected.first, Presence::Absent);
  return std::erase_if(m_expected, isOver) > 0;
}

ConditionKey episodeKeyOf(const ConditionKey& key) {
  const ConditionInfo* info = findCondition(key.condition);
  if (!info || info->parameter == MdcCode{}) return key;
  return {key.condition, info->parameter};
}

bool isLate(WallTime given, WallTime newest) {
  return given < newest && newest - given < kLongestReordering;
}

}  // namespace vitalwall::alarms
