// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

#include "ui/theme.h"

class QApplication;

namespace vitalwall::ui {

/// The theme as Qt's palette, for everything that is not the wall.
QPalette paletteOf(const Theme& theme);

/// Gives the program the theme's look: Fusion style, palette, the embedded screen font at the
/// theme's text scale. Returns the theme with the font family that is really there. Call before
/// the first window.
Theme applyStyle(QApplication& application, Theme theme);

}  // namespace vitalwall::ui
