// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/sound_log.h"

namespace vitalwall::sound {

Q_LOGGING_CATEGORY(lcSound, "vitalwall.sound")

}  // namespace vitalwall::sound
