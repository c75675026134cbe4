// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/news2.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vitalwall {
namespace {

/// From this value on, as the chart prints it, an item scores `points`; until the next band begins.
struct Band {
  long from;
  int points;
};

template <std::size_t Size>
int pointsOf(long value, const std::array<Band, Size>& bands) {
  int points = bands.front().points;
  for (const auto& band : bands)
    if (value >= band.from) points = band.points;
  return points;
}

// The published table, RCP 2017, chart 1. The first band reaches down without end.
constexpr std::array kRespiration = {Band{0, 3}, Band{9, 1}, Band{12, 0}, Band{21, 2}, Band{25, 3}};
constexpr std::array kScale1 = {Band{0, 3}, Band{92, 2}, Band{94, 1}, Band{96, 0}};
constexpr std::array kScale2Air = {Band{0, 3}, Band{84, 2}, Band{86, 1}, Band{88, 0}};
constexpr std::array kScale2Oxygen = {Band{0, 3},  Band{84, 2}, Band{86, 1}, Band{88, 0},
                                      Band{93, 1}, Band{95, 2}, Band{97, 3}};
constexpr std::array kSystolic = {Band{0, 3}, Band{91, 2}, Band{101, 1}, Band{111, 0},
                                  Band{220, 3}};
constexpr std::array kPulse = {Band{0, 3},  Band{41, 1},  Band{51, 0},
                               Band{91, 1}, Band{111, 2}, Band{131, 3}};
constexpr std::array kTenthsOfDegree = {Band{0, 3}, Band{351, 1}, Band{361, 0}, Band{381, 1},
                                        Band{391, 2}};

std::optional<double> validValue(const Vitals& vitals, MdcCode code) {
  const Numeric* numeric = vitals.find(code);
  if (!numeric || numeric->validity != Validity::Valid) return std::nullopt;
  return numeric->value;
}

std::optional<double> pulseOf(const Vitals& vitals) {
  const auto heartRate = validValue(vitals, mdc::kHeartRate);
  return heartRate ? heartRate : validValue(vitals, mdc::kPulseRate);
}

std::optional<double> systolicOf(const Vitals& vitals, WallTime now, milliseconds cuffAge) {
  if (const auto arterial = validValue(vitals, mdc::kArterialSystolic)) return arterial;
  const Numeric* cuff = vitals.find(mdc::kNibpSystolic);
  if (!cuff || now - cuff->measuredAt > cuffAge) return std::nullopt;
  return validValue(vitals, mdc::kNibpSystolic);
}

int saturation(double percent, const News2Settings& settings) {
  return settings.scale2
             ? news2::saturationScale2(percent, settings.supplementalOxygen.value_or(false))
             : news2::saturationScale1(percent);
}

void add(News2Score& score, News2Item item, std::optional<int> points) {
  if (!points) {
    score.missing.push_back(item);
    return;
  }
  score.total += *points;
  score.singleThree |= *points == 3;
}

template <typename Value, typename Points>
std::optional<int> scored(const std::optional<Value>& value, Points points) {
  if (!value) return std::nullopt;
  return points(*value);
}

}  // namespace

namespace news2 {

int respiration(double perMinute) {
  return pointsOf(std::lround(perMinute), kRespiration);
}

int saturationScale1(double percent) {
  return pointsOf(std::lround(percent), kScale1);
}

int saturationScale2(double percent, bool onOxygen) {
  const long rounded = std::lround(percent);
  return onOxygen ? pointsOf(rounded, kScale2Oxygen) : pointsOf(rounded, kScale2Air);
}

int oxygen(bool onOxygen) {
  return onOxygen ? 2 : 0;
}

int systolic(double mmHg) {
  return pointsOf(std::lround(mmHg), kSystolic);
}

int pulse(double perMinute) {
  return pointsOf(std::lround(perMinute), kPulse);
}

int consciousness(Consciousness state) {
  return state == Consciousness::Alert ? 0 : 3;
}

int temperature(double celsius) {
  return pointsOf(std::lround(celsius * 10), kTenthsOfDegree);
}

}  // namespace news2

News2Risk News2Score::risk() const {
  if (total >= 7) return News2Risk::High;
  if (total >= 5) return News2Risk::Medium;
  return singleThree ? News2Risk::LowMedium : News2Risk::Low;
}

News2Score news2Score(const Vitals& vitals, const News2Settings& settings, WallTime now,
                      milliseconds cuffAge) {
  News2Score score;
  add(score, News2Item::Respiration,
      scored(validValue(vitals, mdc::kRespiratoryRate), news2::respiration));
  add(score, News2Item::OxygenSaturation,
      scored(validValue(vitals, mdc::kSpO2),
             [&settings](double percent) { return saturation(percent, settings); }));
  add(score, News2Item::SupplementalOxygen, scored(settings.supplementalOxygen, news2::oxygen));
  add(score, News2Item::SystolicPressure,
      scored(systolicOf(vitals, now, cuffAge), news2::systolic));
  add(score, News2Item::Pulse, scored(pulseOf(vitals), news2::pulse));
  add(score, News2Item::Consciousness, scored(settings.consciousness, news2::consciousness));
  add(score, News2Item::Temperature,
      scored(validValue(vitals, mdc::kTemperature), news2::temperature));
  return score;
}

}  // namespace vitalwall
