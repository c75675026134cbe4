// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audio_state.h"

#include <algorithm>

namespace vitalwall::models {

void AudioState::setEnabled(bool enabled) {
  if (enabled == m_enabled) return;
  m_enabled = enabled;
  Q_EMIT changed();
}

void AudioState::pause(const QString& by) {
  const auto now = m_clock.wallNow();
  m_until = m_clock.steadyNow() + kPause;
  m_pause = TimedPause{.by = by.toStdString(), .at = now, .until = now + kPause};
  Q_EMIT changed();
}

void AudioState::resume() {
  if (!m_pause) return;
  m_pause.reset();
  Q_EMIT changed();
}

void AudioState::tick() {
  if (m_pause && m_clock.steadyNow() >= m_until) resume();
}

std::optional<milliseconds> AudioState::remaining() const {
  if (!m_pause) return std::nullopt;
  return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(m_until - m_clock.steadyNow()));
}

void AudioState::setDeviceProblem(const QString& sentence) {
  if (sentence == m_deviceProblem) return;
  m_deviceProblem = sentence;
  Q_EMIT changed();
}

}  // namespace vitalwall::models
