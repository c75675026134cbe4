// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iostream>
#include <string>

namespace vitalwall::bench {

/// A role's half of the talk with the benchmark: one line, flushed.
template <typename... Words>
void say(const Words&... words) {
  (std::cout << ... << words) << std::endl;
}

/// Answers every question with `count()` until there are no more.
template <typename Count>
void answerQuestions(Count count) {
  for (std::string question; std::getline(std::cin, question);) say(count());
}

}  // namespace vitalwall::bench
