// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace vitalwall::ui {

/// Loads the screen font that the program carries (B612) and returns it at the station's normal
/// text size; the system's font if it could not be loaded. Needs a QGuiApplication.
QFont loadScreenFont();

}  // namespace vitalwall::ui
