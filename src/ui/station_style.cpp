// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/station_style.h"

#include <QApplication>
#include <QStyleFactory>

#include "ui/screen_font.h"

namespace vitalwall::ui {

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

void applyStyle(QApplication& application, const Theme& theme) {
  application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  application.setPalette(paletteOf(theme));
  auto font = loadScreenFont();
  font.setPixelSize(qRound(font.pixelSize() * theme.textScale));
  application.setFont(font);
}

}  // namespace vitalwall::ui
