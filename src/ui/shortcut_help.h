// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace vitalwall::ui {

/// All keys at a glance, taken from the actions themselves. Esc or F1 closes it.
class ShortcutHelp : public QDialog {
  Q_OBJECT

 public:
  /// Shows the actions that have a key, in their order.
  explicit ShortcutHelp(const QList<QAction*>& actions, QWidget* parent = nullptr);
};

}  // namespace vitalwall::ui
