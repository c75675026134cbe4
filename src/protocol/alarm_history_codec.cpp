// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/alarm_history_codec.h"

#include <algorithm>
#include <limits>

#include "protocol/to_domain.h"
#include "protocol/to_wire.h"
#include "protocol/wire_id.h"
#include "protocol/wire_time.h"
#include "vitalwall/v1/alarm_history.pb.h"

namespace vitalwall::protocol {
namespace {

constexpr auto kUnreadableQuestion = "The question for alarms of the past cannot be read.";
constexpr auto kUnreadableAnswer = "The server's alarm history cannot be read.";
constexpr auto kBadId = "An id in the question for alarms of the past is none.";

template <typename Message>
absl::StatusOr<Message> parse(std::string_view bytes, const char* complaint) {
  Message message;
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return absl::InvalidArgumentError(complaint);
  return message;
}

std::uint32_t wireLimit(std::size_t limit) {
  constexpr std::size_t kHighest = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::min(limit, kHighest));
}

std::size_t domainLimit(std::uint32_t limit) {
  return limit == 0 ? AlarmQuery().limit : std::min<std::size_t>(limit, kMaxAlarmPage);
}

void writePlace(const AlarmPlace& place, v1::PageToken& wire) {
  wire.set_raised_at(toUnixMillis(place.raisedAt));
  wire.set_alert(idBytes(place.alert));
}

absl::StatusOr<AlarmPlace> readPlace(const v1::PageToken& wire) {
  const auto alert = idFromBytes<AlertId>(wire.alert());
  if (!alert) return absl::InvalidArgumentError(kBadId);
  return AlarmPlace{boundedTime(wire.raised_at()), *alert};
}

template <typename Alerts>
absl::StatusOr<std::vector<Alert>> alertsOf(const Alerts& wires) {
  std::vector<Alert> alerts;
  alerts.reserve(static_cast<std::size_t>(wires.size()));
  for (const auto& wire : wires) {
    auto alert = protocol::toDomain(wire);
    if (!alert.ok()) return alert.status();
    alerts.push_back(*std::move(alert));
  }
  return alerts;
}

}  // namespace

std::string encodeAlarmListing(const AlarmListing& listing) {
  v1::ListAlarmsRequest request;
  const auto& query = listing.query;
  if (query.patient) request.set_patient(idBytes(*query.patient));
  if (query.since) request.set_since(toUnixMillis(*query.since));
  if (query.before) request.set_before(toUnixMillis(*query.before));
  request.set_limit(wireLimit(query.limit));
  if (listing.after) writePlace(*listing.after, *request.mutable_page());
  return request.SerializeAsString();
}

absl::StatusOr<AlarmListing> decodeAlarmListing(std::string_view bytes) {
  const auto request = parse<v1::ListAlarmsRequest>(bytes, kUnreadableQuestion);
  if (!request.ok()) return request.status();
  AlarmListing listing;
  listing.query.limit = domainLimit(request->limit());
  if (request->has_patient()) {
    listing.query.patient = idFromBytes<PatientId>(request->patient());
    if (!listing.query.patient) return absl::InvalidArgumentError(kBadId);
  }
  if (request->has_since()) listing.query.since = boundedTime(request->since());
  if (request->has_before()) listing.query.before = boundedTime(request->before());
  if (!request->has_page()) return listing;
  const auto after = readPlace(request->page());
  if (!after.ok()) return after.status();
  listing.after = *after;
  return listing;
}

std::string encodeAlarmPage(const AlarmPage& page) {
  v1::ListAlarmsResponse response;
  for (const auto& alert : page.alerts) protocol::toWire(alert, *response.add_alerts());
  if (page.next) writePlace(*page.next, *response.mutable_next_page());
  return response.SerializeAsString();
}

absl::StatusOr<AlarmPage> decodeAlarmPage(std::string_view bytes) {
  const auto response = parse<v1::ListAlarmsResponse>(bytes, kUnreadableAnswer);
  if (!response.ok()) return response.status();
  auto alerts = alertsOf(response->alerts());
  if (!alerts.ok()) return alerts.status();
  AlarmPage page{.alerts = *std::move(alerts), .next = {}};
  if (!response->has_next_page()) return page;
  const auto next = readPlace(response->next_page());
  if (!next.ok()) return absl::InvalidArgumentError(kUnreadableAnswer);
  page.next = *next;
  return page;
}

std::string encodeRevisionListing(AlertId alert) {
  v1::ListRevisionsRequest request;
  request.set_alert(idBytes(alert));
  return request.SerializeAsString();
}

absl::StatusOr<AlertId> decodeRevisionListing(std::string_view bytes) {
  const auto request = parse<v1::ListRevisionsRequest>(bytes, kUnreadableQuestion);
  if (!request.ok()) return request.status();
  const auto alert = idFromBytes<AlertId>(request->alert());
  if (!alert) return absl::InvalidArgumentError(kBadId);
  return *alert;
}

std::string encodeRevisions(std::span<const Alert> revisions) {
  v1::ListRevisionsResponse response;
  for (const auto& alert : revisions) protocol::toWire(alert, *response.add_revisions());
  return response.SerializeAsString();
}

absl::StatusOr<std::vector<Alert>> decodeRevisions(std::string_view bytes) {
  const auto response = parse<v1::ListRevisionsResponse>(bytes, kUnreadableAnswer);
  if (!response.ok()) return response.status();
  return alertsOf(response->revisions());
}

}  // namespace vitalwall::protocol
