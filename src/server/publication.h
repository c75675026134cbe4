// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <utility>

#include "domain/alarm_settings.h"
#include "domain/alert.h"
#include "domain/order.h"
#include "domain/vitals.h"
#include "server/frame.h"

namespace vitalwall::server {

/// What a station understands.
enum class Dialect : std::uint8_t { Extended, PlainCamel, PlainPascal };

SharedBytes encode(const Vitals& vitals, Dialect dialect);
SharedBytes encode(const Alert& alert, Dialect dialect);
SharedBytes encode(const Order& order, Dialect dialect);
/// Null in plain dialects, which have no words for alarm settings.
SharedBytes encode(const AlarmSettings& settings, Dialect dialect);

/// A value on its way to any number of stations: serialized at most once per dialect, and only if
/// somebody speaks it. Ward executor only.
template <typename Value>
class Publication {
 public:
  explicit Publication(Value value) : m_value(std::move(value)) {}

  const Value& value() const { return m_value; }

  const SharedBytes& in(Dialect dialect) const {
    SharedBytes& bytes = m_bytes[static_cast<std::size_t>(dialect)];
    if (!bytes) bytes = encode(m_value, dialect);
    return bytes;
  }

 private:
  Value m_value;
  mutable std::array<SharedBytes, 3> m_bytes;
};

/// Vitals stay published until newer ones replace them, so they are shared.
using VitalsPublication = std::shared_ptr<const Publication<Vitals>>;

}  // namespace vitalwall::server
