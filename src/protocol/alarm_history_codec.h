// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "domain/alarm_repository.h"

/// The bytes of the AlarmHistory service, both directions. A decoder gives InvalidArgument with a
/// sentence for bytes that are no such message and for what is wrong in them. Pure; any thread.
namespace vitalwall::protocol {

using vitalwall::AlarmPlace;

/// A question for episodes: `query.limit` is that of one page.
struct AlarmListing {
  AlarmQuery query;
  std::optional<AlarmPlace> after;  ///< empty: the first page
};

/// One page of the answer.
struct AlarmPage {
  std::vector<Alert> alerts;
  std::optional<AlarmPlace> next;  ///< empty: this was the last page

  bool operator==(const AlarmPage&) const = default;
};

/// Most episodes of a page: a message has an upper size.
inline constexpr std::size_t kMaxAlarmPage = 1000;

/// ListAlarms. A decoded limit is between 1 and kMaxAlarmPage; none given is AlarmQuery's own.
std::string encodeAlarmListing(const AlarmListing& listing);
absl::StatusOr<AlarmListing> decodeAlarmListing(std::string_view bytes);
std::string encodeAlarmPage(const AlarmPage& page);
absl::StatusOr<AlarmPage> decodeAlarmPage(std::string_view bytes);

/// ListRevisions.
std::string encodeRevisionListing(AlertId alert);
absl::StatusOr<AlertId> decodeRevisionListing(std::string_view bytes);
std::string encodeRevisions(std::span<const Alert> revisions);
absl::StatusOr<std::vector<Alert>> decodeRevisions(std::string_view bytes);

}  // namespace vitalwall::protocol
