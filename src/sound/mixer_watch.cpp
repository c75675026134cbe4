// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/mixer_watch.h"

namespace vitalwall::sound {

void MixerWatch::setState(MixerState state) {
  if (m_state == state) return;
  m_state = state;
  Q_EMIT changed();
}

}  // namespace vitalwall::sound
