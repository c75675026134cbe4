// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/station_style.h"

#include <QApplication>
#include <QFont>
#include <QStyleFactory>

#include "ui/screen_font.h"

namespace vitalwall::ui {
namespace {

constexpr int kNormalPixels = 14;

/// On a dark ground a field must be lighter than what is around it to be seen as one.
QPalette inputPalette(const Theme& theme) {
  auto palette = paletteOf(theme);
  if (theme.tile.lightness() < 128)
    palette.setColor(QPalette::Base, mixed(theme.text, theme.tile, 0.14));
  return palette;
}

}  // namespace

QPalette paletteOf(const Theme& theme) {
  const auto raised = mixed(theme.text, theme.tile, 0.10);
  QPalette palette(theme.text, raised, mixed(theme.text, theme.tile, 0.25), theme.wall,
                   theme.border, theme.text, theme.text, theme.tile, theme.wall);
  palette.setColor(QPalette::AlternateBase, mixed(theme.text, theme.tile, 0.04));
  palette.setColor(QPalette::Highlight, theme.accent);
  palette.setColor(QPalette::HighlightedText, theme.wall);
  palette.setColor(QPalette::Link, theme.accent);
  palette.setColor(QPalette::PlaceholderText, theme.mutedText);
  palette.setColor(QPalette::ToolTipBase, raised);
  palette.setColor(QPalette::ToolTipText, theme.text);
  palette.setColor(QPalette::Mid, theme.mutedText);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, mixed(theme.mutedText, theme.tile, 0.7));
  return palette;
}

Theme applyStyle(QApplication& application, Theme theme) {
  application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  application.setPalette(paletteOf(theme));
  QApplication::setPalette(inputPalette(theme), "QLineEdit");
  auto font = application.font();
  const auto family = loadScreenFont();
  theme.fontFamily = family.isEmpty() ? font.family() : family;
  font.setFamily(theme.fontFamily);
  font.setPixelSize(qRound(kNormalPixels * theme.textScale));
  application.setFont(font);
  return theme;
}

}  // namespace vitalwall::ui
