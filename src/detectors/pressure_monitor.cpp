// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/pressure_monitor.h"

#include <cmath>

namespace vitalwall::detectors {
namespace {

constexpr double kLowest = -20;             // mmHg; below is a dropout or a wrong zero
constexpr double kHighest = 300;            // mmHg; above is a flush
constexpr double kSteepest = 5'000;         // mmHg/s; the fastest arteries stay below 3,000
constexpr double kShortestPulse = 0.25;     // s
constexpr double kLongestPulse = 4.0;       // s
constexpr double kSilence = 5.0;            // s after which nothing is shown
constexpr double kUnlikeShare = 0.3;        // of the recent pressure,
constexpr double kUnlikeOffset = 10;        // plus that many mmHg
constexpr int kChangeProof = 3;             // pulses
constexpr std::size_t kEnough = 3;          // pulses before anything is shown
constexpr std::size_t kPressureMemory = 5;  // pulses that a median spans

bool isNear(double value, double recent) {
  return std::abs(value - recent) <= kUnlikeShare * std::abs(recent) + kUnlikeOffset;
}

}  // namespace

PressureMonitor::PressureMonitor(double samplesPerSecond, double smallestPulse, const Codes& codes)
    : m_rate(samplesPerSecond),
      m_smallestPulse(smallestPulse),
      m_codes(codes),
      m_detector(samplesPerSecond, smallestPulse),
      m_systolic(kPressureMemory),
      m_diastolic(kPressureMemory),
      m_mean(kPressureMemory) {}

void PressureMonitor::push(double mmHg) {
  ++m_sinceBelieved;
  if (const auto pulse = m_detector.push(mmHg)) judge(*pulse);
}

void PressureMonitor::skip() {
  ++m_sinceBelieved;
  m_detector.skip();
}

bool PressureMonitor::isPlausible(const Pulse& pulse) const {
  return pulse.low > kLowest && pulse.high < kHighest &&
         pulse.high - pulse.low >= m_smallestPulse && pulse.steepest < kSteepest &&
         pulse.seconds >= kShortestPulse && pulse.seconds <= kLongestPulse;
}

bool PressureMonitor::isLikeTheOthers(const Pulse& pulse) const {
  return isNear(pulse.high, m_systolic.valueOr(pulse.high)) &&
         isNear(pulse.low, m_diastolic.valueOr(pulse.low));
}

void PressureMonitor::judge(const Pulse& pulse) {
  if (!isPlausible(pulse)) return;
  if (!isLikeTheOthers(pulse) && ++m_unlike < kChangeProof) return;
  if (m_unlike >= kChangeProof) {
    m_systolic.clear();
    m_diastolic.clear();
    m_mean.clear();
  }
  m_unlike = 0;
  m_systolic.add(pulse.high);
  m_diastolic.add(pulse.low);
  m_mean.add(pulse.mean);
  m_sinceBelieved = 0;
}

void PressureMonitor::appendNumerics(WallTime now, std::vector<Numeric>& numerics) {
  const bool isFresh =
      m_systolic.size() >= kEnough && static_cast<double>(m_sinceBelieved) <= kSilence * m_rate;
  const auto shown = [isFresh](const RecentMedian& recent) {
    return isFresh ? std::optional(recent.valueOr(0)) : std::nullopt;
  };
  numerics.push_back(makeNumeric(m_codes.systolic, shown(m_systolic), now));
  numerics.push_back(makeNumeric(m_codes.diastolic, shown(m_diastolic), now));
  numerics.push_back(makeNumeric(m_codes.mean, shown(m_mean), now));
}

}  // namespace vitalwall::detectors
