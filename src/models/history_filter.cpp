// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history_filter.h"

#include <algorithm>

namespace vitalwall::models {

HistoryFilter::HistoryFilter(const AlarmHistory& history, QObject* parent)
    : QSortFilterProxyModel(parent), m_history(history) {
  // Qt's proxies take a mutable source, although this one only reads.
  setSourceModel(const_cast<AlarmHistory*>(&history));
  setSortRole(AlarmHistory::SortRole);
  setSortLocaleAware(true);
  setDynamicSortFilter(true);
  sort(AlarmHistory::RaisedColumn, Qt::DescendingOrder);
}

void HistoryFilter::setPatient(std::optional<PatientId> patient) {
  m_patient = patient;
  invalidateFilter();
}

void HistoryFilter::setPriority(std::optional<AlertPriority> priority) {
  m_priority = priority;
  invalidateFilter();
}

void HistoryFilter::setWords(const QString& words) {
  m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  invalidateFilter();
}

const Alert& HistoryFilter::alert(int row) const {
  return m_history.alert(mapToSource(index(row, 0)).row());
}

QString HistoryFilter::bedOf(int row) const {
  return m_history.bedOf(mapToSource(index(row, 0)).row());
}

bool HistoryFilter::filterAcceptsRow(int sourceRow, const QModelIndex&) const {
  const auto& alert = m_history.alert(sourceRow);
  if (m_patient && alert.patient != *m_patient) return false;
  if (m_priority && alert.priority != *m_priority) return false;
  return m_words.isEmpty() || hasWords(sourceRow);
}

bool HistoryFilter::hasWords(int sourceRow) const {
  QStringList cells;
  for (int column = 0; column < AlarmHistory::ColumnCount; ++column)
    cells << m_history.index(sourceRow, column).data().toString();
  const auto line = cells.join(QLatin1Char('\n'));
  return std::all_of(m_words.begin(), m_words.end(), [&line](const QString& word) {
    return line.contains(word, Qt::CaseInsensitive);
  });
}

}  // namespace vitalwall::models
