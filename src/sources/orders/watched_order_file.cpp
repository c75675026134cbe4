// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/orders/watched_order_file.h"

#include <utility>

namespace vitalwall::sources {
namespace {

constexpr milliseconds kBetweenLooks{500};

}  // namespace

WatchedOrderFile::WatchedOrderFile(std::filesystem::path path, const std::vector<Patient>& patients)
    : m_file(std::move(path)), m_directory(patients) {}

void WatchedOrderFile::advance(SteadyTime now, WallTime wallNow, SourceSink& sink) {
  if (m_lastLook && now - *m_lastLook < kBetweenLooks) return;
  m_lastLook = now;
  const auto text = m_file.look();
  if (!text) return;
  if (text->ok())
    take(**text, wallNow, sink);
  else
    tell(std::string(text->status().message()), sink);
}

void WatchedOrderFile::take(const std::string& text, WallTime wallNow, SourceSink& sink) {
  const auto content = parseOrders(text, m_directory);
  if (!content.ok()) {
    tell(std::string(content.status().message()) + " The orders known before stay as they are.",
         sink);
    return;
  }
  for (const std::string& notice : content->notices) tell(notice, sink);
  for (const StatedOrder& stated : content->orders) takeOrder(stated, wallNow, sink);
}

void WatchedOrderFile::takeOrder(const StatedOrder& stated, WallTime wallNow, SourceSink& sink) {
  const auto [known, isNew] = m_known.try_emplace(stated.order.id, stated);
  if (!isNew && known->second == stated) return;
  known->second = stated;
  Order order = stated.order;
  if (!stated.hasTime) order.changedAt = wallNow;
  sink.onOrder(order);
}

void WatchedOrderFile::tell(const std::string& sentence, SourceSink& sink) const {
  sink.onNotice(m_file.path().filename().string() + ": " + sentence);
}

}  // namespace vitalwall::sources
