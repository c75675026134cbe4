// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <cmath>
#include <functional>
#include <vector>

#include "detectors/condition_detectors.h"

namespace vitalwall::test {

/// A condition that began or went at a second of the signal.
struct ConditionEvent {
  double second = 0;
  MdcCode condition;
  bool present = false;
};

inline QString shortName(MdcCode condition) {
  if (condition == mdc::kEventAsystole) return QStringLiteral("asystole");
  if (condition == mdc::kEventVentricularTachycardia) return QStringLiteral("VT");
  if (condition == mdc::kEventVentricularFibrillation) return QStringLiteral("VF");
  if (condition == mdc::kEventApnoea) return QStringLiteral("apnoea");
  return QString::number(condition.value);
}

/// "VT 299-303, asystole 310-" for the table of a test.
inline QString described(const std::vector<ConditionEvent>& events) {
  QStringList parts;
  for (const auto& event : events)
    parts.append(QStringLiteral("%1 %2 %3")
                     .arg(shortName(event.condition),
                          event.present ? QStringLiteral("from") : QStringLiteral("until"))
                     .arg(event.second));
  return parts.isEmpty() ? QStringLiteral("silent") : parts.join(QStringLiteral(", "));
}

/// Seconds at which `condition` began.
inline std::vector<double> beginnings(const std::vector<ConditionEvent>& events,
                                      MdcCode condition) {
  std::vector<double> seconds;
  for (const auto& event : events)
    if (event.present && event.condition == condition) seconds.push_back(event.second);
  return seconds;
}

/// Feeds the detectors of one patient second by second.
class ConditionRun {
 public:
  explicit ConditionRun(const Patient& patient) : m_patient(patient), m_detectors(patient) {}

  /// The samples of one channel from `first` on.
  void push(std::uint32_t channel, std::uint64_t first, std::vector<std::int16_t> samples) {
    m_detectors.push({.patient = m_patient.id,
                      .channel = channel,
                      .firstSample = first,
                      .sourceTime = {},
                      .samples = std::move(samples)});
  }

  /// Looks at what has been pushed up to `second`.
  void look(double second) {
    const auto now = fromUnixMillis(std::llround(second * 1000));
    for (const auto& condition : m_detectors.take(now)) {
      Q_ASSERT(condition.patient == m_patient.id && condition.at == now);
      events.push_back({second, condition.key.condition, condition.present});
    }
  }

  std::vector<ConditionEvent> events;

 private:
  Patient m_patient;
  detectors::ConditionDetectors m_detectors;
};

/// A wave made by a function of time, in the units of its channel; NaN is not measured.
struct SyntheticWave {
  WaveChannel channel;
  std::function<double(double seconds)> at;
};

inline SyntheticWave ecgWave(std::function<double(double)> at, MdcCode lead = mdc::kEcgLeadII) {
  return {{.code = lead,
           .label = "ECG",
           .unit = Unit::MilliVolt,
           .samplesPerSecond = 250,
           .unitsPerCount = 0.001,
           .displayLow = -1,
           .displayHigh = 2},
          std::move(at)};
}

inline SyntheticWave pressureWave(std::function<double(double)> at) {
  return {{.code = mdc::kArterialPressure,
           .label = "ABP",
           .unit = Unit::MillimetreOfMercury,
           .samplesPerSecond = 125,
           .unitsPerCount = 0.05,
           .displayLow = 0,
           .displayHigh = 180},
          std::move(at)};
}

inline SyntheticWave respirationWave(std::function<double(double)> at,
                                     MdcCode code = mdc::kRespiration) {
  return {{.code = code,
           .label = "Resp",
           .samplesPerSecond = 62.5,
           .unitsPerCount = 0.001,
           .displayLow = -0.2,
           .displayHigh = 1.2},
          std::move(at)};
}

/// What the detectors say of synthetic waves, looked at every half second.
inline std::vector<ConditionEvent> conditionsIn(const std::vector<SyntheticWave>& waves,
                                                int seconds) {
  Patient patient;
  patient.id = PatientId::fromName("synthetic");
  for (const auto& wave : waves) patient.waves.push_back(wave.channel);
  ConditionRun run(patient);
  std::vector<std::uint64_t> next(waves.size());
  for (int half = 1; half <= 2 * seconds; ++half) {
    for (std::uint32_t i = 0; i < waves.size(); ++i) {
      const auto& channel = waves[i].channel;
      const auto first = next[i];
      std::vector<std::int16_t> samples;
      for (; static_cast<double>(next[i]) < half / 2.0 * channel.samplesPerSecond; ++next[i]) {
        const double value = waves[i].at(static_cast<double>(next[i]) / channel.samplesPerSecond);
        const double count = (value - channel.zero) / channel.unitsPerCount;
        samples.push_back(std::isnan(value) ? kNoSample
                                            : static_cast<std::int16_t>(std::lround(count)));
      }
      run.push(i, first, std::move(samples));
    }
    run.look(half / 2.0);
  }
  return run.events;
}

}  // namespace vitalwall::test
