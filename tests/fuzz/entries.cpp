// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/entries.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "patient_monitor.pb.h"
#include "protocol/alarm_history_codec.h"
#include "protocol/command_rules.h"
#include "protocol/directory_codec.h"
#include "protocol/extended_encoder.h"
#include "protocol/request_codec.h"
#include "protocol/response_decoder.h"

namespace vitalwall::fuzz {
namespace {

constexpr WallTime kReceived = WallTime(milliseconds(1'767'268'860'000));
constexpr std::string_view kStatusTypes[] = {"vitals_updated", "alert_triggered", "order_changed",
                                             "alert_acknowledged", "alert_cleared"};

void require(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "Broken promise: %s\n", promise);
  std::abort();
}

bool isPrintable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

void check(const protocol::MalformedId& malformed) {
  require(malformed.excerpt.size() <= 64, "an excerpt has at most 64 characters");
  require(isPrintable(malformed.excerpt), "an excerpt is printable");
}

void check(const protocol::NoAction&) {}

void check(const protocol::MalformedCommand& malformed) {
  require(!malformed.reason.empty(), "a refusal says why");
  require(isPrintable(malformed.reason), "a refusal is printable");
  require(malformed.reason.size() < 200, "a refusal is short");
}

void check(const Command& command) {
  require(protocol::checkCommand(command.body).ok(), "a command can be carried out");
  const auto again = protocol::decodeRequest(protocol::encodeRequest(command));
  const auto* same = again.ok() ? std::get_if<Command>(&*again) : nullptr;
  require(same != nullptr && *same == command, "a command reads back as it was written");
}

/// An extended entry that was decoded once is written and read to the same event.
void checkSame(const ServerEvent& event, const std::string& bytes) {
  const auto again = protocol::decodeResponse(bytes, kReceived);
  require(again.ok() && again->events.size() == 1 && again->events[0] == event,
          "an event reads back as it was written");
}

void check(const Vitals& vitals) {
  for (const auto& numeric : vitals.numerics)
    require(!numeric.value || std::isfinite(*numeric.value), "a value is a number");
  checkSame(vitals, protocol::encodeVitalsEntry(vitals));
}

void check(const WaveBlock& block) {
  checkSame(block, protocol::encodeWavesEntry(std::span(&block, 1)));
}

void check(const Alert& alert) {
  require(!alert.value || std::isfinite(*alert.value), "an alert's value is a number");
  require(!alert.limit || std::isfinite(*alert.limit), "an alert's limit is a number");
  checkSame(alert, protocol::encodeAlertEntry(alert));
}

void check(const AlarmSettings& settings) {
  for (const auto& alarms : settings.parameters)
    require(protocol::areNumbers(alarms.limits) && protocol::areNumbers(alarms.unitDefault),
            "a limit is a number");
  checkSame(settings, protocol::encodeAlarmSettingsEntry(settings));
}

void check(const Order& order) {
  checkSame(order, protocol::encodeOrderEntry(order));
}

void check(const CommandResult& result) {
  checkSame(result, protocol::encodeCommandResult(result));
}

void check(const ServerHeartbeat& heartbeat) {
  checkSame(heartbeat, protocol::encodeHeartbeat(heartbeat));
}

void check(const SnapshotEnd& end) {
  checkSame(end, protocol::encodeSnapshotEnd(end));
}

void check(const Notice& notice) {
  require(!notice.message.empty(), "a notice says something");
  require(notice.message.size() < 1000, "a notice is short");
}

/// What was read once is written and read to the same.
template <typename Value>
void checkStable(const absl::StatusOr<Value>& value, std::string (*encode)(const Value&),
                 absl::StatusOr<Value> (*decode)(std::string_view)) {
  if (!value.ok()) return require(!value.status().message().empty(), "an error says something");
  const std::string bytes = encode(*value);
  const auto again = decode(bytes);
  require(again.ok() && encode(*again) == bytes, "a value reads back as it was written");
}

void enterHistoryQuestion(std::string_view bytes) {
  checkStable(protocol::decodeAlarmListing(bytes), protocol::encodeAlarmListing,
              protocol::decodeAlarmListing);
  const auto alert = protocol::decodeRevisionListing(bytes);
  require(alert.ok() || !alert.status().message().empty(), "an error says something");
}

void enterHistoryAnswer(std::string_view bytes) {
  checkStable(protocol::decodeAlarmPage(bytes), protocol::encodeAlarmPage,
              protocol::decodeAlarmPage);
  const auto revisions = protocol::decodeRevisions(bytes);
  if (revisions.ok())
    for (const auto& alert : *revisions) check(alert);
}

}  // namespace

void enterRequest(std::string_view bytes) {
  const auto decoded = protocol::decodeRequest(bytes);
  if (decoded.ok()) std::visit([](const auto& request) { check(request); }, *decoded);
  enterHistoryQuestion(bytes);
}

void enterResponse(std::string_view bytes) {
  const auto decoded = protocol::decodeResponse(bytes, kReceived);
  if (decoded.ok())
    for (const auto& event : decoded->events)
      std::visit([](const auto& kind) { check(kind); }, event);
  const auto directory = protocol::decodeDirectory(bytes);
  require(directory.ok() || !directory.status().message().empty(), "an error says something");
  enterHistoryAnswer(bytes);
}

void enterPayload(std::string_view bytes) {
  if (bytes.empty()) return;
  const auto type = static_cast<std::uint8_t>(bytes.front()) % std::size(kStatusTypes);
  ::PatientStatusResponse message;
  message.set_patient_id(PatientId::fromName("patient").toString());
  message.set_status_type(std::string(kStatusTypes[type]));
  message.set_payload(std::string(bytes.substr(1)));
  enterResponse(message.SerializeAsString());
}

}  // namespace vitalwall::fuzz
