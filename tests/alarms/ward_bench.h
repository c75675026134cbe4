// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

#include "alarms/alarm_engine.h"

namespace vitalwall::alarms::testing {

using namespace std::chrono_literals;

/// The factory rules without condition delays, so that a test of something else need not wait. Only
/// the early warning score waits for ever: it is advice beside almost every limit alarm.
inline UnitRules rulesWithoutDelays() {
  UnitRules rules = factoryRules();
  rules.parameters.clear();
  for (auto& [condition, rule] : rules.conditions) rule.delay = 0s;
  rules.conditions[mdc::kEventNews2].delay = 24h;
  return rules;
}

inline MonitoredBed bedOf(int number, std::string source = "sim",
                          AgeGroup group = AgeGroup::Adult) {
  const std::string name = "Bed " + std::to_string(number);
  return {{PatientId::fromName(name), name, name, group, {}, {}}, std::move(source)};
}

inline Numeric numericOf(MdcCode code, std::optional<double> value,
                         Validity validity = Validity::Valid) {
  const MetricInfo* info = findMetric(code);
  return {code, info ? info->unit : Unit::None, value, validity, {}};
}

/// An engine over some beds of one source, and a clock that only goes on when told. Everything that
/// the engine publishes is returned, as it came.
class WardBench {
 public:
  static constexpr std::uint64_t kEpoch = 1'767'225'600'000;

  explicit WardBench(UnitRules rules = rulesWithoutDelays(),
                     std::vector<MonitoredBed> beds = {bedOf(1)})
      : engine(kEpoch, std::move(rules), beds) {
    for (const auto& one : beds) patients.push_back(one.patient.id);
  }

  void pass(milliseconds time) {
    now.steady += time;
    now.wall += time;
  }

  /// Numbers of the first patient, a second later.
  AlarmChanges give(std::vector<Numeric> numerics) { return giveTo(0, std::move(numerics)); }
  AlarmChanges giveTo(std::size_t index, std::vector<Numeric> numerics) {
    pass(1s);
    for (auto& one : numerics) one.measuredAt = now.wall;
    return engine.onVitals({patients.at(index), now.wall, std::move(numerics)}, now);
  }
  AlarmChanges heartRate(std::optional<double> value, Validity validity = Validity::Valid) {
    return give({numericOf(mdc::kHeartRate, value, validity)});
  }

  AlarmChanges tick(milliseconds later = 0ms) {
    pass(later);
    return engine.tick(now);
  }
  AlarmChanges say(MdcCode condition, bool present, MdcCode parameter = mdc::kEcgLeadII) {
    pass(1s);
    return engine.onCondition({patients.front(), {condition, parameter}, present, now.wall}, now);
  }
  AlarmAnswer acknowledge(AlertId alert, const char* person = "Ann", const char* note = "") {
    pass(1s);
    return engine.acknowledge({alert, note}, {person, "Station 1"}, now);
  }

  std::vector<Alert> open(std::size_t index = 0) const {
    return engine.openAlerts(patients.at(index));
  }
  const AlarmSettings& settings() const { return engine.settingsOf(patients.front()); }

  AlarmEngine engine;
  std::vector<PatientId> patients;
  Moment now{SteadyTime(1h), fromUnixMillis(kEpoch)};
};

/// The alert of `condition` among `alerts`, or nullptr.
inline const Alert* alertOf(const std::vector<Alert>& alerts, MdcCode condition) {
  const auto found = std::find_if(alerts.begin(), alerts.end(), [condition](const Alert& alert) {
    return alert.condition == condition;
  });
  return found == alerts.end() ? nullptr : &*found;
}

}  // namespace vitalwall::alarms::testing
