// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/orders/order_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

namespace vitalwall::sources {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestDescription = 500;

constexpr std::array<std::pair<std::string_view, OrderStatus>, 4> kStatusNames = {{
    {"active", OrderStatus::Active},
    {"on-hold", OrderStatus::OnHold},
    {"completed", OrderStatus::Completed},
    {"cancelled", OrderStatus::Cancelled},
}};

absl::Status mistake(const std::string& sentence) {
  return absl::InvalidArgumentError(sentence);
}

/// The text of a member, or nothing if it is absent or no text.
std::optional<std::string> textOf(const json& entry, const char* member) {
  const auto found = entry.find(member);
  if (found == entry.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

absl::Status readId(const json& entry, Order& order) {
  const auto text = textOf(entry, "id");
  if (!text || text->empty()) return mistake("it has no \"id\"");
  order.id = OrderId::parse(*text).value_or(OrderId::fromName("order:" + *text));
  return absl::OkStatus();
}

absl::Status readPatient(const json& entry, const PatientDirectory& directory, Order& order) {
  const auto text = textOf(entry, "patient");
  if (!text) return mistake("it has no \"patient\" (a bed or an id)");
  const auto patient = directory.find(*text);
  if (!patient) return mistake("no patient here has the bed or id \"" + *text + "\"");
  order.patient = *patient;
  return absl::OkStatus();
}

absl::Status readDescription(const json& entry, Order& order) {
  const auto text = textOf(entry, "description");
  if (!text || text->empty()) return mistake("it has no \"description\"");
  if (text->size() > kLongestDescription)
    return mistake("its \"description\" is longer than " + std::to_string(kLongestDescription) +
                   " bytes");
  order.description = *text;
  return absl::OkStatus();
}

absl::Status readStatus(const json& entry, Order& order) {
  const auto text = textOf(entry, "status").value_or("");
  const auto found = std::find_if(kStatusNames.begin(), kStatusNames.end(),
                                  [&text](const auto& name) { return name.first == text; });
  if (found == kStatusNames.end())
    return mistake("its \"status\" is \"" + text +
                   "\"; it must be active, on-hold, completed or cancelled");
  order.status = found->second;
  return absl::OkStatus();
}

absl::Status readChange(const json& entry, StatedOrder& stated) {
  stated.order.changedBy = textOf(entry, "changedBy").value_or("");
  const auto time = entry.find("changedAt");
  if (time == entry.end() || time->is_null()) return absl::OkStatus();
  if (!time->is_number_integer()) return mistake("its \"changedAt\" is not in Unix milliseconds");
  stated.order.changedAt = fromUnixMillis(time->get<std::int64_t>());
  stated.hasTime = true;
  return absl::OkStatus();
}

absl::StatusOr<StatedOrder> readOrder(const json& entry, const PatientDirectory& directory) {
  if (!entry.is_object()) return mistake("it is no object");
  StatedOrder stated;
  absl::Status status = readId(entry, stated.order);
  status.Update(readPatient(entry, directory, stated.order));
  status.Update(readDescription(entry, stated.order));
  status.Update(readStatus(entry, stated.order));
  status.Update(readChange(entry, stated));
  if (!status.ok()) return status;
  return stated;
}

std::string skipped(std::size_t index, const std::string& reason) {
  return "Order " + std::to_string(index + 1) + " was skipped: " + reason + ".";
}

/// The parsed text, or where it stops being JSON.
absl::StatusOr<json> parseText(std::string_view text) try {
  return json::parse(text);
} catch (const json::parse_error& error) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
  const auto line = std::count(text.begin(), end, '\n') + 1;
  return mistake("It is not valid JSON at line " + std::to_string(line) + ".");
}

}  // namespace

absl::StatusOr<OrderFileContent> parseOrders(std::string_view text,
                                             const PatientDirectory& directory) {
  const auto document = parseText(text);
  if (!document.ok()) return document.status();
  if (!document->is_object() || !document->contains("orders") || !(*document)["orders"].is_array())
    return mistake("It has no list \"orders\".");
  OrderFileContent content;
  std::set<OrderId> seen;
  const json& entries = (*document)["orders"];
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto stated = readOrder(entries[i], directory);
    if (!stated.ok())
      content.notices.push_back(skipped(i, std::string(stated.status().message())));
    else if (!seen.insert(stated->order.id).second)
      content.notices.push_back(skipped(i, "its \"id\" stands there twice"));
    else
      content.orders.push_back(*stated);
  }
  return content;
}

}  // namespace vitalwall::sources
