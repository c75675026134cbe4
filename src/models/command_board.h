// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <deque>
#include <optional>

#include "domain/command.h"
#include "models/command_stage.h"

namespace vitalwall::models {

/// What became of one command of this station. Value.
struct CommandRow {
  CommandId id;
  std::optional<PatientId> patient;
  QString what;  ///< "Bed 03: HR alarm off"
  CommandStage stage = CommandStage::Pending;
  QString sentence;  ///< what the server or the session said
  SteadyTime at{};   ///< of the newest step

  bool operator==(const CommandRow&) const = default;
};

/// The newest commands of this station, the newest first, each with its way from the click to the
/// server's answer. GUI thread.
class CommandBoard : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { PatientIdRole = Qt::UserRole + 1, StageRole };
  static constexpr int kCapacity = 50;

  explicit CommandBoard(QObject* parent = nullptr) : QAbstractListModel(parent) {}

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

  /// A step of a command, by its id.
  void note(const CommandRow& step);

  const CommandRow& row(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
  /// The newest command, of one patient if given, or nullptr. Valid until the board changes.
  const CommandRow* newest(std::optional<PatientId> patient = {}) const;

 private:
  std::deque<CommandRow> m_rows;
};

/// "Bed 03: HR alarm off ... not confirmed yet": a command and its stage as a line.
QString commandLine(const CommandRow& row);

/// What a command does, without the bed: "HR limits 50–120", "acknowledge". Empty for those that
/// no person gives.
QString commandText(const CommandBody& body);

/// Whose alarms a command concerns, if it says so.
std::optional<PatientId> patientOf(const CommandBody& body);

}  // namespace vitalwall::models
