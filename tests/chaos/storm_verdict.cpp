// SPDX-License-Identifier: GPL-3.0-or-later
#include "chaos/storm_verdict.h"

#include <algorithm>
#include <tuple>

namespace vitalwall::test {

std::optional<std::string> unrecordedRevision(const StormTestimony& testimony,
                                              AlarmRepository& record) {
  AlertId alert;
  std::set<std::uint64_t> stored;
  for (const auto& [id, revision] : testimony.recorded) {
    if (id != alert || stored.empty()) {
      alert = id;
      stored.clear();
      const auto revisions = record.revisions(id);
      for (const auto& one : *revisions) stored.insert(one.revision);
    }
    if (!stored.contains(revision)) return id.toString() + " " + std::to_string(revision);
  }
  return std::nullopt;
}

std::optional<std::string> unrecordedAcknowledge(const StormTestimony& testimony,
                                                 AlarmRepository& record) {
  for (const auto& [id, person] : testimony.acknowledged) {
    const auto revisions = record.revisions(id);
    const bool isThere =
        std::any_of(revisions->begin(), revisions->end(), [&person = person](const Alert& alert) {
          return alert.acknowledged && alert.acknowledged->by == person;
        });
    if (!isThere) return id.toString();
  }
  return std::nullopt;
}

std::vector<Alert> allEpisodes(AlarmRepository& record) {
  std::vector<Alert> all;
  AlarmQuery query;
  for (;;) {
    const auto page = record.episodes(query);
    if (page->empty()) return all;
    all.insert(all.end(), page->begin(), page->end());
    query.after = AlarmPlace{all.back().raisedAt, all.back().id};
  }
}

int overlaps(std::vector<Alert> episodes) {
  std::sort(episodes.begin(), episodes.end(), [](const Alert& a, const Alert& b) {
    return std::tuple(a.patient, a.key(), a.raisedAt) < std::tuple(b.patient, b.key(), b.raisedAt);
  });
  int count = 0;
  for (std::size_t i = 1; i < episodes.size(); ++i) {
    const Alert& before = episodes[i - 1];
    const Alert& after = episodes[i];
    if (before.patient != after.patient || before.key() != after.key()) continue;
    count += before.isOpen() || before.changedAt > after.raisedAt;
  }
  return count;
}

}  // namespace vitalwall::test
