// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/patient_age.h"

#include "sources/recordings/field_scanner.h"

namespace vitalwall::sources {
namespace {

constexpr double kOldest = 150;

std::optional<double> plausible(const FieldScanner& text, double years) {
  if (!text.status().ok() || years < 0 || years > kOldest) return std::nullopt;
  return years;
}

// "age" as a word of its own, so not in "dosage:" or "stage 3".
std::optional<double> namedAge(const std::string& comment) {
  const auto at = comment.find("age");
  if (at == std::string::npos || (at > 0 && comment[at - 1] != '<' && comment[at - 1] != ' '))
    return std::nullopt;
  FieldScanner text(std::string_view(comment).substr(at + 3), "");
  text.accept('>');
  if (!text.accept(':')) return std::nullopt;
  const double years = text.real("the age");
  return plausible(text, years);
}

std::optional<double> leadingAge(const std::string& comment) {
  FieldScanner text(comment, "");
  const double years = text.real("the age");
  if (!text.status().ok()) return std::nullopt;
  const auto sex = text.word("the sex");
  if (sex != "m" && sex != "f") return std::nullopt;
  return plausible(text, years);
}

}  // namespace

std::optional<double> ageFromComments(const std::vector<std::string>& comments) {
  for (const auto& comment : comments) {
    const auto text = lowerCase(comment);
    if (const auto age = namedAge(text)) return age;
    if (const auto age = leadingAge(text)) return age;
  }
  return std::nullopt;
}

}  // namespace vitalwall::sources
