// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hand_over.h"

#include <QDateTime>
#include <QLocale>

#include "models/deviation.h"

namespace vitalwall::models {
namespace {

QString shortTime(WallTime at) {
  if (at == WallTime{}) return {};
  return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toUnixMillis(at)),
                            QStringLiteral("dd.MM. HH:mm"));
}

HandOverLine lineOf(const Alert& alert, const QString& bed) {
  return {.patient = alert.patient,
          .bed = bed,
          .what = alarmText(alert),
          .why = alarmStateText(alert),
          .by = {},
          .since = alert.raisedAt,
          .priority = alert.priority};
}

HandOverLine lineOf(const Deviation& deviation, const AlarmSettings& settings, const QString& bed) {
  const auto ends = deviation.until ? HandOverModel::tr("until %1").arg(shortTime(*deviation.until))
                                    : QString::fromStdString(deviation.reason);
  return {.patient = settings.patient,
          .bed = bed,
          .what = deviationText(deviation),
          .why = ends,
          .by = QString::fromStdString(deviation.by),
          .since = deviation.since,
          .priority = {}};
}

void addAlarms(std::vector<HandOverLine>& lines, const AlarmModel& alarms, PatientId patient,
               const QString& bed) {
  for (const auto* row : alarms.alarmsOf(patient))
    if (row->alert.needsAttention()) lines.push_back(lineOf(row->alert, bed));
}

}  // namespace

std::vector<HandOverLine> handOverLines(const BedModel& beds, const AlarmModel& alarms,
                                        const AlarmSettingsStore& settings, WallTime now) {
  std::vector<HandOverLine> lines;
  addAlarms(lines, alarms, {}, beds.labelOf({}));
  for (int row = 0; row < beds.rowCount(); ++row) {
    const auto& bed = beds.bed(row);
    addAlarms(lines, alarms, bed.id(), bed.label());
    const auto* set = settings.find(bed.id());
    if (!set) continue;
    for (const auto& deviation : deviationsOf(*set, now))
      lines.push_back(lineOf(deviation, *set, bed.label()));
  }
  return lines;
}

int HandOverModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int HandOverModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant HandOverModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& shown = line(index.row());
  if (role == PriorityRole)
    return shown.priority ? QVariant::fromValue(*shown.priority) : QVariant();
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  switch (index.column()) {
    case BedColumn:
      return shown.bed;
    case WhatColumn:
      return shown.what;
    case SinceColumn:
      return shortTime(shown.since);
    case ByColumn:
      return shown.by;
    default:
      return shown.why;
  }
}

QVariant HandOverModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case BedColumn:
      return tr("Bed");
    case WhatColumn:
      return tr("To be known");
    case SinceColumn:
      return tr("Since");
    case ByColumn:
      return tr("By");
    default:
      return tr("Reason");
  }
}

void HandOverModel::setLines(std::vector<HandOverLine> lines) {
  if (lines == m_lines) return;
  beginResetModel();
  m_lines = std::move(lines);
  endResetModel();
}

}  // namespace vitalwall::models
