// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/replay_patient.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitalwall::sources {
namespace {

std::vector<WaveChannel> channelsOf(const Recording& recording) {
  std::vector<WaveChannel> channels;
  for (const auto& wave : recording.waves) channels.push_back(wave.channel);
  return channels;
}

Patient describe(const Recording& recording, const std::string& identity, std::string bed) {
  return {.id = PatientId::fromName(identity),
          .bed = std::move(bed),
          .name = "Record " + recording.name,
          .ageGroup = recording.ageGroup,
          .waves = channelsOf(recording),
          .numerics = {}};
}

bool holds(const std::vector<Numeric>& numerics, MdcCode code) {
  return std::any_of(numerics.begin(), numerics.end(),
                     [code](const Numeric& numeric) { return numeric.code == code; });
}

}  // namespace

ReplayPatient::ReplayPatient(Recording recording, const std::string& identity, std::string bed)
    : m_patient(describe(recording, identity, std::move(bed))),
      m_loop(recording.framesPerSecond, recording.frames),
      m_waves(std::move(recording.waves)),
      m_played(m_waves.size(), 0),
      m_derived(m_patient.waves) {
  for (auto& trend : recording.trends) m_trends.emplace_back(std::move(trend));
  for (const auto& trend : m_trends) m_patient.numerics.push_back(trend.channel().code);
  for (const auto code : m_derived.codes())
    if (std::find(m_patient.numerics.begin(), m_patient.numerics.end(), code) ==
        m_patient.numerics.end())
      m_patient.numerics.push_back(code);
}

void ReplayPatient::playWaves(Elapsed until, const WallAt& wallAt, SourceSink& sink) {
  for (std::size_t channel = 0; channel < m_waves.size(); ++channel)
    playChannel(channel, until, wallAt, sink);
}

void ReplayPatient::playChannel(std::size_t channel, Elapsed until, const WallAt& wallAt,
                                SourceSink& sink) {
  const auto& wave = m_waves[channel];
  const auto longest =
      static_cast<std::uint64_t>(std::max(1.0, std::floor(wave.channel.samplesPerSecond)));
  auto& played = m_played[channel];
  const auto end = m_loop.samplesBefore(until, wave.samplesPerFrame);
  while (played < end) {
    const auto position = m_loop.locate(played, wave.samplesPerFrame);
    const auto count = std::min({position.left, end - played, longest});
    if (position.sample) {
      const std::span block(wave.counts.data() + *position.sample, count);
      m_derived.push(channel, block);
      sink.onWave({.patient = m_patient.id,
                   .channel = static_cast<std::uint32_t>(channel),
                   .firstSample = played,
                   .sourceTime = wallAt(m_loop.timeOf(played, wave.samplesPerFrame)),
                   .samples = {block.begin(), block.end()}});
    } else {
      m_derived.skip(channel, count);
    }
    played += count;
  }
}

void ReplayPatient::playVitals(Elapsed now, const WallAt& wallAt, SourceSink& sink) {
  sink.onVitals(
      {.patient = m_patient.id, .sourceTime = wallAt(now), .numerics = numericsAt(now, wallAt)});
}

std::vector<Numeric> ReplayPatient::numericsAt(Elapsed now, const WallAt& wallAt) {
  std::vector<Numeric> numerics;
  for (auto& trend : m_trends) {
    const auto index = m_loop.samplesBefore(now, trend.samplesPerFrame());
    const auto position = m_loop.locate(index, trend.samplesPerFrame());
    numerics.push_back(
        trend.numericAt(position.sample, wallAt(m_loop.timeOf(index, trend.samplesPerFrame()))));
  }
  for (auto& derived : m_derived.take(wallAt(now)))
    if (!holds(numerics, derived.code)) numerics.push_back(derived);
  return numerics;
}

}  // namespace vitalwall::sources
