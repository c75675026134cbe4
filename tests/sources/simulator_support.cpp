// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator_support.h"

#include <limits>

namespace vitalwall::test {

std::size_t channelOf(const Patient& patient, MdcCode code) {
  const auto found =
      std::find_if(patient.waves.begin(), patient.waves.end(),
                   [code](const WaveChannel& channel) { return channel.code == code; });
  return static_cast<std::size_t>(found - patient.waves.begin());
}

Excerpt excerpt(const Drive& drive, const Patient& patient, MdcCode code, double from, double to) {
  const std::size_t index = channelOf(patient, code);
  const WaveChannel& channel = patient.waves.at(index);
  const auto& samples = drive.sink.waves.at({patient.id, static_cast<std::uint32_t>(index)});
  const auto first = static_cast<std::size_t>(from * channel.samplesPerSecond);
  const auto last = static_cast<std::size_t>(to * channel.samplesPerSecond);
  Excerpt result{channel, {}};
  for (std::size_t i = first; i < last; ++i)
    result.values.push_back(samples.at(i) == kNoSample ? std::numeric_limits<double>::quiet_NaN()
                                                       : channel.toPhysical(samples[i]));
  return result;
}

std::vector<double> rises(const Excerpt& wave, double low, double high) {
  const double lowest = wave.lowest();
  const double range = wave.range();
  std::vector<double> times;
  bool armed = false;
  for (std::size_t i = 0; i < wave.values.size(); ++i) {
    const double part = (wave.values[i] - lowest) / range;
    if (armed && part > high) {
      times.push_back(static_cast<double>(i) / wave.channel.samplesPerSecond);
      armed = false;
    }
    armed = armed || part < low;
  }
  return times;
}

double ratePerMinute(const std::vector<double>& times) {
  return 60 * static_cast<double>(times.size() - 1) / (times.back() - times.front());
}

double meanShown(const Drive& drive, const Patient& patient, MdcCode code, int from, int to) {
  double sum = 0;
  for (int second = from; second < to; ++second)
    sum += shown(drive, patient, code, second).value.value();
  return sum / (to - from);
}

Numeric shown(const Drive& drive, const Patient& patient, MdcCode code, int second) {
  const Vitals& vitals = drive.sink.vitals.at(patient.id).at(static_cast<std::size_t>(second));
  const Numeric* numeric = vitals.find(code);
  return numeric ? *numeric : Numeric{};
}

bool isBeyondLimits(const Patient& patient, const Numeric& numeric) {
  const AlarmLimits& limits = defaultLimits(patient.ageGroup);
  const auto found = limits.find(numeric.code);
  if (found == limits.end() || !numeric.value) return false;
  const LimitPair& pair = found->second;
  return (pair.low && *numeric.value < *pair.low) || (pair.high && *numeric.value > *pair.high);
}

}  // namespace vitalwall::test
