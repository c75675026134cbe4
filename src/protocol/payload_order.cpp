// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/concat.h"
#include "protocol/payload_events.h"
#include "protocol/payload_words.h"
#include "protocol/text.h"

namespace vitalwall::protocol {
namespace {

OrderId idOf(const PayloadFields& fields, const Order& order) {
  const auto text = fields.text({"orderid", "id", "guid", "uuid"});
  const auto id = text ? OrderId::parse(*text) : std::nullopt;
  if (id) return *id;
  return OrderId::fromName(
      concat(order.patient.toString(), "\n", text.value_or(order.description)));
}

}  // namespace

std::vector<ServerEvent> orderEvents(const Envelope& envelope, const PayloadFields& fields) {
  Order order;
  order.patient = envelope.patient;
  order.description =
      fields.text({"description", "text", "message", "name", "ordername", "title"}).value_or("");
  order.id = idOf(fields, order);
  order.changedBy = fields.text({"changedby", "orderedby", "user", "author"}).value_or("");
  order.changedAt =
      fields.time({"timestamp", "changedat", "updatedat", "time"}).value_or(envelope.time);
  if (order.description.empty())
    return {Notice{envelope.patient, "The server sent an order without a description."}};
  const auto word = fields.text({"status", "orderstatus", "state"});
  const auto status = word ? orderStatusNamed(*word) : OrderStatus::Active;
  if (!status)
    return {Notice{envelope.patient, concat("The order \"", shortened(order.description, 100),
                                            "\" has the unknown status \"", printableExcerpt(*word),
                                            "\"; it is not shown.")}};
  order.status = *status;
  return {order};
}

}  // namespace vitalwall::protocol
