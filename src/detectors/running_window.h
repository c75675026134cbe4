// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace vitalwall::detectors {

/// Number of samples in `seconds` at `rate` Hz, at least one.
inline std::size_t samplesIn(double seconds, double rate) {
  return static_cast<std::size_t>(std::max(1.0, std::round(seconds * rate)));
}

/// The last `length` samples with their sum. Starts full of zeros.
class RunningWindow {
 public:
  explicit RunningWindow(std::size_t length) : m_samples(std::max<std::size_t>(1, length)) {}

  void push(double sample) {
    m_sum += sample - m_samples[m_next];
    m_samples[m_next] = sample;
    m_next = (m_next + 1) % m_samples.size();
    if (m_next == 0) m_sum = freshSum();  // keeps rounding from adding up over days
  }

  /// The sample that was pushed `age` samples before the newest one; age < length.
  double at(std::size_t age) const {
    return m_samples[(m_next + 2 * m_samples.size() - 1 - age) % m_samples.size()];
  }
  double oldest() const { return m_samples[m_next]; }
  double sum() const { return m_sum; }
  double mean() const { return m_sum / static_cast<double>(m_samples.size()); }
  std::size_t length() const { return m_samples.size(); }

 private:
  double freshSum() const {
    double sum = 0;
    for (const double sample : m_samples) sum += sample;
    return sum;
  }

  std::vector<double> m_samples;
  std::size_t m_next = 0;
  double m_sum = 0;
};

}  // namespace vitalwall::detectors
