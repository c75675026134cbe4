// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/station_feed.h"

#include "server/extended_feed.h"
#include "server/plain_feed.h"

namespace vitalwall::server {

std::unique_ptr<StationFeed> makeFeed(Dialect dialect, StreamWriter& writer) {
  if (dialect == Dialect::Extended) return std::make_unique<ExtendedFeed>(writer);
  return std::make_unique<PlainFeed>(dialect, writer);
}

}  // namespace vitalwall::server
