// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/message_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace vitalwall::alarms {
namespace {

int decimalsOf(MdcCode parameter) {
  const MetricInfo* info = findMetric(parameter);
  return info ? info->decimals : 1;
}

}  // namespace

std::string labelOf(MdcCode parameter) {
  const MetricInfo* info = findMetric(parameter);
  return info ? std::string(info->label) : std::to_string(parameter.value);
}

std::string valueText(MdcCode parameter, double value) {
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::fixed, decimalsOf(parameter));
  return end.ec == std::errc() ? std::string(buffer.data(), end.ptr) : std::string("?");
}

double shownValue(MdcCode parameter, double value) {
  const double scale = std::pow(10.0, decimalsOf(parameter));
  return std::nearbyint(value * scale) / scale;  // halves to even, as std::to_chars
}

}  // namespace vitalwall::alarms
