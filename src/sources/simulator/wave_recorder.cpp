// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/wave_recorder.h"

#include <algorithm>
#include <cmath>

namespace vitalwall::sources {
namespace {

WaveChannel ecgChannel() {
  return {.code = mdc::kEcgLeadII,
          .label = "II",
          .unit = Unit::MilliVolt,
          .samplesPerSecond = 250,
          .unitsPerCount = 0.001,
          .displayLow = -1,
          .displayHigh = 2};
}

WaveChannel plethChannel() {
  return {.code = mdc::kPleth,
          .label = "Pleth",
          .unit = Unit::Dimensionless,
          .samplesPerSecond = 125,
          .unitsPerCount = 0.0005,
          .displayLow = 0,
          .displayHigh = 1};
}

WaveChannel pressureChannel() {
  return {.code = mdc::kArterialPressure,
          .label = "ABP",
          .unit = Unit::MillimetreOfMercury,
          .samplesPerSecond = 125,
          .unitsPerCount = 0.05,
          .zero = 100,
          .displayLow = 0,
          .displayHigh = 180};
}

WaveChannel respirationChannel() {
  return {.code = mdc::kRespiration,
          .label = "Resp",
          .unit = Unit::Dimensionless,
          .samplesPerSecond = 62.5,
          .unitsPerCount = 0.0005,
          .displayLow = -0.2,
          .displayHigh = 1.2};
}

std::int16_t toCount(double physical, const WaveChannel& channel) {
  constexpr double kLargestSample = 32767;  // its negative minus one is kNoSample
  const double count = (physical - channel.zero) / channel.unitsPerCount;
  return static_cast<std::int16_t>(std::lrint(std::clamp(count, -kLargestSample, kLargestSample)));
}

}  // namespace

WaveRecorder::WaveRecorder(PatientId patient, const Sensors& sensors)
    : m_tracks(tracksOf(sensors)), m_blocks(m_tracks.size()) {
  for (std::size_t i = 0; i < m_blocks.size(); ++i) {
    m_blocks[i].patient = patient;
    m_blocks[i].channel = static_cast<std::uint32_t>(i);
  }
}

std::vector<WaveRecorder::Track> WaveRecorder::tracksOf(const Sensors& sensors) {
  std::vector<Track> tracks;
  if (sensors.ecg) tracks.push_back({ecgChannel(), 1, &BodySignals::ecg, true});
  tracks.push_back({plethChannel(), 2, &BodySignals::pleth, false});
  if (sensors.arterialLine) tracks.push_back({pressureChannel(), 2, &BodySignals::pressure, false});
  if (sensors.ecg)
    tracks.push_back({respirationChannel(), Lungs::kTicksPerStep, &BodySignals::respiration, true});
  return tracks;
}

std::vector<WaveChannel> WaveRecorder::channelsOf(const Sensors& sensors) {
  std::vector<WaveChannel> channels;
  for (const Track& track : tracksOf(sensors)) channels.push_back(track.channel);
  return channels;
}

void WaveRecorder::record(const BodySignals& signals, bool electrodesAttached, Tick tick) {
  for (std::size_t i = 0; i < m_tracks.size(); ++i) {
    const Track& track = m_tracks[i];
    if (tick % track.ticksPerSample != 0) continue;
    WaveBlock& block = m_blocks[i];
    if (block.samples.empty())
      block.firstSample = static_cast<std::uint64_t>(tick / track.ticksPerSample);
    const bool measured = electrodesAttached || !track.needsElectrodes;
    block.samples.push_back(measured ? toCount(signals.*track.signal, track.channel) : kNoSample);
  }
}

void WaveRecorder::giveTo(SourceSink& sink, WallTime epochWall) {
  for (std::size_t i = 0; i < m_blocks.size(); ++i) {
    WaveBlock& block = m_blocks[i];
    if (block.samples.empty()) continue;
    const Tick tick = static_cast<Tick>(block.firstSample) * m_tracks[i].ticksPerSample;
    block.sourceTime = epochWall + tick * kTickLength;
    sink.onWave(block);
  }
  clear();
}

void WaveRecorder::clear() {
  for (WaveBlock& block : m_blocks) block.samples.clear();
}

}  // namespace vitalwall::sources
