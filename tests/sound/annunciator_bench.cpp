// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/annunciator_bench.h"

#include <QTest>
#include <algorithm>
#include <array>
#include <utility>

namespace vitalwall::test {

using namespace vitalwall::sound;

void AnnunciatorBench::raise(const char* name, AlertPriority priority, PatientId patient) {
  const auto id = AlertId::fromName(name);
  const auto known = std::find_if(m_alarms.begin(), m_alarms.end(),
                                  [id](const AudibleAlarm& alarm) { return alarm.id == id; });
  if (known != m_alarms.end())
    known->priority = priority;
  else
    m_alarms.push_back({.id = id,
                        .patient = patient,
                        .priority = priority,
                        .raisedAt = m_clock.wallNow(),
                        .acknowledged = false});
  setAlarms(m_alarms);
}

void AnnunciatorBench::acknowledge(const char* name) {
  for (auto& alarm : m_alarms)
    if (alarm.id == AlertId::fromName(name)) alarm.acknowledged = true;
  setAlarms(m_alarms);
}

void AnnunciatorBench::setAlarms(std::vector<AudibleAlarm> alarms) {
  m_alarms = std::move(alarms);
  m_annunciator.setAlarms(m_alarms);
  act();
}

std::optional<TimedPause> AnnunciatorBench::pauseFor(milliseconds length) const {
  if (length == milliseconds::zero()) return std::nullopt;
  const auto now = m_clock.wallNow();
  return TimedPause{.by = "Kim", .at = now, .until = now + length};
}

void AnnunciatorBench::pauseStation(milliseconds length) {
  m_annunciator.setStationPause(pauseFor(length), m_clock.now());
  act();
}

void AnnunciatorBench::pausePatient(PatientId patient, milliseconds length) {
  m_pauses.erase(patient);
  if (const auto pause = pauseFor(length)) m_pauses.emplace(patient, *pause);
  m_annunciator.setPatientPauses(m_pauses, m_clock.now());
  act();
}

void AnnunciatorBench::pass(milliseconds duration) {
  const auto end = m_clock.steadyNow() + duration;
  act();
  for (auto next = m_annunciator.nextMoment(); next && *next <= end;
       next = m_annunciator.nextMoment()) {
    QVERIFY2(*next > m_clock.steadyNow(), "asks for a moment that is over");
    m_clock.advance(*next - m_clock.steadyNow());
    act();
  }
  m_clock.advance(end - m_clock.steadyNow());
}

void AnnunciatorBench::act() {
  static constexpr std::array kNames = {"H", "M", "L", "R"};
  const Cue cue = m_annunciator.advance(m_clock.steadyNow());
  if (cue.act == Cue::Act::Nothing) return;
  const auto at = std::chrono::floor<milliseconds>(m_clock.steadyNow() - m_start).count();
  const auto* what =
      cue.act == Cue::Act::Stop ? "stop" : kNames.at(static_cast<std::size_t>(cue.signal));
  m_heard << QStringLiteral("%1 %2").arg(at).arg(QLatin1String(what));
}

QString AnnunciatorBench::heard() {
  return std::exchange(m_heard, {}).join(QStringLiteral(", "));
}

}  // namespace vitalwall::test
