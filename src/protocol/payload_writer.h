// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "domain/clock.h"
#include "protocol/plain_encoder.h"

namespace vitalwall::protocol {

/// Puts together a JSON payload; members stand in the order in which they were added. A value that
/// is absent or not finite is null.
class PayloadWriter {
 public:
  explicit PayloadWriter(JsonStyle style) : m_style(style) {}

  void addText(std::string_view name, std::string_view text);
  void addTime(std::string_view name, WallTime time);

  void addFlag(std::string_view name, bool flag);

  /// Rounded to `decimals` digits; a whole number is written without a point, since a reader with
  /// an integer member refuses "72.0".
  void addNumber(std::string_view name, std::optional<double> value, int decimals);

  /// Like addText, inside the member object `parent`.
  void addTextIn(std::string_view parent, std::string_view name, std::string_view text);
  void addTimeIn(std::string_view parent, std::string_view name, WallTime time);

  /// The payload in UTF-8; what is no UTF-8 in a text becomes U+FFFD.
  std::string json() const;

 private:
  std::string styled(std::string_view name) const;

  JsonStyle m_style;
  nlohmann::ordered_json m_object = nlohmann::ordered_json::object();
};

}  // namespace vitalwall::protocol
