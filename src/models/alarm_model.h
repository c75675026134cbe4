// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <functional>
#include <unordered_map>
#include <vector>

#include "domain/server_event.h"
#include "models/alarm_row.h"

namespace vitalwall::models {

/// All open alarms of the watched patients, present or latched, one row each, in order of arrival
/// (AlarmSortModel sorts). The newest revision of an alert is the truth and never goes backwards;
/// an alert that became inactive leaves. GUI thread.
class AlarmModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role {
    AlertIdRole = Qt::UserRole + 1,
    PatientIdRole,
    PriorityRole,
    AcknowledgedRole,
    StateRole
  };
  /// Who raised an alert: the station's own survive a resynchronisation, no server sends them.
  enum class Origin : std::uint8_t { Server, Station };
  using BedNames = std::function<QString(PatientId)>;

  /// `bedNames` gives the label of a patient's bed for accessible texts.
  explicit AlarmModel(BedNames bedNames, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

  void apply(const Alert& alert, Origin origin = Origin::Server);
  /// Notes the way of this station's acknowledge; ignored if the alert has gone meanwhile.
  void setStage(AlertId alert, CommandStage stage, const QString& sentence);

  /// A new connection is about to send its state: until then the rows stay, but only what is
  /// sent again survives endSnapshot, and its revision counts from anew.
  void beginResync();
  /// A complete snapshot drops the patient's alerts that were not in it.
  void endSnapshot(const SnapshotEnd& end);
  void forget(PatientId patient);

  const AlarmRow& row(int row) const { return m_rows.at(static_cast<std::size_t>(row)).row; }
  /// Row of an alert, or -1.
  int rowOf(AlertId alert) const;
  /// The patient's alarms, the most urgent first. Valid until the model changes.
  std::vector<const AlarmRow*> alarmsOf(PatientId patient) const;
  /// All alarms that lists show as one with `alert`, itself included, the most urgent first: those
  /// with its condition and its group, if it has one. Valid until the model changes.
  std::vector<const AlarmRow*> groupOf(const Alert& alert) const;
  /// Whether any alarm has ever belonged to a group.
  bool hasGroups() const { return m_hasGroups; }
  /// Alarms of a priority that nobody has acknowledged.
  int unacknowledged(AlertPriority priority) const;

 Q_SIGNALS:
  /// A patient's alarms are not what they were.
  void patientChanged(vitalwall::PatientId patient);

 private:
  struct Entry {
    AlarmRow row;
    Origin origin = Origin::Server;
    bool confirmedBySnapshot = true;
  };
  bool isOutdated(const Alert& alert) const;
  void remember(const Alert& alert);
  void insert(const Alert& alert, Origin origin);
  void update(int row, const Alert& alert);
  void removeRowAt(int row);
  template <typename Condition>
  std::vector<const AlarmRow*> select(Condition condition) const;
  template <typename Condition>
  void removeIf(Condition condition);
  QString accessibleText(const AlarmRow& row) const;

  BedNames m_bedNames;
  bool m_hasGroups = false;
  std::vector<Entry> m_rows;
  std::unordered_map<AlertId, std::uint64_t> m_revisions;  ///< also of alerts that have gone
};

}  // namespace vitalwall::models
