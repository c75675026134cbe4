// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/source_lag.h"

#include <algorithm>

namespace vitalwall::models {
namespace {

using namespace std::chrono_literals;
constexpr milliseconds kWindow = 1min;

}  // namespace

milliseconds SourceLag::observe(WallTime sourceTime, SteadyTime arrival) {
  if (sourceTime == WallTime{}) return 0ms;
  const auto arrivalMillis = std::chrono::floor<milliseconds>(arrival.time_since_epoch());
  const milliseconds difference = arrivalMillis - sourceTime.time_since_epoch();
  if (sourceTime > m_newestSource) {  // repeated or late data says nothing about the clocks
    m_newestSource = sourceTime;
    note(difference, arrival);
  }
  return std::max(0ms, difference - smallest());
}

void SourceLag::reset() {
  m_newestSource = {};
  m_current.reset();
  m_previous.reset();
}

void SourceLag::note(milliseconds difference, SteadyTime arrival) {
  if (!m_current || arrival - m_current->begin >= kWindow) {
    m_previous = m_current;
    m_current = Window{arrival, difference};
  }
  m_current->smallest = std::min(m_current->smallest, difference);
}

milliseconds SourceLag::smallest() const {
  return m_previous ? std::min(m_current->smallest, m_previous->smallest) : m_current->smallest;
}

}  // namespace vitalwall::models
