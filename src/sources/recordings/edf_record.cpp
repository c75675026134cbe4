// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/edf_record.h"

#include <edflib.h>

#include <mutex>
#include <utility>

#include "domain/concat.h"
#include "sources/recordings/edf_file.h"
#include "sources/recordings/recording_builder.h"
#include "sources/recordings/recording_limits.h"

namespace vitalwall::sources {
namespace {

std::mutex& libraryMutex() {
  static std::mutex mutex;
  return mutex;
}

absl::Status checkPlayable(const edf_hdr_struct& header, const std::string& name) {
  if (header.edfsignals == 0)
    return absl::FailedPreconditionError(
        concat("The file ", name, " holds annotations only, so there is nothing to play."));
  if (header.datarecord_duration <= 0 || header.datarecords_in_file <= 0)
    return absl::InvalidArgumentError(
        concat("The file ", name, " does not say how long it lasts."));
  std::uint64_t samples = 0;
  for (int i = 0; i < header.edfsignals; ++i)
    samples += static_cast<std::uint64_t>(header.signalparam[i].smp_in_file);
  if (samples <= kMaxSamplesInMemory) return absl::OkStatus();
  return absl::ResourceExhaustedError(concat("The file ", name, " holds ", samples,
                                             " samples; at most ", kMaxSamplesInMemory,
                                             " are played."));
}

RawSignal describe(const edf_param_struct& signal) {
  const double unitsPerCount =
      (signal.phys_max - signal.phys_min) / (signal.dig_max - signal.dig_min);
  return {.label = signal.label,
          .unit = signal.physdimension,
          .samplesPerFrame = static_cast<std::uint32_t>(signal.smp_in_datarecord),
          .unitsPerCount = unitsPerCount,
          .zero = signal.phys_min - signal.dig_min * unitsPerCount,
          .samples = {}};
}

WallTime startOf(const edf_hdr_struct& header) {
  const std::chrono::year_month_day date{
      std::chrono::year(header.startdate_year),
      std::chrono::month(static_cast<unsigned>(header.startdate_month)),
      std::chrono::day(static_cast<unsigned>(header.startdate_day))};
  constexpr long long kUnitsPerMilli = EDFLIB_TIME_DIMENSION / 1000;
  return WallTime(std::chrono::sys_days(date)) + std::chrono::hours(header.starttime_hour) +
         std::chrono::minutes(header.starttime_minute) +
         std::chrono::seconds(header.starttime_second) +
         milliseconds(header.starttime_subsecond / kUnitsPerMilli);
}

std::optional<double> ageOf(const edf_hdr_struct& header) {
  if (header.birthdate_year <= 0) return std::nullopt;
  return header.startdate_year - header.birthdate_year +
         (header.startdate_month - header.birthdate_month) / 12.0;
}

}  // namespace

absl::StatusOr<Recording> readEdfRecord(const std::filesystem::path& path) {
  const std::lock_guard lock(libraryMutex());
  const auto file = EdfFile::open(path);
  if (!file.ok()) return file.status();
  const auto& header = file->header();
  if (auto status = checkPlayable(header, path.filename().string()); !status.ok()) return status;

  RawRecording raw{.name = path.stem().string(),
                   .framesPerSecond = static_cast<double>(EDFLIB_TIME_DIMENSION) /
                                      static_cast<double>(header.datarecord_duration),
                   .frames = static_cast<std::uint64_t>(header.datarecords_in_file),
                   .ageInYears = ageOf(header),
                   .recordedAt = startOf(header),
                   .signals = {}};
  for (int i = 0; i < header.edfsignals; ++i) {
    auto samples = file->readSignal(i);
    if (!samples.ok()) return samples.status();
    raw.signals.push_back(describe(header.signalparam[i]));
    raw.signals.back().samples = *std::move(samples);
  }
  return buildRecording(std::move(raw));
}

}  // namespace vitalwall::sources
