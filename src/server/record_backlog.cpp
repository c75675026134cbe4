// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record_backlog.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "domain/concat.h"

namespace vitalwall::server {
namespace {

template <typename T>
void appendAll(std::vector<T>& target, std::vector<T> more) {
  if (target.empty()) {
    target = std::move(more);
    return;
  }
  target.insert(target.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

/// Keeps the last of the elements with equal keys, in order; returns how many went.
template <typename T, typename KeyOf>
std::size_t keepNewest(std::vector<T>& all, KeyOf keyOf) {
  std::unordered_set<decltype(keyOf(all.front()))> seen;
  const auto kept = std::stable_partition(all.rbegin(), all.rend(), [&](const T& element) {
    return seen.insert(keyOf(element)).second;
  });
  const auto dropped = static_cast<std::size_t>(std::distance(kept, all.rend()));
  all.erase(all.begin(), kept.base());
  return dropped;
}

/// Drops the oldest beyond `limit`, and some more, so that it is not to be done again at once.
template <typename T>
std::size_t dropOldest(std::vector<T>& all, std::size_t limit) {
  if (all.size() <= limit) return 0;
  const std::size_t excess = all.size() - (limit - limit / 10);
  all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(excess));
  return excess;
}

std::string counted(std::size_t number, std::string_view noun) {
  return concat(number, " ", noun, number == 1 ? "" : "s");
}

}  // namespace

std::string RecordBacklog::Dropped::toString() const {
  if (isNothing()) return {};
  return concat(counted(revisions, "revision"), ", ", counted(episodes, "alarm"), " and ",
                counted(audit, "audit line"), " are missing in it");
}

void RecordBacklog::append(AlarmRecord record) {
  appendAll(m_record.alerts, std::move(record.alerts));
  appendAll(m_record.settings, std::move(record.settings));
  appendAll(m_record.orders, std::move(record.orders));
  appendAll(m_record.audit, std::move(record.audit));
  appendAll(m_record.commands, std::move(record.commands));
  keepLimits();
}

void RecordBacklog::putBack(AlarmRecord record) {
  AlarmRecord newer = std::exchange(m_record, std::move(record));
  append(std::move(newer));
}

AlarmRecord RecordBacklog::take() {
  return std::exchange(m_record, {});
}

RecordBacklog::Dropped RecordBacklog::takeDropped() {
  return std::exchange(m_dropped, {});
}

void RecordBacklog::keepLimits() {
  keepAlertLimit();
  if (m_record.settings.size() > m_limits.settings)
    m_dropped.revisions +=
        keepNewest(m_record.settings, [](const AlarmSettings& it) { return it.patient; });
  if (m_record.orders.size() > m_limits.orders)
    m_dropped.revisions += keepNewest(m_record.orders, [](const Order& it) { return it.id; });
  m_dropped.audit += dropOldest(m_record.audit, m_limits.audit);
  dropOldest(m_record.commands, m_limits.commands);
}

void RecordBacklog::keepAlertLimit() {
  auto& alerts = m_record.alerts;
  if (alerts.size() <= m_limits.alerts) return;
  m_dropped.revisions += keepNewest(alerts, [](const Alert& alert) { return alert.id; });
  if (alerts.size() <= m_limits.alerts) return;
  std::stable_partition(alerts.begin(), alerts.end(), [](const Alert& it) { return !it.isOpen(); });
  m_dropped.episodes += dropOldest(alerts, m_limits.alerts);
}

}  // namespace vitalwall::server
