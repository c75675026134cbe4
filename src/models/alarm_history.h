// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <functional>
#include <unordered_map>
#include <vector>

#include "domain/alert.h"

namespace vitalwall::models {

/// The ward's alarm episodes, each in its newest revision: those of this session as they come, and
/// those that were fetched from the server. Bounded: of too many, ended ones that were raised first
/// go. GUI thread.
class AlarmHistory : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column {
    RaisedColumn,
    BedColumn,
    AlarmColumn,
    PriorityColumn,
    StateColumn,
    EndedColumn,
    AcknowledgedByColumn,
    AcknowledgedAtColumn,
    NoteColumn,
    ColumnCount
  };
  enum Role { SortRole = Qt::UserRole + 1, PatientIdRole, PriorityRole };
  using BedNames = std::function<QString(PatientId)>;
  static constexpr std::size_t kCapacity = 20'000;

  explicit AlarmHistory(BedNames bedNames, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;

  /// A revision of an episode; what is older than the known is ignored.
  void apply(const Alert& alert);
  /// Episodes from the server's record.
  void add(const std::vector<Alert>& episodes);

  /// What is to be said of the fetching: "Loading ...", what failed; may be empty.
  void setNotice(const QString& sentence);
  const QString& notice() const { return m_notice; }

  const Alert& alert(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
  /// The episode with this id, or nullptr. Valid until the model changes.
  const Alert* find(AlertId alert) const;
  QString bedOf(int row) const { return m_bedNames(alert(row).patient); }

 Q_SIGNALS:
  void noticeChanged();

 private:
  bool replace(const Alert& alert);
  void makeRoom();
  void reindex();

  BedNames m_bedNames;
  QString m_notice;
  std::vector<Alert> m_rows;
  std::unordered_map<AlertId, std::size_t> m_index;
};

/// "active", "ended, not seen", "ended".
QString stateName(AlertState state);

/// "high", "medium", "low".
QString priorityName(AlertPriority priority);

}  // namespace vitalwall::models
