// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/bedside_monitor.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vitalwall::sources {
namespace {

using std::chrono::seconds;

// Rates over 8 s follow a change well within the 10 s of IEC 60601-2-27. No beat for 4 s is
// asystole, no breath for 20 s is apnoea: the usual settings of bedside monitors.
constexpr Tick kBeatWindow = toTicks(seconds(8));
constexpr Tick kBeatSilence = toTicks(seconds(4));
constexpr Tick kBreathWindow = toTicks(seconds(20));
constexpr Tick kBreathSilence = toTicks(seconds(20));
constexpr double kMotionTolerated = 0.3;

Numeric valid(MdcCode code, double value) {
  const MetricInfo* info = findMetric(code);
  const double scale = std::pow(10.0, info->decimals);
  return {.code = code, .unit = info->unit, .value = std::round(value * scale) / scale};
}

Numeric missing(MdcCode code, Validity why) {
  return {.code = code, .unit = findMetric(code)->unit, .value = {}, .validity = why};
}

Numeric validOrMissing(MdcCode code, std::optional<double> value) {
  return value ? valid(code, *value) : missing(code, Validity::NotMeasured);
}

/// A moving patient's value is given, and marked.
Numeric doubtedIfMoving(Numeric numeric, const Physiology& body) {
  if (numeric.value && body.motion > kMotionTolerated) numeric.validity = Validity::Questionable;
  return numeric;
}

/// The small slow changes of every saturation, %.
double slowWander(Tick now) {
  return 0.4 * std::sin(2 * std::numbers::pi * toSeconds(now) / 47);
}

void addPressure(std::vector<Numeric>& numerics, const std::array<MdcCode, 3>& codes,
                 const std::optional<PressureReading>& reading) {
  const PressureReading values = reading.value_or(PressureReading{});
  const std::array pressures = {values.systolic, values.diastolic, values.mean};
  for (std::size_t i = 0; i < codes.size(); ++i)
    numerics.push_back(reading ? valid(codes[i], pressures[i])
                               : missing(codes[i], Validity::NotMeasured));
}

constexpr std::array kArterial = {mdc::kArterialSystolic, mdc::kArterialDiastolic,
                                  mdc::kArterialMean};
constexpr std::array kNibp = {mdc::kNibpSystolic, mdc::kNibpDiastolic, mdc::kNibpMean};

bool isCuffValue(MdcCode code) {
  return std::find(kNibp.begin(), kNibp.end(), code) != kNibp.end();
}

}  // namespace

BedsideMonitor::BedsideMonitor(const Sensors& sensors, RandomStream random)
    : m_sensors(sensors),
      m_beats(kBeatWindow, kBeatSilence),
      m_pulses(kBeatWindow, kBeatSilence),
      m_breaths(kBreathWindow, kBreathSilence),
      m_cuff(random) {}

std::vector<MdcCode> BedsideMonitor::numericsOf(const Sensors& sensors) {
  std::vector<MdcCode> codes;
  if (sensors.ecg) codes.push_back(mdc::kHeartRate);
  codes.insert(codes.end(), {mdc::kSpO2, mdc::kPulseRate});
  if (sensors.arterialLine) codes.insert(codes.end(), kArterial.begin(), kArterial.end());
  if (sensors.cuff) codes.insert(codes.end(), kNibp.begin(), kNibp.end());
  if (sensors.ecg) codes.push_back(mdc::kRespiratoryRate);
  if (sensors.temperature) codes.push_back(mdc::kTemperature);
  return codes;
}

void BedsideMonitor::observe(const BodySignals& signals, Tick tick) {
  if (signals.beat) m_beats.onEvent(tick);
  if (signals.fingerPulse) m_pulses.onEvent(tick);
  if (signals.breath) m_breaths.onEvent(tick);
  if (!m_sensors.arterialLine) return;
  if (signals.arterialPulse) m_pressure.onPulse(tick);
  m_pressure.onSample(signals.pressure);
}

std::vector<Numeric> BedsideMonitor::read(const Physiology& body, Tick now, WallTime wallNow) {
  if (m_sensors.cuff) m_cuff.step(body, now, wallNow);
  std::vector<Numeric> numerics;
  numerics.reserve(9);
  if (m_sensors.ecg) numerics.push_back(heartRate(body, now));
  numerics.push_back(spo2(body, now));
  numerics.push_back(pulseRate(body, now));
  if (m_sensors.arterialLine) addPressure(numerics, kArterial, m_pressure.reading(now));
  if (m_sensors.cuff) addPressure(numerics, kNibp, m_cuff.reading());
  if (m_sensors.ecg) numerics.push_back(respiratoryRate(body, now));
  if (m_sensors.temperature) numerics.push_back(valid(mdc::kTemperature, body.temperature));
  for (Numeric& numeric : numerics)
    numeric.measuredAt = isCuffValue(numeric.code) ? m_cuff.measuredAt() : wallNow;
  return numerics;
}

Numeric BedsideMonitor::heartRate(const Physiology& body, Tick now) const {
  if (!body.electrodesAttached) return missing(mdc::kHeartRate, Validity::LeadOff);
  return doubtedIfMoving(validOrMissing(mdc::kHeartRate, m_beats.perMinute(now)), body);
}

Numeric BedsideMonitor::spo2(const Physiology& body, Tick now) const {
  if (body.perfusion < kPerfusionNeeded) return missing(mdc::kSpO2, Validity::NotMeasured);
  return doubtedIfMoving(valid(mdc::kSpO2, body.spo2 + slowWander(now)), body);
}

Numeric BedsideMonitor::pulseRate(const Physiology& body, Tick now) const {
  const auto rate = m_pulses.perMinute(now);
  if (body.perfusion < kPerfusionNeeded || rate == 0.0)
    return missing(mdc::kPulseRate, Validity::NotMeasured);
  return doubtedIfMoving(validOrMissing(mdc::kPulseRate, rate), body);
}

Numeric BedsideMonitor::respiratoryRate(const Physiology& body, Tick now) const {
  // The impedance of the chest is measured through the electrodes of the ECG.
  if (!body.electrodesAttached) return missing(mdc::kRespiratoryRate, Validity::NotMeasured);
  return validOrMissing(mdc::kRespiratoryRate, m_breaths.perMinute(now));
}

}  // namespace vitalwall::sources
