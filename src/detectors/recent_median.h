// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <vector>

namespace vitalwall::detectors {

/// The median of the last few values: one artefact does not move it.
class RecentMedian {
 public:
  explicit RecentMedian(std::size_t depth) : m_depth(depth) {}

  void add(double value) {
    m_values.push_back(value);
    if (m_values.size() > m_depth) m_values.pop_front();
  }
  /// Multiplies every value that is remembered.
  void scale(double factor) {
    for (auto& value : m_values) value *= factor;
  }
  void clear() { m_values.clear(); }
  std::size_t size() const { return m_values.size(); }

  /// The median, or `otherwise` if nothing was added.
  double valueOr(double otherwise) const {
    if (m_values.empty()) return otherwise;
    std::vector<double> sorted(m_values.begin(), m_values.end());
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
  }

 private:
  std::size_t m_depth;
  std::deque<double> m_values;
};

}  // namespace vitalwall::detectors
