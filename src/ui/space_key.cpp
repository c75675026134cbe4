// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/space_key.h"

#include <QKeyEvent>
#include <QWidget>

namespace vitalwall::ui {
namespace {

/// Claims Space from the shortcuts for the widget that has the focus.
class SpaceKeeper : public QObject {
 public:
  using QObject::QObject;

  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() != QEvent::ShortcutOverride) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isSpace = key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier;
    if (isSpace) event->accept();
    return isSpace;
  }
};

}  // namespace

void keepSpaceKey(QWidget& container) {
  auto* keeper = new SpaceKeeper(&container);
  for (auto* widget : container.findChildren<QWidget*>()) widget->installEventFilter(keeper);
}

}  // namespace vitalwall::ui
