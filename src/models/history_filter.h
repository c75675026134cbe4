// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>
#include <optional>

#include "models/alarm_history.h"

namespace vitalwall::models {

/// The alarm history by what a person looks for: one patient, priorities, words. Sorts by meaning,
/// the newest first. GUI thread.
class HistoryFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  /// `history` must outlive this model.
  explicit HistoryFilter(const AlarmHistory& history, QObject* parent = nullptr);

  /// nullopt shows the ward's.
  void setPatient(std::optional<PatientId> patient);
  /// nullopt shows all priorities.
  void setPriority(std::optional<AlertPriority> priority);
  /// All of these words must occur in a row, in whatever column; case does not matter.
  void setWords(const QString& words);

  const Alert& alert(int row) const;
  QString bedOf(int row) const;

 protected:
  bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

 private:
  bool hasWords(int sourceRow) const;

  const AlarmHistory& m_history;
  std::optional<PatientId> m_patient;
  std::optional<AlertPriority> m_priority;
  QStringList m_words;
};

}  // namespace vitalwall::models
