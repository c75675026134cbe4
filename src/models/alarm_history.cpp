// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alarm_history.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "models/alarm_row.h"

namespace vitalwall::models {
namespace {

QDateTime localTime(WallTime at) {
  return QDateTime::fromMSecsSinceEpoch(toUnixMillis(at));
}

QString timeText(WallTime at) {
  return QLocale().toString(localTime(at), QStringLiteral("dd.MM. HH:mm:ss"));
}

std::optional<WallTime> endOf(const Alert& alert) {
  if (alert.state == AlertState::Inactive) return alert.changedAt;
  return std::nullopt;
}

QString shownCell(const Alert& alert, int column) {
  const auto& acknowledged = alert.acknowledged;
  switch (column) {
    case AlarmHistory::RaisedColumn:
      return timeText(alert.raisedAt);
    case AlarmHistory::AlarmColumn:
      return alarmText(alert);
    case AlarmHistory::PriorityColumn:
      return priorityName(alert.priority);
    case AlarmHistory::StateColumn:
      return stateName(alert.state);
    case AlarmHistory::EndedColumn:
      return endOf(alert) ? timeText(*endOf(alert)) : QString();
    case AlarmHistory::AcknowledgedByColumn:
      return acknowledged ? QString::fromStdString(acknowledged->by) : QString();
    case AlarmHistory::AcknowledgedAtColumn:
      return acknowledged ? timeText(acknowledged->at) : QString();
    default:
      return acknowledged ? QString::fromStdString(acknowledged->note) : QString();
  }
}

/// Times and priorities sort by what they mean, not by how they are written.
QVariant sortKey(const Alert& alert, int column) {
  switch (column) {
    case AlarmHistory::RaisedColumn:
      return qint64(toUnixMillis(alert.raisedAt));
    case AlarmHistory::PriorityColumn:
      return int(alert.priority);
    case AlarmHistory::EndedColumn:
      return endOf(alert) ? qint64(toUnixMillis(*endOf(alert))) : qint64(0);
    case AlarmHistory::AcknowledgedAtColumn:
      return alert.acknowledged ? qint64(toUnixMillis(alert.acknowledged->at)) : qint64(0);
    default:
      return shownCell(alert, column);
  }
}

}  // namespace

AlarmHistory::AlarmHistory(BedNames bedNames, QObject* parent)
    : QAbstractTableModel(parent), m_bedNames(std::move(bedNames)) {}

int AlarmHistory::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlarmHistory::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlarmHistory::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& shown = alert(index.row());
  const bool isBed = index.column() == BedColumn;
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
      return isBed ? bedOf(index.row()) : shownCell(shown, index.column());
    case SortRole:
      return isBed ? QVariant(bedOf(index.row())) : sortKey(shown, index.column());
    case PatientIdRole:
      return QVariant::fromValue(shown.patient);
    case PriorityRole:
      return QVariant::fromValue(shown.priority);
    default:
      return {};
  }
}

QVariant AlarmHistory::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case RaisedColumn:
      return tr("Raised");
    case BedColumn:
      return tr("Bed");
    case AlarmColumn:
      return tr("Alarm");
    case PriorityColumn:
      return tr("Priority");
    case StateColumn:
      return tr("State");
    case EndedColumn:
      return tr("Ended");
    case AcknowledgedByColumn:
      return tr("Acknowledged by");
    case AcknowledgedAtColumn:
      return tr("Acknowledged");
    default:
      return tr("Note");
  }
}

void AlarmHistory::apply(const Alert& alert) {
  if (replace(alert)) return;
  makeRoom();
  const int row = rowCount();
  beginInsertRows({}, row, row);
  m_index.emplace(alert.id, m_rows.size());
  m_rows.push_back(alert);
  endInsertRows();
}

void AlarmHistory::add(const std::vector<Alert>& episodes) {
  for (const auto& episode : episodes) apply(episode);
}

void AlarmHistory::setNotice(const QString& sentence) {
  if (sentence == m_notice) return;
  m_notice = sentence;
  Q_EMIT noticeChanged();
}

const Alert* AlarmHistory::find(AlertId alert) const {
  const auto known = m_index.find(alert);
  return known == m_index.end() ? nullptr : &m_rows[known->second];
}

bool AlarmHistory::replace(const Alert& alert) {
  const auto known = m_index.find(alert.id);
  if (known == m_index.end()) return false;
  auto& row = m_rows[known->second];
  // By time, too: a restarted server may count its revisions anew.
  const bool isOutdated = alert.revision < row.revision && alert.changedAt <= row.changedAt;
  if (isOutdated || alert == row) return true;
  row = alert;
  const int changed = static_cast<int>(known->second);
  Q_EMIT dataChanged(index(changed, 0), index(changed, ColumnCount - 1));
  return true;
}

void AlarmHistory::makeRoom() {
  if (m_rows.size() < kCapacity) return;
  beginResetModel();
  std::sort(m_rows.begin(), m_rows.end(), [](const Alert& a, const Alert& b) {
    return std::pair(a.isOpen(), a.raisedAt) < std::pair(b.isOpen(), b.raisedAt);
  });
  m_rows.erase(m_rows.begin(), m_rows.begin() + kCapacity / 10);
  reindex();
  endResetModel();
}

void AlarmHistory::reindex() {
  m_index.clear();
  for (std::size_t row = 0; row < m_rows.size(); ++row) m_index.emplace(m_rows[row].id, row);
}

QString stateName(AlertState state) {
  switch (state) {
    case AlertState::Active:
      return AlarmHistory::tr("active");
    case AlertState::Latched:
      return AlarmHistory::tr("ended, not seen");
    case AlertState::Inactive:
      break;
  }
  return AlarmHistory::tr("ended");
}

QString priorityName(AlertPriority priority) {
  switch (priority) {
    case AlertPriority::High:
      return AlarmHistory::tr("high");
    case AlertPriority::Medium:
      return AlarmHistory::tr("medium");
    case AlertPriority::Low:
      break;
  }
  return AlarmHistory::tr("low");
}

}  // namespace vitalwall::models
