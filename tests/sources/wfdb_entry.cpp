// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/wfdb_entry.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "sources/recordings/wfdb_annotations.h"
#include "sources/recordings/wfdb_record.h"

namespace vitalwall::fuzz {
namespace {

using sources::RecordedSignal;
using sources::Recording;

void require(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "A promise of the WFDB reader is broken: %s.\n", promise);
  std::abort();
}

// A folder of this process, removed with it.
class Scratch {
 public:
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "wfdb-XXXXXX").string();
    require(mkdtemp(pattern.data()) != nullptr, "there is a folder to write to");
    m_path = pattern;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }

  // A new file each time: file systems flush a file that is truncated and written again.
  std::filesystem::path write(const char* name, std::string_view bytes) const {
    std::filesystem::remove(m_path / name);
    std::ofstream file(m_path / name, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return m_path / name;
  }

 private:
  std::filesystem::path m_path;
};

void checkSignal(const Recording& record, const RecordedSignal& signal) {
  require(signal.counts.size() == record.frames * signal.samplesPerFrame, "signals are whole");
  require(std::isfinite(signal.channel.unitsPerCount), "scales are finite");
  require(std::isfinite(signal.channel.zero), "zeros are finite");
  require(signal.channel.unitsPerCount > 0, "scales are positive");
  require(signal.channel.displayLow < signal.channel.displayHigh, "display ranges have a height");
  require(signal.channel.samplesPerSecond > 0, "rates are positive");
}

void checkRecord(const Recording& record) {
  require(record.frames > 0 && record.seconds() > 0, "a record lasts");
  require(!record.waves.empty() || !record.trends.empty(), "a record holds signals");
  for (const auto& wave : record.waves) checkSignal(record, wave);
  for (const auto& trend : record.trends) checkSignal(record, trend);
}

}  // namespace

void enterRecord(std::string_view bytes) {
  static const Scratch scratch;
  const auto end = std::min(bytes.find('\0'), bytes.size());
  const auto samples = bytes.substr(std::min(end + 1, bytes.size()));
  const auto header = scratch.write("r.hea", bytes.substr(0, end));
  scratch.write("r.dat", samples);
  const auto record = sources::readWfdbRecord(header);
  if (record.ok()) checkRecord(*record);
  require(record.ok() || !record.status().message().empty(), "a refusal has a sentence");
  const auto marks = sources::parseWfdbAnnotations(
      {reinterpret_cast<const std::uint8_t*>(samples.data()), samples.size()});
  require(!marks.ok() || marks->size() <= samples.size() / 2, "marks have at least two bytes");
}

}  // namespace vitalwall::fuzz
