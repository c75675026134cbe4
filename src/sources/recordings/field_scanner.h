// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace vitalwall::sources {

/// Reads one line of a text header from left to right. The first error is kept and later reads
/// give defaults, so a line is read without a check after every field and judged once at its end.
class FieldScanner {
 public:
  /// `where` opens every error sentence: "100.hea, line 3".
  FieldScanner(std::string_view line, std::string where);

  /// Skips blanks and tells whether anything is left.
  bool atEnd();

  /// Consumes `mark` if it is the next character.
  bool accept(char mark);

  /// The next field up to a blank; an error naming `what` if there is none.
  std::string_view word(std::string_view what);

  /// All that is left, without surrounding blanks.
  std::string_view rest();

  /// An integer within [low, high] at the cursor.
  std::int64_t integer(std::string_view what, std::int64_t low, std::int64_t high);

  /// A finite decimal number at the cursor.
  double real(std::string_view what);

  /// An error if the field that was just read goes on with further characters.
  void endField(std::string_view what);

  /// Keeps an error of the caller's, unless one is kept already.
  void fail(std::string_view sentence);

  /// OK, or InvalidArgument with the first error as a sentence.
  const absl::Status& status() const { return m_status; }

 private:
  bool require(std::string_view what);

  std::string_view m_left;
  std::string m_where;
  absl::Status m_status;
};

/// `text` without surrounding blanks, tabs and carriage returns.
std::string_view trimmed(std::string_view text);

/// `text` in ASCII lower case, for names whose letter case means nothing.
std::string lowerCase(std::string_view text);

}  // namespace vitalwall::sources
