// SPDX-License-Identifier: GPL-3.0-or-later
// What the condition detectors of 64 patients cost: two ECG leads of 250 Hz, pleth and arterial
// pressure of 125 Hz, respiration of 62.5 Hz each, in blocks of a quarter of a second.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <deque>

#include "detectors/condition_detectors.h"
#include "detectors/synthetic_waves.h"

using namespace vitalwall;

namespace {

constexpr int kPatients = 64;
constexpr int kSeconds = 60;
constexpr int kBlocksPerSecond = 4;
constexpr double kAllowedShare = 0.03;  // of a core

WaveChannel channel(MdcCode code, double rate, double unitsPerCount) {
  return {.code = code,
          .label = {},
          .samplesPerSecond = rate,
          .unitsPerCount = unitsPerCount,
          .displayLow = 0,
          .displayHigh = 1};
}

Patient makePatient() {
  Patient patient;
  patient.id = PatientId::random();
  patient.waves = {channel(mdc::kEcgLeadII, 250, 0.001), channel(mdc::kEcgLeadV, 250, 0.001),
                   channel(mdc::kPleth, 125, 0.0001), channel(mdc::kArterialPressure, 125, 0.05),
                   channel(mdc::kRespiration, 62.5, 0.001)};
  return patient;
}

double valueAt(MdcCode code, double seconds) {
  if (isEcg(code)) return test::syntheticEcg(seconds, 80, 1) + 0.01 * test::noiseAt(seconds);
  if (code == mdc::kPleth) return test::syntheticPressure(seconds, 80, 0.1, 0.9);
  if (code == mdc::kArterialPressure) return test::syntheticPressure(seconds, 80, 70, 120);
  return 0.5 + 0.4 * std::sin(seconds * 1.6);
}

/// All blocks of one patient, in the order in which a source gives them.
std::vector<WaveBlock> makeBlocks(const Patient& patient) {
  std::vector<WaveBlock> blocks;
  std::vector<std::uint64_t> next(patient.waves.size());
  for (int part = 1; part <= kSeconds * kBlocksPerSecond; ++part)
    for (std::uint32_t i = 0; i < patient.waves.size(); ++i) {
      const auto& wave = patient.waves[i];
      WaveBlock block{.patient = patient.id,
                      .channel = i,
                      .firstSample = next[i],
                      .sourceTime = {},
                      .samples = {}};
      const double end = static_cast<double>(part) / kBlocksPerSecond * wave.samplesPerSecond;
      for (; static_cast<double>(next[i]) < end; ++next[i])
        block.samples.push_back(static_cast<std::int16_t>(
            std::lround(valueAt(wave.code, static_cast<double>(next[i]) / wave.samplesPerSecond) /
                        wave.unitsPerCount)));
      blocks.push_back(std::move(block));
    }
  return blocks;
}

double cpuSeconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace

int main() {
  std::deque<detectors::ConditionDetectors> beds;
  const auto patient = makePatient();
  for (int i = 0; i < kPatients; ++i) beds.emplace_back(patient);
  const auto blocks = makeBlocks(patient);
  std::size_t samples = 0;
  std::size_t conditions = 0;
  const double start = cpuSeconds();
  // Tick by tick over all beds, as the server does: the caches are as cold as they will be there.
  for (std::size_t i = 0; i < blocks.size(); i += patient.waves.size())
    for (auto& bed : beds) {
      for (std::size_t k = i; k < i + patient.waves.size(); ++k) {
        bed.push(blocks[k]);
        samples += blocks[k].samples.size();
      }
      conditions += bed.take({}).size();
    }
  const double spent = cpuSeconds() - start;
  const double share = spent / kSeconds;
  std::printf(
      "condition detectors | %d patients | %.0f ns/sample | %.2f %% of a core | %zu alarms\n",
      kPatients, 1e9 * spent / static_cast<double>(samples), 100 * share, conditions);
  return share < kAllowedShare ? 0 : 1;
}
