// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/clock.h"
#include "domain/vitals.h"

namespace vitalwall {

/// ACVPU: alert, new confusion, responds to voice, to pain, unresponsive.
enum class Consciousness : std::uint8_t { Alert, Confusion, Voice, Pain, Unresponsive };

/// What a person has observed or prescribed for the score of a patient; empty: not known.
struct News2Settings {
  bool scale2 = false;  ///< SpO2 scale 2: only with a prescribed target of 88 to 92 %
  std::optional<bool> supplementalOxygen;
  std::optional<Consciousness> consciousness;

  bool operator==(const News2Settings&) const = default;
};

/// The seven items of the score.
enum class News2Item : std::uint8_t {
  Respiration,
  OxygenSaturation,
  SupplementalOxygen,
  SystolicPressure,
  Pulse,
  Consciousness,
  Temperature
};

/// The clinical response that a score asks for (RCP 2017, chart 2).
enum class News2Risk : std::uint8_t {
  Low,        ///< 0 to 4
  LowMedium,  ///< any single item scores 3
  Medium,     ///< 5 or 6
  High        ///< 7 and more
};

/// The score of one moment. Items that are not known count nothing and are named: a score with
/// missing items is a lower bound.
struct News2Score {
  int total = 0;
  bool singleThree = false;
  std::vector<News2Item> missing;

  bool isComplete() const { return missing.empty(); }
  News2Risk risk() const;
  bool operator==(const News2Score&) const = default;
};

/// Points of single items, 0 to 3, exactly as the published table (Royal College of Physicians,
/// National Early Warning Score 2, 2017). Values are rounded as the chart prints them: rates,
/// saturation and pressure to whole numbers, temperature to tenths.
namespace news2 {
int respiration(double perMinute);
int saturationScale1(double percent);
int saturationScale2(double percent, bool onOxygen);
int oxygen(bool onOxygen);
int systolic(double mmHg);
int pulse(double perMinute);
int consciousness(Consciousness state);
int temperature(double celsius);
}  // namespace news2

/// The score of `vitals`: RR, SpO2, systolic pressure (arterial before cuff), heart rate before
/// pulse rate, temperature; consciousness and oxygen from `settings`. Only valid values count; a
/// cuff value older than `cuffAge` before `now` is missing. Not meant for children under 16.
News2Score news2Score(const Vitals& vitals, const News2Settings& settings, WallTime now,
                      milliseconds cuffAge);

}  // namespace vitalwall
