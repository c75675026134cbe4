// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>

#include "detectors/beat_shape.h"

namespace vitalwall::detectors {

/// What a beat is against the patient's own.
enum class BeatKind : std::uint8_t {
  Usual,        ///< the patient's own form
  Narrow,       ///< another form, but not wider: it came through the bundles
  Ventricular,  ///< another form, and wide
  Unclear       ///< wide and not unlike enough, or not readable
};

/// Judges a beat by form and width: wide is 30 % wider than the usual beat, or 56 ms at half height
/// (a QRS of about 0.14 s). `usual` is nullptr while it is not known: then every beat is narrow or
/// ventricular by its width alone.
BeatKind kindOf(const BeatShape& beat, const BeatShape* usual);

/// Ventricular beats in a row: since the last usual beat or interruption. Five at more than the
/// rate asked for are a ventricular tachycardia (the definition of the PhysioNet/CinC challenge
/// 2015 and the usual factory setting). Noise is told from beats by its forms: four of the five
/// must resemble another of them, which a multiform tachycardia of few forms does too. The bound
/// lies between the true runs of the challenge's records here (v131l, v139l, v253l: up to 0.18)
/// and the most alike of the noise (a103l: 0.23; MIT-BIH 105 and Noise Stress 118: 0.3 and more).
class VentricularRun {
 public:
  static constexpr std::size_t kBeats = 5;

  void add(double seconds, BeatKind kind, const BeatShape& shape);

  /// Beats were not readable: what follows is not consecutive.
  void interrupt() { m_beats.clear(); }

  /// Ventricular beats per minute over the newest five, if they make a tachycardia.
  std::optional<double> tachycardia(double slowest) const;

  /// When the newest of them was, s; -infinity if there is none.
  double newest() const;

  /// How many of the newest five resemble another one.
  std::size_t alike() const;

  /// Three or more in a row at `slowest` a minute: not a rhythm to learn the usual beat from.
  bool isUnderWay(double slowest) const;

 private:
  struct Beat {
    double seconds;
    BeatShape shape;
  };

  double rateOfNewest(std::size_t beats) const;

  std::deque<Beat> m_beats;  // at most kBeats
};

}  // namespace vitalwall::detectors
