// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/space_key.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QKeyEvent>

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
  for (auto* button : container.findChildren<QAbstractButton*>())
    button->installEventFilter(keeper);
  for (auto* box : container.findChildren<QComboBox*>()) box->installEventFilter(keeper);
}

}  // namespace vitalwall::ui
