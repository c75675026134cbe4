// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/payload_writer.h"

#include <cmath>

namespace vitalwall::protocol {
namespace {

constexpr double kLargestExactInteger = 9007199254740992.0;  // 2^53

nlohmann::ordered_json rounded(double value, int decimals) {
  if (std::abs(value) > kLargestExactInteger) return value;
  const double scale = std::pow(10.0, decimals);
  const double result = std::round(value * scale) / scale;
  if (result == std::floor(result)) return static_cast<std::int64_t>(result);
  return result;
}

}  // namespace

void PayloadWriter::addText(std::string_view name, std::string_view text) {
  m_object[styled(name)] = text;
}

void PayloadWriter::addTime(std::string_view name, WallTime time) {
  m_object[styled(name)] = toUnixMillis(time);
}

void PayloadWriter::addFlag(std::string_view name, bool flag) {
  m_object[styled(name)] = flag;
}

void PayloadWriter::addNumber(std::string_view name, std::optional<double> value, int decimals) {
  const bool given = value && std::isfinite(*value);
  m_object[styled(name)] = given ? rounded(*value, decimals) : nlohmann::ordered_json();
}

void PayloadWriter::addTextIn(std::string_view parent, std::string_view name,
                              std::string_view text) {
  m_object[styled(parent)][styled(name)] = text;
}

void PayloadWriter::addTimeIn(std::string_view parent, std::string_view name, WallTime time) {
  m_object[styled(parent)][styled(name)] = toUnixMillis(time);
}

std::string PayloadWriter::json() const {
  return m_object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string PayloadWriter::styled(std::string_view name) const {
  std::string text(name);
  if (m_style == JsonStyle::Pascal && !text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace vitalwall::protocol
