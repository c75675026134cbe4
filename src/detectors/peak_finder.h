// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace vitalwall::detectors {

/// Finds local maxima that no larger one follows within a hold time.
class PeakFinder {
 public:
  struct Peak {
    std::uint64_t age = 0;  ///< samples between the maximum and the newest sample
    double height = 0;
  };

  /// `hold` in samples.
  explicit PeakFinder(std::uint64_t hold) : m_hold(hold) {}

  /// Takes the next sample; a value is a peak that has just become certain.
  std::optional<Peak> push(double sample);

  /// Forgets the peak that is under way.
  void reset();

 private:
  std::uint64_t m_hold;
  std::optional<Peak> m_candidate;
  double m_previous = 0;
  bool m_rising = false;
};

}  // namespace vitalwall::detectors
