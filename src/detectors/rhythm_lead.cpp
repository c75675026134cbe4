// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/rhythm_lead.h"

#include <algorithm>

namespace vitalwall::detectors {
namespace {

constexpr double kFormLow = 1;         // Hz
constexpr double kFormHigh = 25;       // Hz; the form of a beat, without tremble
constexpr double kKept = 3;            // s; search-back finds a beat that late
constexpr double kNoiseShare = 0.2;    // of the usual beat
constexpr double kNoiseUnknown = 0.2;  // mV, while there is no usual beat
constexpr double kTachycardia = 100;   // /min
constexpr double kTachycardiaUnknown = 130;
constexpr double kTachycardiaAge = 2;  // s
constexpr double kRecent = 4;          // s
constexpr double kStrictLeakage = 0.406;
constexpr double kLeakage = 0.625;
constexpr double kSlowestWave = 3;    // Hz
constexpr double kFastestWave = 9;    // Hz
constexpr double kFlutter = 4.5;      // Hz; slower than that, beats in a row are a tachycardia
constexpr std::size_t kFormless = 2;  // of five beats may be alike by chance
constexpr double kCoarse = 0.2;       // mV; finer waves are no QRS, and so asystole

bool isConducted(BeatKind kind) {
  return kind == BeatKind::Usual || kind == BeatKind::Narrow;
}

}  // namespace

RhythmLead::RhythmLead(double samplesPerSecond)
    : m_rate(samplesPerSecond),
      m_monitor(samplesPerSecond, QrsDetector::kLowShare),
      m_highPass(Biquad::highPass(kFormLow, m_rate)),
      m_lowPass(Biquad::lowPass(kFormHigh, m_rate)),
      m_band(samplesIn(kKept, m_rate)),
      m_noise(m_rate),
      m_fibrillation(m_rate) {}

void RhythmLead::push(double millivolts) {
  if (m_running++ == 0) {
    m_highPass.settle(millivolts);
    m_lowPass.settle(0);
  }
  ++m_samples;
  m_band.push(m_lowPass.push(m_highPass.push(millivolts)));
  m_noise.push(millivolts);
  m_fibrillation.push(m_band.at(0));
  m_monitor.push(millivolts);
  if (const auto beat = m_monitor.newBeat()) m_due.push_back(*beat);
  judgeDueBeats();
}

void RhythmLead::skip() {
  ++m_samples;
  m_running = 0;
  m_due.clear();
  m_run.interrupt();
  m_fibrillation.skip();
  m_monitor.skip();
}

void RhythmLead::judgeDueBeats() {
  while (!m_due.empty() &&
         static_cast<double>(m_samples - m_due.front()) > BeatShape::kAfter * m_rate + 1) {
    judge(m_due.front());
    m_due.pop_front();
  }
}

void RhythmLead::judge(std::uint64_t beat) {
  const auto age = m_samples - 1 - beat;
  const auto oldest = age + samplesIn(BeatShape::kBefore, m_rate) + 1;
  if (oldest >= std::min<std::uint64_t>(m_running, m_band.length())) return;
  const BeatShape shape(m_band, m_rate, age);
  const double at = static_cast<double>(beat) / m_rate;
  const bool isReadableNow = isReadable();
  const auto kind = isReadableNow ? kindOf(shape, m_usual.shape()) : BeatKind::Unclear;
  if (isReadableNow)
    learn(at, kind, shape);
  else
    m_run.interrupt();
  m_recent.push_back({at, kind});
  while (m_recent.front().seconds < at - kRecent) m_recent.pop_front();
}

void RhythmLead::learn(double at, BeatKind kind, const BeatShape& shape) {
  const double slowest = m_usual.shape() ? kTachycardia : kTachycardiaUnknown;
  m_run.add(at, kind, shape);
  if (const auto rate = m_run.tachycardia(slowest)) m_tachycardia = Tachycardia{at, *rate};
  if (!m_run.isUnderWay(slowest)) m_usual.learn(shape);
}

bool RhythmLead::isReadable() const {
  const auto* usual = m_usual.shape();
  return !m_monitor.isOff() &&
         m_noise.range() < (usual ? kNoiseShare * usual->size() : kNoiseUnknown);
}

Sighting RhythmLead::asystole() const {
  if (m_monitor.isAsystole()) return Sighting::Present;
  return m_monitor.rate() && isReadable() ? Sighting::Absent : Sighting::Unseen;
}

bool RhythmLead::hadTachycardia(double span) const {
  return m_tachycardia && seconds() - m_tachycardia->seconds <= span;
}

double RhythmLead::tachycardiaRate() const {
  return hadTachycardia(kTachycardiaAge) ? m_tachycardia->rate : 0;
}

Sighting RhythmLead::tachycardia() const {
  if (hadTachycardia(kTachycardiaAge)) return Sighting::Present;
  return m_usual.shape() && isReadable() ? Sighting::Absent : Sighting::Unseen;
}

bool RhythmLead::hasConductedBeats() const {
  return 2 <= std::count_if(m_recent.begin(), m_recent.end(), [this](const Beat& beat) {
           return isConducted(beat.kind) && seconds() - beat.seconds < kRecent;
         });
}

Sighting RhythmLead::fibrillation() const {
  const auto& wave = m_fibrillation.wave();
  if (!wave || !isReadable()) return Sighting::Unseen;
  const auto* usual = m_usual.shape();
  const bool isFormless = usual && wave->range < usual->size() && m_run.alike() <= kFormless;
  const bool isWave = wave->range >= kCoarse && wave->hertz >= kSlowestWave &&
                      wave->hertz <= kFastestWave &&
                      wave->leakage < (isFormless ? kLeakage : kStrictLeakage);
  const bool isTachycardia = wave->hertz < kFlutter && hadTachycardia(kRecent);
  return isWave && !isTachycardia && !hasConductedBeats() ? Sighting::Present : Sighting::Absent;
}

bool RhythmLead::contradictsTachycardia(double rate) const {
  if (!isReadable()) return false;
  const double span = 60 * (VentricularRun::kBeats - 1) / rate + BeatShape::kAfter;
  std::size_t usual = 0;
  for (const auto& beat : m_recent) {
    if (seconds() - beat.seconds > span) continue;
    if (beat.kind != BeatKind::Usual) return false;
    ++usual;
  }
  return usual > 0 && usual < VentricularRun::kBeats;
}

}  // namespace vitalwall::detectors
