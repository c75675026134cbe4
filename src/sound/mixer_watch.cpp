// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/mixer_watch.h"

namespace vitalwall::sound {

void MixerWatch::note(MixerState state, const QByteArray& defaultOutput) {
  if (m_state == state && m_defaultOutput == defaultOutput) return;
  m_state = state;
  m_defaultOutput = defaultOutput;
  Q_EMIT changed();
}

}  // namespace vitalwall::sound
