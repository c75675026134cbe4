// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontInfo>

namespace vitalwall::ui {

/// `font` at `factor` times its size, whether that was given in points or in pixels.
inline QFont scaledFont(QFont font, double factor) {
  font.setPixelSize(qRound(QFontInfo(font).pixelSize() * factor));
  return font;
}

}  // namespace vitalwall::ui
