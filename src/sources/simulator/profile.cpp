// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/profile.h"

#include <array>

#include "sources/simulator/random_stream.h"

namespace vitalwall::sources {
namespace {

constexpr Sensors kIntensiveCare{.ecg = true, .arterialLine = true, .cuff = false};
constexpr Sensors kStandard{.ecg = true, .arterialLine = false, .cuff = true};
constexpr Sensors kNoTemperature{
    .ecg = true, .arterialLine = false, .cuff = true, .temperature = false};
constexpr Sensors kOximetry{.ecg = false, .arterialLine = false, .cuff = true};

struct BedKind {
  AgeGroup ageGroup;
  Sensors sensors;
};

/// Repeats over the ward, so that every eight beds show every kind.
constexpr std::array kBedKinds = {
    BedKind{AgeGroup::Adult, kIntensiveCare},      BedKind{AgeGroup::Adult, kStandard},
    BedKind{AgeGroup::Adult, kIntensiveCare},      BedKind{AgeGroup::Paediatric, kStandard},
    BedKind{AgeGroup::Adult, kNoTemperature},      BedKind{AgeGroup::Neonate, kIntensiveCare},
    BedKind{AgeGroup::Paediatric, kIntensiveCare}, BedKind{AgeGroup::Adult, kOximetry},
};

Physiology adultBaseline(RandomStream& random) {
  const double systolic = random.uniform(108, 138);
  return {.heartRate = random.uniform(60, 92),
          .respiratoryRate = random.uniform(13, 19),
          .spo2 = random.uniform(94.5, 98.5),
          .systolic = systolic,
          .diastolic = systolic * random.uniform(0.56, 0.62),
          .temperature = random.uniform(36.4, 37.9)};
}

Physiology paediatricBaseline(RandomStream& random) {
  const double systolic = random.uniform(92, 108);
  return {.heartRate = random.uniform(95, 130),
          .respiratoryRate = random.uniform(18, 25),
          .spo2 = random.uniform(95.5, 98.5),
          .systolic = systolic,
          .diastolic = systolic * random.uniform(0.54, 0.60),
          .temperature = random.uniform(36.5, 38.2)};
}

Physiology neonateBaseline(RandomStream& random) {
  const double systolic = random.uniform(62, 74);
  return {.heartRate = random.uniform(125, 160),
          .respiratoryRate = random.uniform(38, 56),
          .spo2 = random.uniform(90.5, 93),  // on oxygen, kept below the upper limit of 95 %
          .systolic = systolic,
          .diastolic = systolic * random.uniform(0.54, 0.60),
          .temperature = random.uniform(36.5, 37.3)};
}

Physiology makeBaseline(AgeGroup group, RandomStream& random) {
  switch (group) {
    case AgeGroup::Paediatric:
      return paediatricBaseline(random);
    case AgeGroup::Neonate:
      return neonateBaseline(random);
    case AgeGroup::Adult:
      break;
  }
  return adultBaseline(random);
}

}  // namespace

Profile makeProfile(std::uint64_t seed, int index) {
  const auto position = static_cast<std::uint64_t>(index);
  RandomStream random(seed * 0x100000001b3ULL + position);
  const BedKind& kind = kBedKinds[position % kBedKinds.size()];
  const bool newborn = kind.ageGroup == AgeGroup::Neonate;
  return {.ageGroup = kind.ageGroup,
          .sensors = kind.sensors,
          .baseline = makeBaseline(kind.ageGroup, random),
          .ecgMilliVolts = newborn ? random.uniform(0.7, 1.0) : random.uniform(0.9, 1.5),
          .heartRateVariation = newborn ? 0.02 : random.uniform(0.03, 0.07)};
}

}  // namespace vitalwall::sources
