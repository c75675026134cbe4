// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/event_log.h"

#include <QDateTime>
#include <QLocale>

namespace vitalwall::models {
namespace {

QString kindName(EventKind kind) {
  switch (kind) {
    case EventKind::Connection:
      return EventLog::tr("Connection");
    case EventKind::Alarm:
      return EventLog::tr("Alarm");
    case EventKind::Command:
      return EventLog::tr("Action");
    case EventKind::Order:
      return EventLog::tr("Order");
    case EventKind::Notice:
      break;
  }
  return EventLog::tr("Notice");
}

QString timeOfDay(WallTime at) {
  const auto time = QDateTime::fromMSecsSinceEpoch(toUnixMillis(at)).time();
  return QLocale().toString(time, QStringLiteral("HH:mm:ss"));
}

}  // namespace

EventLog::EventLog(int capacity, QObject* parent)
    : QAbstractTableModel(parent), m_capacity(capacity) {}

int EventLog::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventLog::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventLog::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  const auto& [shown, repetitions] = m_rows[static_cast<std::size_t>(index.row())];
  switch (index.column()) {
    case TimeColumn:
      return timeOfDay(shown.at);
    case KindColumn:
      return kindName(shown.kind);
    case BedColumn:
      return shown.bed;
    default:
      return repetitions == 1 ? shown.text : tr("%1 (%2 times)").arg(shown.text).arg(repetitions);
  }
}

QVariant EventLog::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case TimeColumn:
      return tr("Time");
    case KindColumn:
      return tr("Kind");
    case BedColumn:
      return tr("Bed");
    default:
      return tr("What happened");
  }
}

void EventLog::append(LogEntry entry) {
  if (repeatsNewest(entry)) {
    m_rows.front().entry.at = entry.at;
    ++m_rows.front().repetitions;
    Q_EMIT dataChanged(index(0, 0), index(0, ColumnCount - 1));
    return;
  }
  beginInsertRows({}, 0, 0);
  m_rows.push_front({.entry = std::move(entry)});
  endInsertRows();
  if (rowCount() <= m_capacity) return;
  beginRemoveRows({}, m_capacity, m_capacity);
  m_rows.pop_back();
  endRemoveRows();
}

bool EventLog::repeatsNewest(const LogEntry& entry) const {
  if (m_rows.empty()) return false;
  const auto& newest = m_rows.front().entry;
  return newest.kind == entry.kind && newest.bed == entry.bed && newest.text == entry.text;
}

}  // namespace vitalwall::models
