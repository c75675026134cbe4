// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "models/bed_model.h"
#include "ui/theme.h"
#include "ui/wall/flash.h"

namespace vitalwall::models {
struct AlarmRow;
class AlarmSortModel;
}  // namespace vitalwall::models

namespace vitalwall::ui {

/// Draws one alarm as a card: bed and `*** HR 134 > 120` on the priority's colour, its age and what
/// is known of its state and acknowledge beneath. A card that needs attention flashes, a latched
/// one is steady, an acknowledged one is an outline. Rows must be those of a
/// models::AlarmSortModel. GUI thread.
class AlarmDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  /// `beds` and `clock` must outlive the delegate. Without `beds` the bed's name is left out.
  AlarmDelegate(Theme theme, const Clock& clock, const models::BedModel* beds,
                QObject* parent = nullptr);

  /// True if the cards look different from now on.
  bool setFlash(FlashPhase phase);

  /// The first line of a row's card: "Bed 03   *** HR 134 > 120", "16 beds   ** Source sim lost".
  QString headline(const models::AlarmSortModel& alarms, int row) const;

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintGround(QPainter& painter, const QRect& card, const models::AlarmRow& row,
                   bool selected) const;
  void paintTexts(QPainter& painter, const QRect& card, const models::AlarmSortModel& alarms,
                  int row, const QFont& font) const;
  bool isFilled(const models::AlarmRow& row) const;
  QString detail(const models::AlarmRow& row) const;

  const Theme m_theme;
  const Clock& m_clock;
  const models::BedModel* m_beds;
  FlashPhase m_flash;
};

}  // namespace vitalwall::ui
