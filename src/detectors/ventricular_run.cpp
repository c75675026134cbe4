// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/ventricular_run.h"

#include <algorithm>
#include <limits>

namespace vitalwall::detectors {
namespace {

constexpr double kUsual = 0.30;          // of unlikeness; below it is the patient's own beat
constexpr double kUnlike = 0.35;         // above it is another one
constexpr double kWider = 1.3;           // than the usual beat
constexpr double kWideInItself = 0.056;  // s at half height
constexpr double kAlike = 0.20;          // of unlikeness between beats of one run
constexpr std::size_t kAlikeNeeded = 4;
constexpr std::size_t kUnderWay = 3;  // beats

}  // namespace

BeatKind kindOf(const BeatShape& beat, const BeatShape* usual) {
  const double width = beat.width();
  if (!usual) return width < kWideInItself ? BeatKind::Narrow : BeatKind::Ventricular;
  const double unlikeness = beat.unlikeness(*usual);
  if (unlikeness < kUsual) return BeatKind::Usual;
  if (width < std::min(kWider * usual->width(), kWideInItself)) return BeatKind::Narrow;
  return unlikeness > kUnlike ? BeatKind::Ventricular : BeatKind::Unclear;
}

void VentricularRun::add(double seconds, BeatKind kind, const BeatShape& shape) {
  if (kind == BeatKind::Usual) m_beats.clear();
  if (kind != BeatKind::Ventricular) return;
  m_beats.push_back({seconds, shape});
  if (m_beats.size() > kBeats) m_beats.pop_front();
}

double VentricularRun::rateOfNewest(std::size_t beats) const {
  const double span = m_beats.back().seconds - m_beats[m_beats.size() - beats].seconds;
  return 60 * static_cast<double>(beats - 1) / span;
}

std::size_t VentricularRun::alike() const {
  const auto hasLike = [this](const Beat& beat) {
    return std::any_of(m_beats.begin(), m_beats.end(), [&beat](const Beat& other) {
      return &other != &beat && beat.shape.unlikeness(other.shape) < kAlike;
    });
  };
  return static_cast<std::size_t>(std::count_if(m_beats.begin(), m_beats.end(), hasLike));
}

std::optional<double> VentricularRun::tachycardia(double slowest) const {
  if (m_beats.size() < kBeats) return std::nullopt;
  const double rate = rateOfNewest(kBeats);
  return rate > slowest && alike() >= kAlikeNeeded ? std::optional(rate) : std::nullopt;
}

double VentricularRun::newest() const {
  return m_beats.empty() ? -std::numeric_limits<double>::infinity() : m_beats.back().seconds;
}

bool VentricularRun::isUnderWay(double slowest) const {
  return m_beats.size() >= kUnderWay && rateOfNewest(kUnderWay) > slowest;
}

}  // namespace vitalwall::detectors
