// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/field_scanner.h"

#include <charconv>
#include <cmath>
#include <utility>

#include "absl/strings/ascii.h"

#include "domain/concat.h"

namespace vitalwall::sources {
namespace {

constexpr std::string_view kBlanks = " \t\r";

// Quoted for an error sentence: what stands at the cursor, shortened and free of control bytes.
std::string quoted(std::string_view text) {
  constexpr std::size_t kShown = 24;
  std::string shown(text.substr(0, kShown));
  for (auto& c : shown)
    if (!absl::ascii_isprint(static_cast<unsigned char>(c))) c = '?';
  return concat("\"", shown, text.size() > kShown ? "...\"" : "\"");
}

}  // namespace

FieldScanner::FieldScanner(std::string_view line, std::string where)
    : m_left(line), m_where(std::move(where)) {}

bool FieldScanner::atEnd() {
  m_left.remove_prefix(std::min(m_left.find_first_not_of(kBlanks), m_left.size()));
  return m_left.empty();
}

bool FieldScanner::accept(char mark) {
  if (m_left.empty() || m_left.front() != mark) return false;
  m_left.remove_prefix(1);
  return true;
}

bool FieldScanner::require(std::string_view what) {
  if (atEnd()) fail(concat(what, " is missing"));
  return !m_left.empty();
}

std::string_view FieldScanner::word(std::string_view what) {
  if (!require(what)) return {};
  const auto field = m_left.substr(0, m_left.find_first_of(kBlanks));
  m_left.remove_prefix(field.size());
  return field;
}

std::string_view FieldScanner::rest() {
  return trimmed(std::exchange(m_left, {}));
}

std::int64_t FieldScanner::integer(std::string_view what, std::int64_t low, std::int64_t high) {
  if (!require(what)) return low;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(m_left.data(), m_left.data() + m_left.size(), value);
  if (error != std::errc()) {
    fail(concat(what, " is not a whole number: ", quoted(m_left)));
    return low;
  }
  m_left.remove_prefix(static_cast<std::size_t>(end - m_left.data()));
  if (value >= low && value <= high) return value;
  fail(concat(what, " is ", value, "; it must be between ", low, " and ", high));
  return low;
}

double FieldScanner::real(std::string_view what) {
  if (!require(what)) return 0;
  double value = 0;
  const auto [end, error] = std::from_chars(m_left.data(), m_left.data() + m_left.size(), value);
  if (error != std::errc() || !std::isfinite(value)) {
    fail(concat(what, " is not a number: ", quoted(m_left)));
    return 0;
  }
  m_left.remove_prefix(static_cast<std::size_t>(end - m_left.data()));
  return value;
}

void FieldScanner::endField(std::string_view what) {
  if (m_left.empty() || kBlanks.find(m_left.front()) != std::string_view::npos) return;
  fail(concat(what, " goes on with ", quoted(m_left), ", which has no meaning there"));
}

void FieldScanner::fail(std::string_view sentence) {
  if (m_status.ok()) m_status = absl::InvalidArgumentError(concat(m_where, ": ", sentence, "."));
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string lowerCase(std::string_view text) {
  std::string lower(text);
  absl::AsciiStrToLower(&lower);
  return lower;
}

}  // namespace vitalwall::sources
