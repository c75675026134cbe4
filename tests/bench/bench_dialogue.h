// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iostream>
#include <string>

#include "domain/clock.h"

namespace vitalwall::bench {

/// A role's half of the talk with the benchmark: one line, flushed.
template <typename... Words>
void say(const Words&... words) {
  (std::cout << ... << words) << std::endl;
}

/// Answers every line with `answer(line)` until there are no more.
template <typename Answer>
void answerLines(Answer answer) {
  for (std::string line; std::getline(std::cin, line);) say(answer(line));
}

/// Answers every question with `count()` until there are no more.
template <typename Count>
void answerQuestions(Count count) {
  answerLines([&count](const std::string&) { return count(); });
}

/// Now, in nanoseconds of the machine's monotonic clock: roles can tell each other moments by it.
inline std::int64_t momentNow() {
  const auto now = SystemClock().steadyNow().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

}  // namespace vitalwall::bench
