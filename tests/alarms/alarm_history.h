// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>

#include "alarms/alarm_engine.h"
#include "alarms/published_record.h"

namespace vitalwall::alarms::testing {

/// One invented stay of three patients: measurements, detectors, people, time, trouble with the
/// record, restarts, repeated and late inputs, all drawn from a seed.
class AlarmHistory {
 public:
  explicit AlarmHistory(std::uint64_t seed);

  /// `steps` inputs, then all are well and everything is acknowledged. False when something
  /// happened that must not; violation() says what, and after which input.
  bool run(int steps);

  const std::string& violation() const { return m_violation; }
  /// Everything that was published.
  const std::vector<AlarmChanges>& transcript() const { return m_transcript; }

 private:
  std::size_t draw(std::size_t below) { return m_random() % below; }
  bool chance(std::size_t percent) { return draw(100) < percent; }
  template <typename Values>
  auto oneOf(const Values& values) {
    return values[draw(std::size(values))];
  }

  void step();
  void settle();
  void take(const AlarmChanges& changes, const char* input);
  void take(const AlarmAnswer& answer, const char* input);
  void fail(const std::string& what, const char* input);

  void giveVitals();
  void giveWell(PatientId patient);
  void repeatVitals();
  void giveLateVitals();
  void sayCondition();
  void passTime();
  void troubleRecord();
  void restart();
  void acknowledge();
  void acknowledgeAll();
  void loseAcknowledgement();
  void command();
  void setLimits(PatientId patient);

  Numeric randomNumeric(MdcCode code);
  PatientId anyPatient() { return oneOf(m_patients); }
  Actor anybody();
  void pass(milliseconds time);

  std::mt19937_64 m_random;
  UnitRules m_rules;
  std::vector<MonitoredBed> m_beds;
  std::vector<PatientId> m_patients;
  std::uint64_t m_epoch = 1;
  AlarmEngine m_engine;
  PublishedRecord m_record;
  Vitals m_newest;
  Moment m_now;
  std::vector<AlarmChanges> m_transcript;
  std::string m_violation;
};

}  // namespace vitalwall::alarms::testing
