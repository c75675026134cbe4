// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <deque>
#include <optional>

#include "domain/clock.h"
#include "domain/ids.h"

namespace vitalwall::models {

enum class EventKind : std::uint8_t { Connection, Alarm, Command, Order, Notice };

/// One line of the station's log. Value.
struct LogEntry {
  WallTime at{};
  EventKind kind = EventKind::Notice;
  QString bed;  ///< label of the bed it is about; may be empty
  QString text;

  bool operator==(const LogEntry&) const = default;
};

/// What happened on this station since its start, newest first, bounded: the oldest lines go.
/// A text equal to the newest one's is counted on it and not repeated. GUI thread.
class EventLog : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { TimeColumn, KindColumn, BedColumn, TextColumn, ColumnCount };
  static constexpr int kDefaultCapacity = 1000;

  explicit EventLog(int capacity = kDefaultCapacity, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;

  void append(LogEntry entry);
  const LogEntry& entry(int row) const { return m_rows.at(static_cast<std::size_t>(row)).entry; }

 private:
  struct Row {
    LogEntry entry;
    int repetitions = 1;
  };
  bool repeatsNewest(const LogEntry& entry) const;

  const int m_capacity;
  std::deque<Row> m_rows;
};

}  // namespace vitalwall::models
