// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace vitalwall::sound {

/// "vitalwall.sound": what happens on the way to the loudspeaker.
Q_DECLARE_LOGGING_CATEGORY(lcSound)

}  // namespace vitalwall::sound
