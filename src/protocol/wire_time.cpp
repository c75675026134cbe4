// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/wire_time.h"

#include <algorithm>
#include <charconv>

namespace vitalwall::protocol {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::int64_t kLatestMillis = 253'402'300'799'999;  // 9999-12-31T23:59:59.999Z

/// Reads a text from its front; every function takes what it understands and says whether it did.
class IsoReader {
 public:
  explicit IsoReader(std::string_view text) : m_rest(text) {}

  bool atEnd() const { return m_rest.empty(); }

  bool skip(std::string_view anyOf) {
    if (m_rest.empty() || anyOf.find(m_rest.front()) == std::string_view::npos) return false;
    m_rest.remove_prefix(1);
    return true;
  }

  /// Exactly `digits` digits, of a value of at most `highest`.
  std::optional<int> number(std::size_t digits, int highest) {
    const std::string_view text = m_rest.substr(0, digits);
    if (text.size() != digits || text.find_first_not_of("0123456789") != text.npos) return {};
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    if (value > highest) return std::nullopt;
    m_rest.remove_prefix(digits);
    return value;
  }

  /// The digits after the decimal point, as milliseconds; further digits are dropped.
  milliseconds fraction() {
    int millis = 0;
    for (int weight = 100; const auto digit = number(1, 9); weight /= 10) millis += *digit * weight;
    return milliseconds(millis);
  }

 private:
  std::string_view m_rest;
};

std::optional<WallTime> readDate(IsoReader& reader) {
  const auto year = reader.number(4, 9999);
  if (!year || !reader.skip("-")) return std::nullopt;
  const auto month = reader.number(2, 12);
  if (!month || !reader.skip("-")) return std::nullopt;
  const auto day = reader.number(2, 31);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return WallTime(std::chrono::sys_days(date));
}

std::optional<milliseconds> readTimeOfDay(IsoReader& reader) {
  const auto hour = reader.number(2, 23);
  if (!hour || !reader.skip(":")) return std::nullopt;
  const auto minute = reader.number(2, 59);
  if (!minute) return std::nullopt;
  milliseconds time = hours(*hour) + minutes(*minute);
  if (!reader.skip(":")) return time;
  const auto second = reader.number(2, 60);  // 60: a leap second
  if (!second) return std::nullopt;
  time += seconds(*second);
  if (reader.skip(".,")) time += reader.fraction();
  return time;
}

/// How far local time is ahead of UTC.
std::optional<minutes> readZone(IsoReader& reader) {
  if (reader.atEnd() || reader.skip("Zz")) return minutes(0);
  const bool ahead = reader.skip("+");
  if (!ahead && !reader.skip("-")) return std::nullopt;
  const auto hour = reader.number(2, 14);
  if (!hour) return std::nullopt;
  reader.skip(":");
  const auto minute = reader.number(2, 59);
  const minutes offset = hours(*hour) + minutes(minute.value_or(0));
  return ahead ? offset : -offset;
}

std::optional<WallTime> withinYears(WallTime time) {
  if (toUnixMillis(time) <= 0 || toUnixMillis(time) > kLatestMillis) return std::nullopt;
  return time;
}

}  // namespace

WallTime boundedTime(std::int64_t unixMillis) {
  return fromUnixMillis(std::clamp<std::int64_t>(unixMillis, 0, kLatestMillis));
}

std::optional<WallTime> timeFromMillis(double unixMillis) {
  if (!(unixMillis > 0 && unixMillis <= static_cast<double>(kLatestMillis))) return std::nullopt;
  return fromUnixMillis(static_cast<std::int64_t>(unixMillis));
}

std::optional<WallTime> timeFromIso(std::string_view text) {
  IsoReader reader(text);
  const auto date = readDate(reader);
  if (!date || !reader.skip("Tt ")) return std::nullopt;
  const auto time = readTimeOfDay(reader);
  if (!time) return std::nullopt;
  const auto zone = readZone(reader);
  if (!zone || !reader.atEnd()) return std::nullopt;
  return withinYears(*date + *time - *zone);
}

}  // namespace vitalwall::protocol
