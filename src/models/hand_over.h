// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <vector>

#include "domain/ids.h"
#include "models/alarm_model.h"
#include "models/alarm_settings_store.h"
#include "models/bed_model.h"

namespace vitalwall::models {

/// One thing that the next shift must know of a bed. Value.
struct HandOverLine {
  PatientId patient;
  QString bed;
  QString what;                           ///< "*** HR 134 > 120", "HR alarm off"
  QString why;                            ///< a reason, a note, the time at which a pause ends
  QString by;                             ///< who did it; empty if nobody is known
  WallTime since{};                       ///< WallTime{} if not known
  std::optional<AlertPriority> priority;  ///< of an open alarm

  bool operator==(const HandOverLine&) const = default;
};

/// Everything that is not as it should be at `now`, bed by bed: alarms that nobody has
/// acknowledged, then what deviates from the unit's default. The station's own alarms come first.
std::vector<HandOverLine> handOverLines(const BedModel& beds, const AlarmModel& alarms,
                                        const AlarmSettingsStore& settings, WallTime now);

/// The hand-over list as a table. GUI thread.
class HandOverModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { BedColumn, WhatColumn, SinceColumn, ByColumn, WhyColumn, ColumnCount };
  enum Role { PriorityRole = Qt::UserRole + 1 };

  using QAbstractTableModel::QAbstractTableModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;

  /// Resets the model if the lines are others.
  void setLines(std::vector<HandOverLine> lines);
  const HandOverLine& line(int row) const { return m_lines.at(static_cast<std::size_t>(row)); }

 private:
  std::vector<HandOverLine> m_lines;
};

}  // namespace vitalwall::models
