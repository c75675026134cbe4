// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <map>
#include <optional>

#include "models/alarm_settings_store.h"

namespace vitalwall::models {

/// The alarm limits of one patient as a table that can be edited, the unit's default beside them.
/// An edit asks the server; until it has answered the wish is shown as pending, and what holds
/// comes back when the wish failed. GUI thread.
class LimitsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column {
    ParameterColumn,
    LowColumn,
    HighColumn,
    ExtremeLowColumn,
    ExtremeHighColumn,
    DefaultColumn,
    AlarmColumn,
    ColumnCount
  };
  enum Role {
    DeviatesRole = Qt::UserRole + 1,  ///< the cell is not as the unit wants it
    PendingRole                       ///< the cell shows a wish that nobody has confirmed
  };

  /// `settings` must outlive this model.
  explicit LimitsModel(const AlarmSettingsStore& settings, QObject* parent = nullptr);

  void setPatient(std::optional<PatientId> patient);
  std::optional<PatientId> patient() const { return m_patient; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  /// A limit as text in the user's number format; empty: no limit. False if it is no number, or
  /// nothing new.
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

  /// What holds of a row's parameter.
  const ParameterAlarms& alarms(int row) const;

  /// The server refused or did not answer: shows what holds.
  void dropPending();

 Q_SIGNALS:
  void limitsRequested(vitalwall::MdcCode parameter, const vitalwall::LimitPair& limits);
  /// What was typed is no limit; a sentence for the person who typed it.
  void notUnderstood(const QString& sentence);

 private:
  const AlarmSettings* settings() const;
  const LimitPair& shownLimits(int row) const;
  QString text(int row, int column) const;
  QString toolTip(int row, int column) const;
  bool deviates(int row, int column) const;
  void onChanged(PatientId patient);
  void refresh();

  const AlarmSettingsStore& m_settings;
  std::optional<PatientId> m_patient;
  std::size_t m_rows = 0;
  std::map<MdcCode, LimitPair> m_pending;
};

}  // namespace vitalwall::models
