// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audio_state.h"

#include <algorithm>

namespace vitalwall::models {

void AudioState::setEnabled(bool enabled) {
  if (enabled == m_enabled) return;
  m_enabled = enabled;
  Q_EMIT changed();
}

void AudioState::pause() {
  m_until = m_clock.steadyNow() + kPause;
  Q_EMIT changed();
}

void AudioState::resume() {
  if (!m_until) return;
  m_until.reset();
  Q_EMIT changed();
}

void AudioState::tick() {
  if (m_until && m_clock.steadyNow() >= *m_until) resume();
}

std::optional<milliseconds> AudioState::remaining() const {
  if (!m_until) return std::nullopt;
  return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(*m_until - m_clock.steadyNow()));
}

void AudioState::setDeviceProblem(const QString& sentence) {
  if (sentence == m_deviceProblem) return;
  m_deviceProblem = sentence;
  Q_EMIT changed();
}

}  // namespace vitalwall::models
