// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "models/alarm_sort_model.h"
#include "models/ward.h"
#include "ui/alarm_delegate.h"

class QLabel;
class QListView;

namespace vitalwall::ui {

/// The ward's open alarms side by side, the most urgent at the left; those of many beds with one
/// reason are one card. One of them can be selected with the arrow keys; the selection stays with
/// its alarm wherever that moves, and is empty once the alarm has gone: nobody acknowledges what he
/// did not choose. GUI thread.
class AlarmStrip : public QWidget {
  Q_OBJECT

 public:
  /// `ward` must outlive the strip.
  AlarmStrip(const models::Ward& ward, const Theme& theme, QWidget* parent = nullptr);

  /// The selected alarm, if there is one.
  const models::AlarmRow* selected() const;

  void selectNext() { moveSelection(1); }
  void selectPrevious() { moveSelection(-1); }

  /// What an acknowledge of the selected card would concern: its alarms that nobody has
  /// acknowledged and no command is on its way for.
  std::vector<AlertId> acknowledgeable() const;
  /// The selected card in words: "Bed 03: *** HR 134 > 120".
  QString selectedText() const;
  /// Selects the most urgent card that can be acknowledged.
  void selectMostUrgent();

  /// Cards that need attention.
  int unanswered() const;

  /// Flashing and ages at the moment that a frame shows.
  void onFrame(FrameTime now);

 Q_SIGNALS:
  void bedRequested(vitalwall::PatientId patient);
  /// Another alarm is selected, or what is known of the selected one changed.
  void selectionChanged();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build(const Theme& theme);
  void connectModels();
  int selectedRow() const;
  std::vector<AlertId> acknowledgeable(int row) const;
  void select(int row);
  void moveSelection(int step);
  void showSelection();
  void showCount();
  int hiddenCards() const;

  const models::Ward& m_ward;
  models::AlarmSortModel m_alarms;
  AlarmDelegate m_delegate;
  QLabel* m_count = nullptr;
  QLabel* m_more = nullptr;  ///< how many alarms there is no room for
  QListView* m_view = nullptr;
  std::optional<AlertId> m_selected;
  SteadyTime m_agesShownAt{};
};

}  // namespace vitalwall::ui
