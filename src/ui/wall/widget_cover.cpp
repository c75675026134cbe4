// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/widget_cover.h"

#include <QWidget>

namespace vitalwall::ui {
namespace {

/// Siblings after `widget` in its parent's list are above it.
bool isCoveredBySibling(const QWidget& widget, const QRect& area) {
  bool above = false;
  for (const QObject* child : widget.parentWidget()->children()) {
    if (child == &widget) {
      above = true;
    } else if (above && child->isWidgetType()) {
      const auto& sibling = *static_cast<const QWidget*>(child);
      if (sibling.isVisible() && !sibling.isWindow() && sibling.geometry().intersects(area))
        return true;
    }
  }
  return false;
}

}  // namespace

bool isCovered(const QWidget& widget) {
  QRect area = widget.rect();
  for (const QWidget* at = &widget; !at->isWindow() && at->parentWidget();
       at = at->parentWidget()) {
    area.translate(at->pos());
    if (isCoveredBySibling(*at, area)) return true;
  }
  return false;
}

}  // namespace vitalwall::ui
