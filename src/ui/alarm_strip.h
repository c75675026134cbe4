// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "models/alarm_sort_model.h"
#include "models/ward.h"
#include "ui/alarm_delegate.h"

class QLabel;
class QListView;

namespace vitalwall::ui {

/// The ward's active alarms side by side, the most urgent at the left. One of them can be selected
/// with the arrow keys; the selection stays with its alarm wherever that moves, and is empty once
/// the alarm has gone: nobody acknowledges what he did not choose. GUI thread.
class AlarmStrip : public QWidget {
  Q_OBJECT

 public:
  /// `ward` must outlive the strip.
  AlarmStrip(const models::Ward& ward, const Theme& theme, QWidget* parent = nullptr);

  /// The selected alarm, if there is one.
  const models::AlarmRow* selected() const;

  void selectNext() { moveSelection(1); }
  void selectPrevious() { moveSelection(-1); }

  /// Asks for the acknowledge of the selected alarm. If none is selected, or the selected one is
  /// acknowledged or under way, selects the most urgent one that is not, and asks for nothing.
  void acknowledgeSelected();

  /// Flashing and ages at the moment that a frame shows.
  void onFrame(FrameTime now);

 Q_SIGNALS:
  void acknowledgeRequested(vitalwall::AlertId alert);
  void bedRequested(vitalwall::PatientId patient);
  /// Another alarm is selected, or what is known of the selected one changed.
  void selectionChanged();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build(const Theme& theme);
  void connectModels();
  int selectedRow() const;
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
