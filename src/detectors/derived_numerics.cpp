// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/derived_numerics.h"

#include <algorithm>
#include <utility>

#include "detectors/heart_rate_monitor.h"
#include "detectors/pressure_monitor.h"
#include "detectors/pulse_rate_monitor.h"
#include "detectors/respiration_monitor.h"
#include "detectors/wave_needs.h"

namespace vitalwall::detectors {
namespace {

constexpr double kPulmonaryPulse = 3;  // mmHg
constexpr PressureMonitor::Codes kArterialCodes{mdc::kArterialSystolic, mdc::kArterialDiastolic,
                                                mdc::kArterialMean};
constexpr PressureMonitor::Codes kPulmonary{mdc::kPulmonarySystolic, mdc::kPulmonaryDiastolic,
                                            mdc::kPulmonaryMean};

}  // namespace

DerivedNumerics::DerivedNumerics(const std::vector<WaveChannel>& channels) {
  for (const auto& channel : channels) m_listeners.push_back({channel, makeMonitor(channel)});
}

template <typename Monitor, typename... Args>
WaveMonitor* DerivedNumerics::add(Args&&... args) {
  auto monitor = std::make_unique<Monitor>(std::forward<Args>(args)...);
  auto* listener = monitor.get();
  m_derivers.push_back(std::move(monitor));
  return listener;
}

HeartRateMonitor& DerivedNumerics::heartRate() {
  if (!m_heartRate) {
    auto monitor = std::make_unique<HeartRateMonitor>();
    m_heartRate = monitor.get();
    m_derivers.push_back(std::move(monitor));
  }
  return *m_heartRate;
}

WaveMonitor* DerivedNumerics::makeMonitor(const WaveChannel& channel) {
  const double rate = channel.samplesPerSecond;
  const double smallest = kSmallestShare * (channel.displayHigh - channel.displayLow);
  if (isEcg(channel.code)) return rate >= kSlowestEcg ? &heartRate().addLead(rate) : nullptr;
  if (std::find(m_served.begin(), m_served.end(), channel.code) != m_served.end()) return nullptr;
  m_served.push_back(channel.code);
  if (channel.code == mdc::kArterialPressure && rate >= kSlowestPulse)
    return add<PressureMonitor>(rate, kArterialPulse, kArterialCodes);
  if (channel.code == mdc::kPulmonaryPressure && rate >= kSlowestPulse)
    return add<PressureMonitor>(rate, kPulmonaryPulse, kPulmonary);
  if (channel.code == mdc::kPleth && rate >= kSlowestPulse)
    return add<PulseRateMonitor>(rate, smallest);
  if (channel.code == mdc::kRespiration && rate >= kSlowestRespiration)
    return add<RespirationMonitor>(rate, smallest);
  return nullptr;
}

std::vector<MdcCode> DerivedNumerics::codes() {
  std::vector<MdcCode> codes;
  for (const auto& numeric : take({})) codes.push_back(numeric.code);
  return codes;
}

void DerivedNumerics::push(std::size_t channel, std::span<const std::int16_t> samples) {
  const auto& listener = m_listeners[channel];
  if (!listener.monitor) return;
  for (const auto sample : samples)
    if (sample == kNoSample)
      listener.monitor->skip();
    else
      listener.monitor->push(listener.channel.toPhysical(sample));
}

void DerivedNumerics::skip(std::size_t channel, std::uint64_t samples) {
  auto* monitor = m_listeners[channel].monitor;
  for (; monitor && samples > 0; --samples) monitor->skip();
}

std::vector<Numeric> DerivedNumerics::take(WallTime now) {
  std::vector<Numeric> numerics;
  for (const auto& deriver : m_derivers) deriver->appendNumerics(now, numerics);
  return numerics;
}

}  // namespace vitalwall::detectors
