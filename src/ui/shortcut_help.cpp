// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcut_help.h"

#include <QAction>
#include <QFormLayout>
#include <QLabel>
#include <QShortcut>

namespace vitalwall::ui {
namespace {

QLabel* keyLabel(const QString& keys, QWidget* parent) {
  auto* label = new QLabel(keys, parent);
  auto font = label->font();
  font.setBold(true);
  label->setFont(font);
  label->setMinimumWidth(120);
  return label;
}

QString withoutMnemonic(QString text) {
  return text.remove(QLatin1Char('&')).remove(QStringLiteral("\u2026"));
}

}  // namespace

ShortcutHelp::ShortcutHelp(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Keys"));
  auto* layout = new QFormLayout(this);
  layout->setContentsMargins(24, 20, 24, 20);
  layout->setHorizontalSpacing(24);
  const auto add = [&](const QString& keys, const QString& what) {
    layout->addRow(keyLabel(keys, this), new QLabel(what, this));
  };
  add(tr("Left, Right"), tr("Choose an alarm in the alarm strip (also Up, Down)"));
  add(tr("Enter"), tr("Open the bed of the chosen alarm or tile"));
  for (const auto* action : actions)
    if (!action->shortcut().isEmpty())
      add(action->shortcut().toString(QKeySequence::NativeText), withoutMnemonic(action->text()));
  connect(new QShortcut(Qt::Key_F1, this), &QShortcut::activated, this, &QDialog::accept);
}

}  // namespace vitalwall::ui
