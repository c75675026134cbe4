// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits_delegate.h"

#include "models/limits_model.h"

namespace vitalwall::ui {

LimitsDelegate::LimitsDelegate(Theme theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(std::move(theme)) {}

void LimitsDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
  QStyledItemDelegate::initStyleOption(option, index);
  if (index.data(models::LimitsModel::DeviatesRole).toBool()) {
    option->font.setBold(true);
    option->backgroundBrush =
        mixed(m_theme.alarm(AlertPriority::Medium).background, m_theme.tile, 0.28);
  }
  if (!index.data(models::LimitsModel::PendingRole).toBool()) return;
  option->font.setItalic(true);
  option->text += QStringLiteral(" \u2026");
}

}  // namespace vitalwall::ui
