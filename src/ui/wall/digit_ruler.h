// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QSizeF>
#include <array>

namespace vitalwall::ui {

/// Measures numbers in a font once, so that fitting a value costs no font look-up. A value.
class DigitRuler {
 public:
  DigitRuler() = default;
  explicit DigitRuler(const QFont& font);

  /// Width of `text` at a font size of one pixel. Characters beyond ASCII count as a digit.
  double widthOf(QStringView text) const;

  /// Height of a digit at a font size of one pixel.
  double height() const { return m_height; }

  /// The largest pixel size, at least 1, at which `text` fits in `room`.
  int fittingPixels(QStringView text, QSizeF room) const;

 private:
  static constexpr char16_t kFirst = u' ';
  static constexpr char16_t kLast = u'~';

  std::array<float, kLast - kFirst + 1> m_widths{};
  double m_height = 1;
};

}  // namespace vitalwall::ui
