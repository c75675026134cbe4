// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vitalwall::ui {

/// Loads the screen font that the program carries (B612) and returns its family; empty if it could
/// not be loaded. It gets a family name of its own, because systems that have B612 installed list
/// its monospaced sister under the same name. Needs a QGuiApplication.
QString loadScreenFont();

}  // namespace vitalwall::ui
