// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitalwall::detectors {

/// A second-order Butterworth section (bilinear transform, prewarped). Value type.
class Biquad {
 public:
  /// `cutoff` and `rate` in Hz; a cutoff at or above a third of `rate` is lowered to it.
  static Biquad lowPass(double cutoff, double rate);
  static Biquad highPass(double cutoff, double rate);

  /// Filters one sample.
  double push(double sample) {
    const double out = m_b0 * sample + m_state1;
    m_state1 = m_b1 * sample - m_a1 * out + m_state2;
    m_state2 = m_b2 * sample - m_a2 * out;
    return out;
  }

  /// Makes the past as if `sample` had always been the input: no transient at the start.
  void settle(double sample);

 private:
  double m_b0 = 1, m_b1 = 0, m_b2 = 0;
  double m_a1 = 0, m_a2 = 0;
  double m_state1 = 0, m_state2 = 0;
};

}  // namespace vitalwall::detectors
