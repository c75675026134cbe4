// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include "detectors/derived_numerics.h"
#include "sources/recordings/file_bytes.h"
#include "sources/recordings/wfdb_annotations.h"
#include "sources/recordings/wfdb_record.h"
#include "sources/recordings_support.h"

namespace vitalwall::test {

/// A record of the shared data by its path below wfdb/, without extension; empty if refused.
inline sources::Recording record(const QString& name) {
  auto read = sources::readWfdbRecord(wfdbFolder() / (name.toStdString() + ".hea"));
  return read.ok() ? *std::move(read) : sources::Recording{};
}

/// Times (s) of the beats in a record's reference annotations.
inline std::vector<double> annotatedBeats(const QString& name, double framesPerSecond) {
  const auto bytes = sources::readFile(wfdbFolder() / (name.toStdString() + ".atr"), 1 << 20);
  const auto marks = sources::parseWfdbAnnotations(*bytes);
  std::vector<double> beats;
  for (const auto& mark : *marks)
    if (mark.isBeat()) beats.push_back(static_cast<double>(mark.sample) / framesPerSecond);
  return beats;
}

/// A file with one number in each line.
inline std::vector<double> column(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istream_iterator<double>(file), {}};
}

/// Everything derived from a recording's waves, second by second.
inline std::vector<std::vector<Numeric>> derivedEachSecond(const sources::Recording& recording) {
  std::vector<WaveChannel> channels;
  for (const auto& wave : recording.waves) channels.push_back(wave.channel);
  detectors::DerivedNumerics derived(channels);
  std::vector<std::vector<Numeric>> seconds;
  for (std::size_t second = 0; second < static_cast<std::size_t>(recording.seconds()); ++second) {
    for (std::size_t i = 0; i < channels.size(); ++i) {
      const auto rate = static_cast<std::size_t>(channels[i].samplesPerSecond);
      derived.push(i, {recording.waves[i].counts.data() + second * rate, rate});
    }
    seconds.push_back(derived.take(fromUnixMillis(static_cast<std::int64_t>(second) * 1000)));
  }
  return seconds;
}

/// One derived numeric, second by second; nullopt where it is absent.
inline std::vector<std::optional<double>> numericEachSecond(const sources::Recording& recording,
                                                            MdcCode code) {
  std::vector<std::optional<double>> values;
  for (const auto& numerics : derivedEachSecond(recording))
    for (const auto& numeric : numerics)
      if (numeric.code == code) values.push_back(numeric.value);
  return values;
}

/// A bump of `height` and `width` (s, standard deviation) at `distance` (s) from its top.
inline double bump(double distance, double height, double width) {
  return height * std::exp(-distance * distance / (2 * width * width));
}

/// An ECG with its R waves at whole multiples of 60/`rate` s: QRS of `size` mV and a broad T wave.
inline double syntheticEcg(double seconds, double rate, double size) {
  const double period = 60 / rate;
  const double phase = std::remainder(seconds, period);
  const double afterR = phase < 0 ? phase + period : phase;
  return bump(phase, size, 0.012) - bump(phase - 0.035, 0.2 * size, 0.012) +
         bump(afterR - 0.28, 0.3 * size, 0.05);
}

/// A pressure wave: `low` at the foot, `high` at the top, `rate` pulses a minute.
inline double syntheticPressure(double seconds, double rate, double low, double high) {
  const double period = 60 / rate;
  const double phase = std::fmod(seconds, period) / period;
  const double rise = phase < 0.15 ? 0.5 - 0.5 * std::cos(M_PI * phase / 0.15)
                                   : 0.5 + 0.5 * std::cos(M_PI * (phase - 0.15) / 0.85);
  return low + (high - low) * rise;
}

}  // namespace vitalwall::test
