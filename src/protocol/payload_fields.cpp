// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/payload_fields.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <nlohmann/json.hpp>

#include "domain/concat.h"
#include "protocol/text.h"
#include "protocol/wire_time.h"

namespace vitalwall::protocol {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxBytes = 262'144;
constexpr std::size_t kMaxDepth = 16;
constexpr std::size_t kMaxTextBytes = 500;  // an alarm line shows a fifth of it

constexpr std::array<std::string_view, 14> kWrappers = {
    "vitals", "vitalsigns", "data",  "payload", "measurements", "values", "current",
    "latest", "alert",      "alarm", "order",   "status",       "event",  "patientstatus"};

bool isWrapper(std::string_view name) {
  return std::find(kWrappers.begin(), kWrappers.end(), name) != kWrappers.end();
}

}  // namespace

/// Receives the parser's events one by one, so that a hostile payload never becomes a tree.
class PayloadFields::Builder final : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return take(std::monostate{}); }
  bool boolean(bool value) override { return take(value); }
  bool number_integer(Json::number_integer_t value) override {
    return take(static_cast<double>(value));
  }
  bool number_unsigned(Json::number_unsigned_t value) override {
    return take(static_cast<double>(value));
  }
  bool number_float(Json::number_float_t value, const std::string&) override { return take(value); }
  bool string(std::string& value) override { return take(std::move(value)); }
  bool binary(Json::binary_t&) override { return false; }

  bool key(std::string& name) override {
    m_key = comparableName(name);
    return true;
  }
  bool start_object(std::size_t) override {
    if (m_levels.empty()) return enter("", false);
    return enter(isWrapper(m_key) ? prefix() : concat(prefix(), m_key, "."), skipping());
  }
  bool start_array(std::size_t) override {
    if (!m_levels.empty()) return enter("", true);
    m_problem = "it is no JSON object";
    return false;
  }
  bool end_object() override { return leave(); }
  bool end_array() override { return leave(); }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    m_problem = concat("it is no well-formed JSON (byte ", std::to_string(position), ")");
    return false;
  }

  const std::string& problem() const { return m_problem; }
  std::vector<Field> takeFields() { return std::move(m_fields); }

 private:
  /// An object or array that is open: how its members' names begin, and whether they count.
  struct Level {
    std::string prefix;
    bool skipped;
  };

  const std::string& prefix() const { return m_levels.back().prefix; }
  bool skipping() const { return m_levels.back().skipped; }

  bool enter(std::string prefix, bool skipped) {
    if (m_levels.size() == kMaxDepth) {
      m_problem = concat("it is nested deeper than ", std::to_string(kMaxDepth), " levels");
      return false;
    }
    m_levels.push_back({std::move(prefix), skipped});
    return true;
  }

  bool leave() {
    m_levels.pop_back();
    return true;
  }

  bool take(PayloadValue value) {
    if (m_levels.empty()) {
      m_problem = "it is no JSON object";
      return false;
    }
    if (!skipping()) m_fields.push_back({pathOf(m_key), std::move(value)});
    return true;
  }

  /// {"heartRate": {"value": 72}} means the same as {"heartRate": 72}.
  std::string pathOf(std::string_view key) const {
    if (key == "value" && !prefix().empty()) return prefix().substr(0, prefix().size() - 1);
    return concat(prefix(), key);
  }

  std::vector<Level> m_levels;
  std::string m_key;
  std::vector<Field> m_fields;
  std::string m_problem = "it is no JSON object";
};

absl::StatusOr<PayloadFields> PayloadFields::parse(std::string_view json) {
  if (json.empty()) return absl::InvalidArgumentError("it is empty");
  if (json.size() > kMaxBytes)
    return absl::InvalidArgumentError(
        concat("it is too long (", std::to_string(json.size()), " bytes)"));
  Builder builder;
  if (!Json::sax_parse(json.begin(), json.end(), &builder))
    return absl::InvalidArgumentError(builder.problem());
  PayloadFields fields;
  fields.m_fields = builder.takeFields();
  return fields;
}

const PayloadValue* PayloadFields::find(Names names) const {
  for (const auto name : names)
    for (const auto& field : m_fields)
      if (field.name == name) return &field.value;
  return nullptr;
}

std::optional<std::string> PayloadFields::text(
    std::initializer_list<std::string_view> names) const {
  for (const auto name : names) {
    const auto* value = find(name);
    if (value == nullptr) continue;
    const auto* text = std::get_if<std::string>(value);
    if (text != nullptr && !text->empty()) return shortened(*text, kMaxTextBytes);
    if (const auto* number = std::get_if<double>(value)) return numberText(*number);
  }
  return std::nullopt;
}

std::optional<double> PayloadFields::number(std::initializer_list<std::string_view> names) const {
  for (const auto name : names) {
    const auto* value = find(name);
    if (value == nullptr) continue;
    if (const auto* number = std::get_if<double>(value)) return *number;
    const auto* text = std::get_if<std::string>(value);
    const auto number = text != nullptr ? numberIn(*text) : std::nullopt;
    if (number && std::isfinite(*number)) return number;
  }
  return std::nullopt;
}

std::optional<bool> PayloadFields::flag(std::initializer_list<std::string_view> names) const {
  for (const auto name : names) {
    const auto* value = find(name);
    const auto* flag = value != nullptr ? std::get_if<bool>(value) : nullptr;
    if (flag != nullptr) return *flag;
  }
  return std::nullopt;
}

std::optional<WallTime> PayloadFields::time(std::initializer_list<std::string_view> names) const {
  for (const auto name : names) {
    const auto* value = find(name);
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    const auto iso = text != nullptr ? timeFromIso(*text) : std::nullopt;
    if (iso) return iso;
    const auto millis = number({name});
    const auto time = millis ? timeFromMillis(*millis) : std::nullopt;
    if (time) return time;
  }
  return std::nullopt;
}

}  // namespace vitalwall::protocol
