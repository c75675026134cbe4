// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <unordered_map>
#include <vector>

#include "domain/vitals.h"

namespace vitalwall::models {

/// One value of a trend. Value.
struct TrendPoint {
  WallTime at{};
  double value = 0;  ///< in the metric's unit

  bool operator==(const TrendPoint&) const = default;
};

/// The recent course of every numeric of every watched patient, as received: at most one value a
/// second, at most `span` long. Missing values are absent, so a pause is a gap in time. GUI thread.
class VitalsTrend {
 public:
  static constexpr milliseconds kDefaultSpan = std::chrono::hours(1);

  explicit VitalsTrend(milliseconds span = kDefaultSpan) : m_span(span) {}

  /// Takes the valid values of these vitals at their source time; a time that is not a second
  /// later than the last one of the same parameter is skipped.
  void append(const Vitals& vitals);
  void forget(PatientId patient);

  /// All points of one parameter, oldest first; empty if there are none.
  const std::deque<TrendPoint>& points(PatientId patient, MdcCode code) const;

 private:
  using Course = std::deque<TrendPoint>;
  void append(Course& course, TrendPoint point) const;

  const milliseconds m_span;
  std::unordered_map<PatientId, std::unordered_map<MdcCode, Course>> m_courses;
};

/// Thins points for a chart `columns` wide without losing an extreme: of each column the lowest
/// and the highest point stay, in their order. Fewer than 2 x columns points are left as they are.
std::vector<TrendPoint> thinned(const std::deque<TrendPoint>& points, std::size_t columns);

}  // namespace vitalwall::models
