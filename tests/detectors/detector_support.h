// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include "detectors/derived_numerics.h"
#include "detectors/synthetic_waves.h"
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

}  // namespace vitalwall::test
