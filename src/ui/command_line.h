// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <optional>

#include "models/command_board.h"
#include "ui/theme.h"

namespace vitalwall::ui {

/// What became of the station's newest command as a line: sent, not confirmed, done, or why not.
/// What is done goes after a while; what failed stays until the next command or a click.
/// GUI thread.
class CommandLine : public QLabel {
  Q_OBJECT

 public:
  /// How long the line tells that a command is done.
  static constexpr milliseconds kShown{8000};

  /// `board` and `clock` must outlive the line.
  CommandLine(const models::CommandBoard& board, const Clock& clock, const Theme& theme,
              QWidget* parent = nullptr);

  /// Call once a second.
  void refresh();

 protected:
  void mousePressEvent(QMouseEvent* event) override;

 private:
  bool isToBeShown(const models::CommandRow* row) const;

  const models::CommandBoard& m_board;
  const Clock& m_clock;
  const Theme m_theme;
  std::optional<CommandId> m_dismissed;
};

}  // namespace vitalwall::ui
