// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/qrs_detector.h"

#include <algorithm>
#include <cmath>

namespace vitalwall::detectors {
namespace {

constexpr double kQrsBandLow = 5;         // Hz; QRS energy is between these
constexpr double kQrsBandHigh = 15;       // Hz
constexpr double kSlopeSpan = 0.010;      // s over which a slope is taken
constexpr double kEnvelopeSpan = 0.080;   // s, about the width of a QRS
constexpr double kQrsRefractory = 0.200;  // s; no two beats are closer
constexpr double kLookBack = 0.500;       // s of signal kept: refractory time and the search for R
constexpr double kSearchForR = 0.150;     // s before the top of the envelope
constexpr double kFilterDelay = 0.011;    // s; mean delay of the band-pass, measured on MIT-BIH 100
constexpr double kTWaveSpan = 0.360;      // s after a beat in which a blunt peak is a T wave
constexpr double kQrsLearning = 2.0;      // s
constexpr double kForget = 4.0;           // s without a beat after which the threshold comes down
constexpr double kThresholdShare = 0.4;   // of the way from noise to beats
constexpr double kSmallestSlope = 1.0;    // mV/s of the envelope: about 0.1 mV of QRS (60601-2-27)
constexpr std::size_t kQrsMemory = 8;     // beats and noise peaks that a median spans

}  // namespace

QrsDetector::QrsDetector(double samplesPerSecond)
    : m_rate(samplesPerSecond),
      m_highPass(Biquad::highPass(kQrsBandLow, m_rate)),
      m_lowPass(Biquad::lowPass(kQrsBandHigh, m_rate)),
      m_band(samplesIn(kLookBack, m_rate)),
      m_slope(samplesIn(kLookBack, m_rate)),
      m_envelope(samplesIn(kEnvelopeSpan, m_rate)),
      m_peaks(samplesIn(kQrsRefractory, m_rate)),
      m_beatHeights(kQrsMemory),
      m_noiseHeights(kQrsMemory),
      m_intervals(kQrsMemory) {}

void QrsDetector::restart(double millivolts) {
  m_highPass.settle(millivolts);
  m_lowPass.settle(0);
  m_running = true;
  if (!m_learned) m_startedAt = m_sample;
}

std::optional<std::uint64_t> QrsDetector::push(double millivolts) {
  if (!m_running) restart(millivolts);
  const auto span = samplesIn(kSlopeSpan, m_rate);
  m_band.push(m_lowPass.push(m_highPass.push(millivolts)));
  m_slope.push((m_band.at(0) - m_band.at(span)) / (static_cast<double>(span) / m_rate));
  m_envelope.push(std::abs(m_slope.at(0)));
  const auto peak = m_peaks.push(m_envelope.mean());
  std::optional<std::uint64_t> beat;
  if (peak) {
    const auto candidate = describe(*peak);
    beat = m_learned ? judge(candidate) : learn(candidate);
  }
  if (!beat) beat = searchBack();
  ++m_sample;
  return beat;
}

void QrsDetector::skip() {
  m_running = false;
  m_peaks.reset();
  m_missed.reset();
  m_lastBeat.reset();
  ++m_sample;
}

QrsDetector::Candidate QrsDetector::describe(const PeakFinder::Peak& peak) const {
  const auto newest = static_cast<std::size_t>(peak.age);
  const auto oldest = std::min(newest + samplesIn(kSearchForR, m_rate), m_band.length() - 1);
  std::size_t top = newest;
  double slope = 0;
  for (std::size_t age = newest; age <= oldest; ++age) {
    if (std::abs(m_band.at(age)) > std::abs(m_band.at(top))) top = age;
    slope = std::max(slope, std::abs(m_slope.at(age)));
  }
  const auto late = std::min<std::uint64_t>(m_sample, top + samplesIn(kFilterDelay, m_rate));
  return {.sample = m_sample - late, .height = peak.height, .slope = slope};
}

// The tallest peaks of the first seconds are taken for beats; no beat is told before that.
std::optional<std::uint64_t> QrsDetector::learn(const Candidate& candidate) {
  m_beatHeights.add(std::max(candidate.height, m_beatHeights.valueOr(0)));
  m_learned = static_cast<double>(m_sample - m_startedAt) > kQrsLearning * m_rate;
  return std::nullopt;
}

double QrsDetector::threshold() const {
  const double noise = m_noiseHeights.valueOr(0);
  const double beat = m_beatHeights.valueOr(0);
  return std::max(kSmallestSlope, noise + kThresholdShare * (beat - noise));
}

bool QrsDetector::isTWave(const Candidate& candidate) const {
  return m_lastBeat &&
         static_cast<double>(candidate.sample - m_lastBeat->sample) < kTWaveSpan * m_rate &&
         candidate.slope < m_lastBeat->slope / 2;
}

std::optional<std::uint64_t> QrsDetector::judge(const Candidate& candidate) {
  if (!isTWave(candidate) && candidate.height > threshold()) return accept(candidate);
  m_noiseHeights.add(candidate.height);
  if (!isTWave(candidate) && (!m_missed || candidate.height > m_missed->height))
    m_missed = candidate;
  return std::nullopt;
}

// A beat that was just too small is found when the next one is overdue.
std::optional<std::uint64_t> QrsDetector::searchBack() {
  if (!m_learned) return std::nullopt;
  if (static_cast<double>(++m_quiet) > kForget * m_rate) forget();
  if (!m_lastBeat) return std::nullopt;
  const auto since = static_cast<double>(m_sample - m_lastBeat->sample);
  if (!m_missed || since < 1.5 * m_intervals.valueOr(m_rate)) return std::nullopt;
  const auto missed = *m_missed;
  m_missed.reset();
  if (missed.height < std::max(kSmallestSlope, threshold() / 2)) return std::nullopt;
  return accept(missed);
}

// Beats may have become much smaller: the threshold comes down until they are seen again, or until
// nothing is left that could be one.
void QrsDetector::forget() {
  m_beatHeights.scale(0.5);
  m_lastBeat.reset();
  m_missed.reset();
  m_quiet = 0;
}

std::uint64_t QrsDetector::accept(const Candidate& beat) {
  if (m_lastBeat && beat.sample > m_lastBeat->sample)
    m_intervals.add(static_cast<double>(beat.sample - m_lastBeat->sample));
  m_beatHeights.add(beat.height);
  m_lastBeat = beat;
  m_quiet = 0;
  m_missed.reset();
  return beat.sample;
}

double QrsDetector::quality() const {
  const double beat = m_beatHeights.valueOr(0);
  if (!m_learned || beat < kSmallestSlope) return 0;
  return std::clamp(1 - m_noiseHeights.valueOr(0) / beat, 0.0, 1.0);
}

}  // namespace vitalwall::detectors
