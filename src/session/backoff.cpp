// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/backoff.h"

#include <algorithm>

namespace vitalwall::session {

using std::chrono::milliseconds;

Backoff::Backoff(std::mt19937_64 generator, milliseconds first, milliseconds ceiling)
    : m_generator(generator), m_first(first), m_ceiling(ceiling), m_bound(first) {}

milliseconds Backoff::next() {
  std::uniform_int_distribution<milliseconds::rep> jitter(0, m_bound.count());
  m_bound = std::min(m_bound * 2, m_ceiling);
  return milliseconds(jitter(m_generator));
}

}  // namespace vitalwall::session
