// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/command_board.h"

#include <algorithm>

namespace vitalwall::models {
namespace {

QString stageText(CommandStage stage) {
  switch (stage) {
    case CommandStage::None:
      return {};
    case CommandStage::Pending:
      return CommandBoard::tr("sent \u2026");
    case CommandStage::Unconfirmed:
      return CommandBoard::tr("not confirmed yet");
    case CommandStage::Confirmed:
      return CommandBoard::tr("done");
    case CommandStage::Failed:
      break;
  }
  return CommandBoard::tr("NOT done");
}

}  // namespace

int CommandBoard::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CommandBoard::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& shown = row(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return commandLine(shown);
    case Qt::ToolTipRole:
      return shown.sentence;
    case PatientIdRole:
      return shown.patient ? QVariant::fromValue(*shown.patient) : QVariant();
    case StageRole:
      return QVariant::fromValue(shown.stage);
    default:
      return {};
  }
}

void CommandBoard::note(const CommandRow& step) {
  const auto known = std::find_if(m_rows.begin(), m_rows.end(),
                                  [&step](const CommandRow& row) { return row.id == step.id; });
  if (known != m_rows.end()) {
    *known = step;
    const auto changed = index(static_cast<int>(known - m_rows.begin()));
    Q_EMIT dataChanged(changed, changed);
    return;
  }
  beginInsertRows({}, 0, 0);
  m_rows.push_front(step);
  endInsertRows();
  if (rowCount() <= kCapacity) return;
  beginRemoveRows({}, kCapacity, kCapacity);
  m_rows.pop_back();
  endRemoveRows();
}

const CommandRow* CommandBoard::newest(std::optional<PatientId> patient) const {
  const auto found = std::find_if(m_rows.begin(), m_rows.end(), [patient](const CommandRow& row) {
    return !patient || row.patient == patient;
  });
  return found == m_rows.end() ? nullptr : &*found;
}

QString commandLine(const CommandRow& row) {
  const auto line = QStringLiteral("%1: %2").arg(row.what, stageText(row.stage));
  const bool tellsMore = row.stage == CommandStage::Failed && !row.sentence.isEmpty();
  return tellsMore ? QStringLiteral("%1. %2").arg(line, row.sentence) : line;
}

}  // namespace vitalwall::models
