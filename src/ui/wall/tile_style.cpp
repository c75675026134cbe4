// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/tile_style.h"

#include <QFontMetricsF>
#include <QtMath>
#include <algorithm>

namespace vitalwall::ui {
namespace {

/// Where fonts-b612 is installed, B612's monospaced sister claims the family's Normal weight; asked
/// for Medium, Qt takes B612 Regular on a bare machine and B612 Bold there, never the sister.
constexpr QFont::Weight kOrdinary = QFont::Medium;

QFont font(const QString& family, int pixels, QFont::Weight weight) {
  QFont result(family);
  result.setPixelSize(std::max(1, pixels));
  result.setWeight(weight);
  return result;
}

}  // namespace

TileStyle::TileStyle(const Theme& look, const TileLayout& places)
    : theme(look),
      layout(places),
      strong(font(look.fontFamily, places.textPixels, QFont::Bold)),
      alarm(font(look.fontFamily, places.alarmTextPixels(), QFont::Bold)),
      plain(font(look.fontFamily, places.textPixels, kOrdinary)),
      small(font(look.fontFamily, places.smallTextPixels(), kOrdinary)),
      digits(font(look.fontFamily, places.textPixels, QFont::Bold)),
      ruler(digits) {}

int widthOf(const QString& text, const QFont& font) {
  return qCeil(QFontMetricsF(font).horizontalAdvance(text));
}

}  // namespace vitalwall::ui
