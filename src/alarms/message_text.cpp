// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/message_text.h"

#include <array>
#include <charconv>

namespace vitalwall::alarms {

std::string labelOf(MdcCode parameter) {
  const MetricInfo* info = findMetric(parameter);
  return info ? std::string(info->label) : std::to_string(parameter.value);
}

std::string valueText(MdcCode parameter, double value) {
  const MetricInfo* info = findMetric(parameter);
  const int decimals = info ? info->decimals : 1;
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::fixed, decimals);
  return end.ec == std::errc() ? std::string(buffer.data(), end.ptr) : std::string("?");
}

}  // namespace vitalwall::alarms
