// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/annunciator.h"

#include <algorithm>

#include "sound/burst_rules.h"

namespace vitalwall::sound {
namespace {

/// Between two bursts: what the standard wants at least. Between bursts of different priorities
/// that is the break of the fastest.
milliseconds shortestBreak(Signal last, AlertPriority next) {
  const auto priority = last == signalOf(next) ? next : AlertPriority::High;
  return milliseconds(static_cast<milliseconds::rep>(ruleOf(priority).interval.least));
}

void keepEarlier(std::optional<SteadyTime>& earliest, const std::optional<SteadyTime>& moment) {
  if (moment && (!earliest || *moment < *earliest)) earliest = moment;
}

}  // namespace

void Annunciator::setSettings(const SoundSettings& settings) {
  if (!objectionTo(settings)) m_settings = settings;
}

void Annunciator::setAlarms(std::vector<AudibleAlarm> alarms) {
  std::map<AlertId, std::optional<AlertPriority>> heard;
  for (const auto& alarm : alarms) {
    const auto known = m_heard.find(alarm.id);
    if (known == m_heard.end()) m_pauses.noteArrival(alarm);
    heard.emplace(alarm.id, known == m_heard.end() ? std::nullopt : known->second);
  }
  m_heard = std::move(heard);
  m_alarms = std::move(alarms);
}

void Annunciator::setStationPause(const std::optional<TimedPause>& pause, const Moment& now) {
  m_pauses.setStation(pause, m_alarms, now);
}

void Annunciator::setPatientPauses(const PatientPauses& pauses, const Moment& now) {
  m_pauses.setPatients(pauses, m_alarms, now);
}

void Annunciator::forgetPlayed() {
  m_last.reset();
  m_cut.reset();
  for (auto& [id, priority] : m_heard) priority.reset();
}

Cue Annunciator::advance(SteadyTime now) {
  m_now = now;
  m_pauses.advance(now);
  m_voice = mostUrgent();
  return isPlaying(now) ? goOn(now) : beginIfDue(now);
}

std::optional<SteadyTime> Annunciator::nextMoment() const {
  auto next = m_pauses.nextEnd();
  if (isPlaying(m_now))
    keepEarlier(next, m_cut ? m_cut : m_last->end);
  else
    keepEarlier(next, m_voice ? voiceDue(*m_voice) : reminderDue());
  return next;
}

bool Annunciator::sounds(const AudibleAlarm& alarm) const {
  return !alarm.acknowledged && !m_pauses.silences(alarm);
}

std::optional<AlertPriority> Annunciator::mostUrgent() const {
  std::optional<AlertPriority> priority;
  for (const auto& alarm : m_alarms)
    if (sounds(alarm)) priority = priority ? std::min(*priority, alarm.priority) : alarm.priority;
  return priority;
}

bool Annunciator::isMoreUrgentThanLast(AlertPriority priority) const {
  return !m_last || signalOf(priority) < m_last->signal;
}

bool Annunciator::hasUnheard(AlertPriority priority) const {
  return std::any_of(m_alarms.begin(), m_alarms.end(), [&](const AudibleAlarm& alarm) {
    if (alarm.priority != priority || !sounds(alarm)) return false;
    const auto& heard = m_heard.at(alarm.id);
    return !heard || priority < *heard;
  });
}

void Annunciator::noteHeard(AlertPriority priority) {
  for (const auto& alarm : m_alarms)
    if (alarm.priority == priority && sounds(alarm)) m_heard[alarm.id] = priority;
}

Cue Annunciator::play(Signal signal, SteadyTime now) {
  m_last = Burst{.signal = signal, .begin = now, .end = now + burstOf(signal).duration()};
  m_cut.reset();
  if (signal != Signal::Reminder) noteHeard(*m_voice);
  return {.act = Cue::Act::Play, .signal = signal};
}

Cue Annunciator::goOn(SteadyTime now) {
  if (m_voice && isMoreUrgentThanLast(*m_voice)) return play(signalOf(*m_voice), now);
  if (m_voice && signalOf(*m_voice) == m_last->signal) {
    m_cut.reset();
    return {};
  }
  const auto least = m_last->begin + burstOf(m_last->signal).leastDuration();
  if (!m_cut && now < least) m_cut = least;
  if (!m_cut || now < *m_cut) return {};
  m_last->end = now;
  m_cut.reset();
  return {.act = Cue::Act::Stop};
}

Cue Annunciator::beginIfDue(SteadyTime now) {
  m_cut.reset();
  const auto due = m_voice ? voiceDue(*m_voice) : reminderDue();
  if (!due || now < *due) return {};
  return play(m_voice ? signalOf(*m_voice) : Signal::Reminder, now);
}

std::optional<SteadyTime> Annunciator::voiceDue(AlertPriority priority) const {
  if (isMoreUrgentThanLast(priority)) return m_now;
  if (hasUnheard(priority)) return m_last->end + shortestBreak(m_last->signal, priority);
  const auto repeat = interval(priority);
  if (!repeat) return std::nullopt;
  return m_last->end + *repeat;
}

std::optional<SteadyTime> Annunciator::reminderDue() const {
  const auto since = m_pauses.silentSince();
  if (!since) return std::nullopt;
  return (m_last ? std::max(*since, m_last->end) : *since) + m_settings.reminder;
}

std::optional<milliseconds> Annunciator::interval(AlertPriority priority) const {
  switch (priority) {
    case AlertPriority::High:
      return m_settings.repeat.high;
    case AlertPriority::Medium:
      return m_settings.repeat.medium;
    case AlertPriority::Low:
      break;
  }
  return m_settings.repeat.low;
}

}  // namespace vitalwall::sound
