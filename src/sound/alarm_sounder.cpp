// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/alarm_sounder.h"

#include <algorithm>
#include <utility>

namespace vitalwall::sound {

using namespace std::chrono_literals;

AlarmSounder::AlarmSounder(std::unique_ptr<AudioOutput> output, std::unique_ptr<MixerWatch> mixer,
                           std::shared_ptr<const Clock> clock)
    : m_output(output.release()),
      m_mixer(mixer.release()),
      m_clock(std::move(clock)),
      m_due(new QTimer(this)),
      m_watchTimer(new QTimer(this)) {
  m_output->setParent(this);
  m_mixer->setParent(this);
  m_due->setSingleShot(true);
  m_due->setTimerType(Qt::PreciseTimer);
  connect(m_due, &QTimer::timeout, this, &AlarmSounder::act);
  connect(m_watchTimer, &QTimer::timeout, this, &AlarmSounder::watch);
  // Queued: an output may tell in the middle of open().
  connect(m_output, &AudioOutput::healthChanged, this, &AlarmSounder::watch, Qt::QueuedConnection);
  connect(m_output, &AudioOutput::deviceChanged, this, &AlarmSounder::reopen, Qt::QueuedConnection);
  connect(m_mixer, &MixerWatch::changed, this, &AlarmSounder::noteMixer);
}

void AlarmSounder::start() {
  for (const auto signal : kSignals)
    m_bursts[signal] = synthesize(burstOf(signal), m_output->sampleRate());
  m_output->setVolume(m_annunciator.settings().effectiveVolume());
  m_watchTimer->start(kWatch);
  m_mixer->start();
  reopen();
  watch();
}

void AlarmSounder::setAlarms(const std::vector<AudibleAlarm>& alarms) {
  m_annunciator.setAlarms(alarms);
  act();
}

void AlarmSounder::setStationPause(const std::optional<TimedPause>& pause) {
  m_annunciator.setStationPause(pause, m_clock->now());
  act();
}

void AlarmSounder::setPatientPauses(const PatientPauses& pauses) {
  m_annunciator.setPatientPauses(pauses, m_clock->now());
  act();
}

void AlarmSounder::setSettings(const SoundSettings& settings) {
  m_annunciator.setSettings(settings);
  m_output->setVolume(m_annunciator.settings().effectiveVolume());
  act();
}

void AlarmSounder::act() {
  if (m_bursts.empty()) return;  // not started
  const auto now = m_clock->steadyNow();
  const Cue cue = m_annunciator.advance(now);
  if (cue.act == Cue::Act::Play)
    m_output->play(m_bursts.at(cue.signal));
  else if (cue.act == Cue::Act::Stop)
    m_output->stop();
  waitForNext(now);
  publish();
}

void AlarmSounder::waitForNext(SteadyTime now) {
  const auto next = m_annunciator.nextMoment();
  if (!next) return m_due->stop();
  m_due->start(std::max(0ms, std::chrono::ceil<milliseconds>(*next - now)));
}

void AlarmSounder::watch() {
  const auto now = m_clock->steadyNow();
  const auto device = m_watch.judge(m_output->health(), m_output->consumed(), now);
  noteHealth(behindMixer(device, m_mixer->state()));
  if (!isDeviceSound(device) && m_watch.isIdle(now) && now - m_opened >= kReopen) reopen();
  act();
  Q_EMIT alive();
}

void AlarmSounder::noteMixer() {
  m_output->noteDefault(m_mixer->defaultOutput());
  watch();
}

void AlarmSounder::reopen() {
  m_opened = m_clock->steadyNow();
  m_watch.restart(m_output->consumed(), m_opened);
  m_output->open();
}

void AlarmSounder::noteHealth(OutputHealth health) {
  const bool wasSilent = !m_problem.isEmpty();
  m_health = health;
  m_problem = problemText(health, m_output->deviceName());
  if (wasSilent && m_problem.isEmpty()) m_annunciator.forgetPlayed();
}

void AlarmSounder::publish() {
  const SoundState state{.playing = m_annunciator.voice(),
                         .pausedUntil = m_annunciator.pausedUntil(),
                         .health = m_health,
                         .problem = m_problem};
  if (state == m_told) return;
  m_told = state;
  Q_EMIT soundStateChanged(state);
}

}  // namespace vitalwall::sound
