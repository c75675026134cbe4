// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>
#include <vector>

namespace vitalwall::bench {

/// How long one way has taken, each time it was measured.
class Figure {
 public:
  /// What is allowed for 99 of 100.
  static constexpr double kAllowedMs = 500;

  explicit Figure(const char* name) : m_name(QLatin1String(name)) {}

  void add(std::chrono::nanoseconds took);
  /// Also if it could not be measured.
  bool isAllowed() const { return m_ms.empty() || quantile(0.99) <= kAllowedMs; }
  /// A row of the table: p50, p99, the longest.
  void print() const;
  static void printHead();

 private:
  double quantile(double share) const;

  QString m_name;
  std::vector<double> m_ms;
};

}  // namespace vitalwall::bench
