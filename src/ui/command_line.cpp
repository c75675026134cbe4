// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_line.h"

namespace vitalwall::ui {

CommandLine::CommandLine(const models::CommandBoard& board, const Clock& clock, const Theme& theme,
                         QWidget* parent)
    : QLabel(parent), m_board(board), m_clock(clock), m_theme(theme) {
  setAccessibleName(tr("What became of the last action"));
  setTextFormat(Qt::PlainText);
  setWordWrap(true);
  setMargin(6);
  setAutoFillBackground(true);
  connect(&board, &QAbstractItemModel::rowsInserted, this, &CommandLine::refresh);
  connect(&board, &QAbstractItemModel::dataChanged, this, &CommandLine::refresh);
  refresh();
}

void CommandLine::refresh() {
  const auto* row = m_board.newest();
  setVisible(isToBeShown(row));
  if (isHidden()) return;
  const bool isFailed = row->stage == models::CommandStage::Failed;
  auto shown = parentWidget() ? parentWidget()->palette() : QPalette();
  if (isFailed) {
    shown.setColor(QPalette::Window, m_theme.alarm(AlertPriority::High).background);
    shown.setColor(QPalette::WindowText, m_theme.alarm(AlertPriority::High).text);
  }
  setPalette(shown);
  setText(models::commandLine(*row));
  setToolTip(row->sentence);
}

void CommandLine::mousePressEvent(QMouseEvent*) {
  if (const auto* row = m_board.newest()) m_dismissed = row->id;
  refresh();
}

bool CommandLine::isToBeShown(const models::CommandRow* row) const {
  if (!row || row->id == m_dismissed) return false;
  return row->stage != models::CommandStage::Confirmed || m_clock.steadyNow() - row->at < kShown;
}

}  // namespace vitalwall::ui
