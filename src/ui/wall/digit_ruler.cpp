// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/digit_ruler.h"

#include <QFontMetricsF>
#include <algorithm>

namespace vitalwall::ui {
namespace {

/// Size at which the font is measured: large enough that rounding does not matter.
constexpr int kMeasuringPixels = 100;

}  // namespace

DigitRuler::DigitRuler(const QFont& font) {
  QFont large = font;
  large.setPixelSize(kMeasuringPixels);
  const QFontMetricsF metrics(large);
  m_height = metrics.capHeight() / kMeasuringPixels;
  for (char16_t c = kFirst; c <= kLast; ++c)
    m_widths[c - kFirst] = float(metrics.horizontalAdvance(QChar(c)) / kMeasuringPixels);
}

double DigitRuler::widthOf(QStringView text) const {
  double width = 0;
  for (const QChar c : text) {
    const bool known = c.unicode() >= kFirst && c.unicode() <= kLast;
    width += double(m_widths[(known ? c.unicode() : u'0') - kFirst]);
  }
  return width;
}

int DigitRuler::fittingPixels(QStringView text, QSizeF room) const {
  return std::max(1, int(std::min(room.width() / widthOf(text), room.height() / m_height)));
}

}  // namespace vitalwall::ui
