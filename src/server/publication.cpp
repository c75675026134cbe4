// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publication.h"

#include "protocol/extended_encoder.h"
#include "protocol/plain_encoder.h"

namespace vitalwall::server {
namespace {

protocol::JsonStyle styleOf(Dialect dialect) {
  return dialect == Dialect::PlainPascal ? protocol::JsonStyle::Pascal : protocol::JsonStyle::Camel;
}

}  // namespace

SharedBytes encode(const Vitals& vitals, Dialect dialect) {
  return share(dialect == Dialect::Extended
                   ? protocol::encodeVitalsEntry(vitals)
                   : protocol::encodePlainVitals(vitals, styleOf(dialect)));
}

SharedBytes encode(const Alert& alert, Dialect dialect) {
  return share(dialect == Dialect::Extended ? protocol::encodeAlertEntry(alert)
                                            : protocol::encodePlainAlert(alert, styleOf(dialect)));
}

SharedBytes encode(const AlarmSettings& settings, Dialect dialect) {
  if (dialect != Dialect::Extended) return nullptr;
  return share(protocol::encodeAlarmSettingsEntry(settings));
}

SharedBytes encode(const Order& order, Dialect dialect) {
  return share(dialect == Dialect::Extended ? protocol::encodeOrderEntry(order)
                                            : protocol::encodePlainOrder(order, styleOf(dialect)));
}

}  // namespace vitalwall::server
