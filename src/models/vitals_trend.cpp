// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/vitals_trend.h"

#include <algorithm>

namespace vitalwall::models {
namespace {

using namespace std::chrono_literals;
constexpr milliseconds kShortestStep = 900ms;  // one a second, with the source's own jitter
constexpr milliseconds kClockSetBack = 1min;

bool isLower(const TrendPoint& a, const TrendPoint& b) {
  return a.value < b.value;
}

}  // namespace

void VitalsTrend::append(const Vitals& vitals) {
  auto& courses = m_courses[vitals.patient];
  for (const auto& numeric : vitals.numerics) {
    if (!numeric.value || numeric.validity != Validity::Valid) continue;
    const auto at = numeric.measuredAt == WallTime{} ? vitals.sourceTime : numeric.measuredAt;
    append(courses[numeric.code], {at, *numeric.value});
  }
}

void VitalsTrend::forget(PatientId patient) {
  m_courses.erase(patient);
}

const std::deque<TrendPoint>& VitalsTrend::points(PatientId patient, MdcCode code) const {
  static const Course none;
  const auto courses = m_courses.find(patient);
  if (courses == m_courses.end()) return none;
  const auto course = courses->second.find(code);
  return course == courses->second.end() ? none : course->second;
}

void VitalsTrend::append(Course& course, TrendPoint point) const {
  if (!course.empty() && course.back().at - point.at > kClockSetBack) course.clear();
  if (!course.empty() && point.at - course.back().at < kShortestStep) return;
  course.push_back(point);
  while (course.back().at - course.front().at > m_span) course.pop_front();
}

std::vector<TrendPoint> thinned(const std::deque<TrendPoint>& points, std::size_t columns) {
  if (columns == 0 || points.size() <= 2 * columns) return {points.begin(), points.end()};
  std::vector<TrendPoint> kept;
  kept.reserve(2 * columns);
  for (std::size_t column = 0; column < columns; ++column) {
    const auto from =
        points.begin() + static_cast<std::ptrdiff_t>(column * points.size() / columns);
    const auto to =
        points.begin() + static_cast<std::ptrdiff_t>((column + 1) * points.size() / columns);
    const auto [low, high] = std::minmax_element(from, to, isLower);
    const auto [first, second] = std::minmax(low, high);
    kept.push_back(*first);
    if (first != second) kept.push_back(*second);
  }
  return kept;
}

}  // namespace vitalwall::models
