// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_alarm_latency_figure.h"

#include <QTextStream>
#include <algorithm>
#include <cmath>

namespace vitalwall::bench {

void Figure::add(std::chrono::nanoseconds took) {
  m_ms.push_back(std::chrono::duration<double, std::milli>(took).count());
}

void Figure::print() const {
  const auto row = QStringLiteral("alarm latency, 64 beds | %1 | %2 | ").arg(m_name, -50);
  if (m_ms.empty()) {
    QTextStream(stdout) << row.arg(0, 4) << "not measured: no sound server\n";
    return;
  }
  QTextStream(stdout) << row.arg(m_ms.size(), 4)
                      << QStringLiteral("%1 | %2 | %3\n")
                             .arg(quantile(0.5), 6, 'f', 0)
                             .arg(quantile(0.99), 6, 'f', 0)
                             .arg(quantile(1), 6, 'f', 0);
}

void Figure::printHead() {
  QTextStream(stdout) << "benchmark | way | times | p50 ms | p99 ms | max ms\n";
}

/// The least value that this share does not exceed (nearest rank).
double Figure::quantile(double share) const {
  auto sorted = m_ms;
  std::sort(sorted.begin(), sorted.end());
  const auto rank = std::ceil(share * static_cast<double>(sorted.size()));
  return sorted[static_cast<std::size_t>(rank) - 1];
}

}  // namespace vitalwall::bench
