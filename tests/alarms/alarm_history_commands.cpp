// SPDX-License-Identifier: GPL-3.0-or-later
// What people do in an invented history.
#include "alarms/alarm_history.h"
#include "alarms/ward_bench.h"

namespace vitalwall::alarms::testing {
namespace {

constexpr std::array kPeople = {"Ann", "Ben", "Eve"};
constexpr std::array kParameters = {mdc::kHeartRate, mdc::kSpO2, mdc::kRespiratoryRate,
                                    mdc::kTemperature, MdcCode{150087}};

}  // namespace

Actor AlarmHistory::anybody() {
  return {oneOf(kPeople), "Station 1"};
}

void AlarmHistory::acknowledge() {
  const auto& known = m_record.everSeen();
  const AlertId alert =
      known.empty() || chance(5) ? AlertId::fromName("never raised") : oneOf(known);
  pass(1ms);
  take(m_engine.acknowledge({alert, chance(50) ? "seen" : ""}, anybody(), m_now), "acknowledge");
}

/// An alarm may become unseen again by what the other answers change, so all are answered twice.
void AlarmHistory::acknowledgeAll() {
  for (const auto patient : m_patients)
    for (const auto& alert : m_engine.openAlerts(patient))
      if (!alert.acknowledged)
        take(m_engine.acknowledge({alert.id, ""}, anybody(), m_now), "acknowledge all");
}

void AlarmHistory::loseAcknowledgement() {
  const auto& known = m_record.everSeen();
  if (known.empty()) return;
  const LostAcknowledgement lost{oneOf(known), {"somebody elsewhere", m_now.wall - 1s, ""}};
  m_record.recordElsewhere(lost);
  take(m_engine.onLostAcknowledgement(lost, m_now), "lost acknowledgement");
  take(m_engine.onRecorded(lost.alert, m_now), "recorded");
}

void AlarmHistory::command() {
  const PatientId patient = chance(97) ? anyPatient() : PatientId::fromName("nobody");
  const auto duration = std::chrono::seconds(draw(5) * 20);
  switch (draw(8)) {
    case 0:
      return take(m_engine.pauseAudio({patient, duration}, anybody(), m_now), "pause audio");
    case 1:
      return take(m_engine.pauseAlarms({patient, duration}, anybody(), m_now), "pause alarms");
    case 2:
      return take(m_engine.setAlarmOff(
                      {patient, oneOf(kParameters), chance(40), chance(80) ? "artefact" : ""},
                      anybody(), m_now),
                  "alarm off");
    case 3:
      return take(m_engine.restoreLimits({patient, {}}, anybody(), m_now), "restore limits");
    case 4:
      return take(m_engine.autoLimits({patient}, anybody(), m_now), "auto limits");
    case 5:
      return take(m_engine.setProfile({patient, static_cast<AgeGroup>(draw(3))}, anybody(), m_now),
                  "profile");
    case 6:
      return take(m_engine.enterObservations(
                      {patient, {chance(30), chance(50), static_cast<Consciousness>(draw(5))}},
                      anybody(), m_now),
                  "observations");
    default:
      return setLimits(patient);
  }
}

void AlarmHistory::setLimits(PatientId patient) {
  LimitPair limits;
  if (chance(70)) limits.low = static_cast<double>(draw(120));
  if (chance(70)) limits.high = static_cast<double>(draw(200));
  if (chance(30) && limits.low) limits.extremeLow = *limits.low - 10;
  if (chance(30) && limits.high) limits.extremeHigh = *limits.high + 10;
  take(m_engine.setLimits({patient, oneOf(kParameters), limits}, anybody(), m_now), "limits");
}

}  // namespace vitalwall::alarms::testing
