// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <unordered_map>
#include <vector>

#include "models/bed_state.h"
#include "models/source_lag.h"

namespace vitalwall::models {

/// The watched beds in the order in which they were first watched; a bed never moves by itself.
/// GUI thread.
class BedModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { PatientIdRole = Qt::UserRole + 1, NameRole, HasVitalsRole };

  explicit BedModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QHash<int, QByteArray> roleNames() const override;

  /// Adds a bed at the end; false if it is there already.
  bool watch(PatientId patient, SteadyTime now);
  /// Removes a bed; false if it is not there.
  bool unwatch(PatientId patient);

  /// Takes the directory's entry for a watched patient; others are ignored.
  void describe(const Patient& patient);

  /// Takes new vitals, received at `receivedAt`. Vitals of patients that are not watched are
  /// ignored; a repetition of the same vitals does not make them younger. `asOf`: when they were
  /// true, if the server's clock tells; otherwise the delay of earlier ones has to (SourceLag).
  void applyVitals(const Vitals& vitals, SteadyTime receivedAt,
                   std::optional<SteadyTime> asOf = std::nullopt);

  /// Another server's clock may differ: forget what was learnt about the previous one's.
  void forgetSourceClock() { m_lag.reset(); }

  const BedState& bed(int row) const { return m_beds.at(static_cast<std::size_t>(row)); }
  /// The row of a patient, or -1.
  int rowOf(PatientId patient) const;
  /// The bed of a patient, or nullptr. Valid until the model changes.
  const BedState* find(PatientId patient) const;
  /// BedState::label of a patient, also of one that is not watched; the nil patient, who stands for
  /// all, is the station.
  QString labelOf(PatientId patient) const;

 private:
  void reindex();
  void emitChanged(int row);

  std::vector<BedState> m_beds;
  std::unordered_map<PatientId, int> m_rows;
  SourceLag m_lag;
};

}  // namespace vitalwall::models
