// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <limits>

namespace vitalwall::detectors {

/// Whether a signal moves at all, over the last whole seconds: what tells a quiet patient from a
/// loose lead.
class SignalActivity {
 public:
  /// `rate` in Hz; `seconds` is how far back the answers look.
  SignalActivity(double rate, std::size_t seconds);

  void push(double value);

  /// A sample was not measured.
  void skip();

  /// Whether the whole span has been seen.
  bool isKnown() const { return m_seconds.size() == m_span; }

  /// Highest minus lowest value of the span; 0 if nothing was measured.
  double peakToPeak() const;

  /// Share of samples that were not measured, 0 to 1.
  double missingShare() const;

 private:
  struct Second {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    std::size_t samples = 0;
    std::size_t missing = 0;
  };

  void finishSample();

  std::size_t m_samplesPerSecond;
  std::size_t m_span;
  Second m_current;
  std::deque<Second> m_seconds;
};

}  // namespace vitalwall::detectors
