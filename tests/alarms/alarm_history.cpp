// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/alarm_history.h"

#include "alarms/ward_bench.h"
#include "domain/concat.h"

namespace vitalwall::alarms::testing {
namespace {

constexpr MdcCode kCentralVenousMean{150087};
constexpr std::array kCodes = {mdc::kHeartRate,       mdc::kPulseRate,   mdc::kSpO2,
                               mdc::kRespiratoryRate, mdc::kTemperature, mdc::kArterialSystolic,
                               mdc::kNibpSystolic,    kCentralVenousMean};
// Around all limits of all profiles, and standstill.
constexpr std::array kRates = {0.0,   30.0,  45.0,  49.0,  51.0, 80.0,
                               118.5, 121.0, 130.0, 141.0, 230.0};
constexpr std::array kSaturations = {70.0, 79.0, 81.0, 89.0, 90.5, 92.0, 94.0, 97.0, 100.0};
constexpr std::array kOthers = {0.0, 3.0, 9.0, 20.0, 31.0, 36.5, 39.5, 75.0, 120.0, 170.0, 190.0};
constexpr std::array kDeviceConditions = {
    mdc::kEventAsystole, mdc::kEventVentricularTachycardia, mdc::kEventVentricularFibrillation,
    mdc::kEventApnoea,   mdc::kEventSignalQuality,          MdcCode{199999}};

UnitRules randomRules(std::uint64_t seed) {
  UnitRules rules = seed % 2 == 0 ? factoryRules() : rulesWithoutDelays();
  rules.conditions[mdc::kEventNews2].delay = std::chrono::seconds(seed % 3);
  rules.parameters[mdc::kHeartRate].latchingExtreme = seed % 3 == 0;
  rules.escalateMediumAfter = std::chrono::seconds(seed % 5 == 0 ? 20 : 0);
  return rules;
}

std::vector<MonitoredBed> threeBeds() {
  return {bedOf(1), bedOf(2), bedOf(3, "monitor 3", AgeGroup::Neonate)};
}

}  // namespace

AlarmHistory::AlarmHistory(std::uint64_t seed)
    : m_random(seed),
      m_rules(randomRules(seed)),
      m_beds(threeBeds()),
      m_engine(m_epoch, m_rules, m_beds),
      m_now{SteadyTime(1h), fromUnixMillis(WardBench::kEpoch)} {
  for (const auto& bed : m_beds) m_patients.push_back(bed.patient.id);
  take(m_engine.restore({}, m_now), "first start");
}

bool AlarmHistory::run(int steps) {
  for (int count = 0; count < steps && m_violation.empty(); ++count) step();
  if (m_violation.empty()) settle();
  return m_violation.empty();
}

void AlarmHistory::step() {
  const std::size_t kind = draw(100);
  if (kind < 40) return giveVitals();
  if (kind < 44) return repeatVitals();
  if (kind < 47) return giveLateVitals();
  if (kind < 60) return passTime();
  if (kind < 68) return sayCondition();
  if (kind < 71) return troubleRecord();
  if (kind < 73) return restart();
  if (kind < 83) return acknowledge();
  if (kind < 85) return loseAcknowledgement();
  command();
}

/// Everybody is well, nothing is paused, and people have seen every alarm: nothing may be left.
void AlarmHistory::settle() {
  take(m_engine.onStorage({}, m_now), "storage works");
  for (const auto patient : m_patients) {
    take(m_engine.setProfile({patient, AgeGroup::Adult}, anybody(), m_now), "profile");
    take(m_engine.restoreLimits({patient, {}}, anybody(), m_now), "restore limits");
    take(m_engine.enterObservations({patient, {false, false, Consciousness::Alert}}, anybody(),
                                    m_now),
         "observations");
    for (const auto condition : kDeviceConditions)
      take(m_engine.onCondition({patient, {condition, mdc::kEcgLeadII}, false, m_now.wall}, m_now),
           "all conditions gone");
  }
  // Longer than any delay and than a detector may take after a restart; never so long that a bed
  // counts as silent.
  for (int round = 0; round < 4; ++round) {
    pass(9s);
    for (const auto patient : m_patients) giveWell(patient);
    take(m_engine.tick(m_now), "well");
  }
  acknowledgeAll();
  for (const auto patient : m_patients)
    if (const auto open = m_engine.openAlerts(patient); !open.empty())
      fail("still open: " + open.front().message, "settling");
}

/// Everything that holds after every input.
void AlarmHistory::take(const AlarmChanges& changes, const char* input) {
  m_transcript.push_back(changes);
  m_record.apply(changes);
  if (m_record.violation()) fail(*m_record.violation(), input);
  for (const auto patient : m_patients) {
    if (!m_record.showsOpen(patient, m_engine.openAlerts(patient)))
      fail("what was published is not what is open", input);
    const AlarmSettings* settings = m_record.settingsOf(patient);
    if (!settings || *settings != m_engine.settingsOf(patient))
      fail("what was published is not what is set", input);
  }
}

void AlarmHistory::take(const AlarmAnswer& answer, const char* input) {
  if (answer.changes.audit.size() != 1) fail("a command without exactly one row", input);
  const bool changed = !answer.changes.alerts.empty() || !answer.changes.settings.empty();
  if (changed != (answer.result.outcome == CommandOutcome::Ok))
    fail("the answer is not what happened", input);
  if (!changed && answer.result.message.empty()) fail("refused without a word", input);
  take(answer.changes, input);
}

void AlarmHistory::fail(const std::string& what, const char* input) {
  if (m_violation.empty())
    m_violation = concat(what, " (input ", m_transcript.size(), ": ", input, ')');
}

void AlarmHistory::giveVitals() {
  pass(milliseconds(draw(1500)));
  m_newest = {anyPatient(), m_now.wall, {}};
  for (const auto code : kCodes)
    if (chance(70)) m_newest.numerics.push_back(randomNumeric(code));
  take(m_engine.onVitals(m_newest, m_now), "vitals");
  const Numeric* heartRate = m_newest.find(mdc::kHeartRate);
  const bool stopped = heartRate && heartRate->validity == Validity::Valid && heartRate->value == 0;
  const auto open = m_engine.openAlerts(m_newest.patient);
  const Alert* asystole = alertOf(open, mdc::kEventAsystole);
  const bool paused = m_engine.settingsOf(m_newest.patient).alarmsPaused.has_value();
  if (stopped && !paused && !(asystole && asystole->isActive()))
    fail("a heart stands still without an alarm", "vitals");
}

void AlarmHistory::giveWell(PatientId patient) {
  const Vitals well{patient,
                    m_now.wall,
                    {numericOf(mdc::kHeartRate, 80), numericOf(mdc::kPulseRate, 80),
                     numericOf(mdc::kSpO2, 97), numericOf(mdc::kRespiratoryRate, 15),
                     numericOf(mdc::kTemperature, 37), numericOf(mdc::kArterialSystolic, 120),
                     numericOf(mdc::kNibpSystolic, 120), numericOf(kCentralVenousMean, 5)}};
  take(m_engine.onVitals(well, m_now), "well");
}

void AlarmHistory::repeatVitals() {
  if (m_newest.patient == PatientId{}) return;
  const AlarmChanges first = m_engine.onVitals(m_newest, m_now);
  take(first, "repeated vitals");
  const AlarmChanges second = m_engine.onVitals(m_newest, m_now);
  take(second, "repeated vitals");
  if (!second.isEmpty()) fail("the same vitals again change something", "repeated vitals");
}

void AlarmHistory::giveLateVitals() {
  Vitals late = m_newest;
  if (late.patient == PatientId{}) return;
  late.sourceTime -= milliseconds(1 + draw(4000));
  for (auto& numeric : late.numerics) numeric = randomNumeric(numeric.code);
  take(m_engine.onVitals(late, m_now), "late vitals");
}

Numeric AlarmHistory::randomNumeric(MdcCode code) {
  const bool isRate = code == mdc::kHeartRate || code == mdc::kPulseRate;
  const double value = isRate               ? oneOf(kRates)
                       : code == mdc::kSpO2 ? oneOf(kSaturations)
                                            : oneOf(kOthers);
  Numeric numeric = numericOf(code, value);
  numeric.measuredAt = m_now.wall;
  const std::size_t kind = draw(10);
  if (kind == 0) numeric.validity = Validity::Questionable;
  if (kind == 1) numeric.validity = Validity::NotMeasured;
  if (kind == 2) numeric.validity = Validity::LeadOff;
  if (kind == 1 || kind == 2) numeric.value.reset();
  return numeric;
}

void AlarmHistory::sayCondition() {
  const DeviceCondition condition{anyPatient(),
                                  {oneOf(kDeviceConditions), mdc::kEcgLeadII},
                                  chance(60),
                                  m_now.wall - milliseconds(draw(1000))};
  take(m_engine.onCondition(condition, m_now), "condition");
}

void AlarmHistory::passTime() {
  pass(chance(20) ? milliseconds(draw(60'000)) : milliseconds(draw(1000)));
  take(m_engine.tick(m_now), "tick");
}

void AlarmHistory::troubleRecord() {
  if (chance(20)) return take(m_engine.onRecordDamaged("set aside", m_now), "record damaged");
  take(m_engine.onStorage(chance(50) ? "disk full" : "", m_now), "storage");
}

/// The steady clock begins anew, the wall clock may have been set.
void AlarmHistory::restart() {
  m_now.steady = SteadyTime(milliseconds(draw(100'000'000)));
  m_now.wall += milliseconds(draw(20'000)) - 2s;
  m_engine = AlarmEngine(++m_epoch, m_rules, m_beds);
  const AlarmChanges changes = m_engine.restore(m_record.archive(), m_now);
  if (!changes.alerts.empty()) fail("a restart alone changes an alert", "restart");
  take(changes, "restart");
}

void AlarmHistory::pass(milliseconds time) {
  m_now.steady += time;
  m_now.wall += time;
}

}  // namespace vitalwall::alarms::testing
