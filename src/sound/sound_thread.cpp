// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/sound_thread.h"

#include <QDeadlineTimer>
#include <utility>

#include "sound/alarm_sounder.h"
#include "sound/sound_log.h"
#include "sound/thread_priority.h"

namespace vitalwall::sound {
namespace {

using namespace std::chrono_literals;
constexpr milliseconds kJudge = 250ms;
constexpr milliseconds kGoodbye = 2s;

}  // namespace

SoundThread::SoundThread(std::unique_ptr<AudioOutput> output, std::unique_ptr<MixerWatch> mixer,
                         std::shared_ptr<const Clock> clock, QObject* parent)
    : QObject(parent),
      m_clock(std::move(clock)),
      m_lastSign(std::make_shared<SignOfLife>(m_clock->steadyNow())),
      m_thread(std::make_unique<QThread>()),
      m_sounder(new AlarmSounder(std::move(output), std::move(mixer), m_clock)) {
  m_thread->setObjectName(QStringLiteral("alarm-sound"));
  m_sounder->moveToThread(m_thread.get());
  connect(m_thread.get(), &QThread::started, m_sounder, [sounder = m_sounder] {
    if (!preferThisThread()) qCInfo(lcSound) << "The sound thread runs with ordinary priority.";
    sounder->start();
  });
  connect(m_thread.get(), &QThread::finished, m_sounder, &QObject::deleteLater);
  // In the sounder's thread: a busy owner must not take its own delay for the sounder's.
  connect(m_sounder, &AlarmSounder::alive, m_sounder,
          [sign = m_lastSign, time = m_clock] { *sign = time->steadyNow(); });
  connect(m_sounder, &AlarmSounder::soundStateChanged, this, [this](const SoundState& state) {
    m_reported = state;
    judge();
  });
  connect(&m_judge, &QTimer::timeout, this, &SoundThread::judge);
  m_judge.start(kJudge);
  m_thread->start(QThread::TimeCriticalPriority);
}

SoundThread::~SoundThread() {
  m_thread->quit();
  if (m_thread->wait(QDeadlineTimer(kGoodbye))) return;
  qCWarning(lcSound) << "The sound thread hangs; it is left behind.";
  static_cast<void>(m_thread.release());
}

void SoundThread::setAlarms(std::vector<AudibleAlarm> alarms) {
  QMetaObject::invokeMethod(
      m_sounder, [sounder = m_sounder, alarms = std::move(alarms)] { sounder->setAlarms(alarms); },
      Qt::QueuedConnection);
}

void SoundThread::setStationPause(std::optional<TimedPause> pause) {
  QMetaObject::invokeMethod(
      m_sounder,
      [sounder = m_sounder, pause = std::move(pause)] { sounder->setStationPause(pause); },
      Qt::QueuedConnection);
}

void SoundThread::setPatientPauses(PatientPauses pauses) {
  QMetaObject::invokeMethod(
      m_sounder,
      [sounder = m_sounder, pauses = std::move(pauses)] { sounder->setPatientPauses(pauses); },
      Qt::QueuedConnection);
}

void SoundThread::setSettings(const SoundSettings& settings) {
  QMetaObject::invokeMethod(
      m_sounder, [sounder = m_sounder, settings] { sounder->setSettings(settings); },
      Qt::QueuedConnection);
}

void SoundThread::judge() {
  auto state = m_reported;
  if (m_clock->steadyNow() - m_lastSign->load() >= kPatience) {
    state.health = OutputHealth::NoAnswer;
    state.problem = problemText(OutputHealth::NoAnswer, {});
  }
  show(state);
}

void SoundThread::show(const SoundState& state) {
  if (state == m_state) return;
  m_state = state;
  if (!state.problem.isEmpty()) qCWarning(lcSound) << state.problem;
  Q_EMIT soundStateChanged(state);
}

}  // namespace vitalwall::sound
