// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/limits_model.h"

#include <QLocale>

#include "models/deviation.h"
#include "models/metric_text.h"

namespace vitalwall::models {
namespace {

using Limit = std::optional<double>;

/// The limit of a pair that a column shows, or nullptr for the other columns.
template <typename Pair>
auto* limitOf(Pair& limits, int column) {
  switch (column) {
    case LimitsModel::LowColumn:
      return &limits.low;
    case LimitsModel::HighColumn:
      return &limits.high;
    case LimitsModel::ExtremeLowColumn:
      return &limits.extremeLow;
    case LimitsModel::ExtremeHighColumn:
      return &limits.extremeHigh;
    default:
      return static_cast<decltype(&limits.low)>(nullptr);
  }
}

/// "50–120 (40–140)": the unit's limits, the extreme ones in brackets.
QString unitText(const ParameterAlarms& alarms) {
  const auto& unit = alarms.unitDefault;
  auto usual = limitText(alarms.parameter, unit.low, unit.high);
  if (!unit.extremeLow && !unit.extremeHigh) return usual;
  return QStringLiteral("%1 (%2)").arg(
      usual, limitText(alarms.parameter, unit.extremeLow, unit.extremeHigh));
}

bool isLimit(int column) {
  return column >= LimitsModel::LowColumn && column <= LimitsModel::ExtremeHighColumn;
}

}  // namespace

LimitsModel::LimitsModel(const AlarmSettingsStore& settings, QObject* parent)
    : QAbstractTableModel(parent), m_settings(settings) {
  connect(&settings, &AlarmSettingsStore::changed, this, &LimitsModel::onChanged);
}

void LimitsModel::setPatient(std::optional<PatientId> patient) {
  if (patient == m_patient) return;
  beginResetModel();
  m_patient = patient;
  m_pending.clear();
  m_rows = settings() ? settings()->parameters.size() : 0;
  endResetModel();
}

int LimitsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows);
}

int LimitsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant LimitsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const int column = index.column();
  switch (role) {
    case Qt::DisplayRole:
      return text(index.row(), column);
    case Qt::EditRole: {
      const auto* limit = limitOf(shownLimits(index.row()), column);
      return limit && *limit ? valueText(alarms(index.row()).parameter, **limit) : QString();
    }
    case Qt::ToolTipRole:
      return toolTip(index.row(), column);
    case Qt::TextAlignmentRole:
      return QVariant(isLimit(column) ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case DeviatesRole:
      return deviates(index.row(), column);
    case PendingRole:
      return isLimit(column) && m_pending.contains(alarms(index.row()).parameter);
    default:
      return {};
  }
}

QVariant LimitsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
    return QVariant(isLimit(section) ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case ParameterColumn:
      return tr("Parameter");
    case LowColumn:
      return tr("Low");
    case HighColumn:
      return tr("High");
    case ExtremeLowColumn:
      return tr("*** low");
    case ExtremeHighColumn:
      return tr("*** high");
    case DefaultColumn:
      return tr("Unit");
    default:
      return tr("Alarm");
  }
}

Qt::ItemFlags LimitsModel::flags(const QModelIndex& index) const {
  const auto plain = QAbstractTableModel::flags(index);
  return isLimit(index.column()) ? plain | Qt::ItemIsEditable : plain;
}

bool LimitsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !isLimit(index.column())) return false;
  const auto typed = value.toString().trimmed();
  bool isNumber = false;
  const double number = QLocale().toDouble(typed, &isNumber);
  if (!typed.isEmpty() && !isNumber) {
    Q_EMIT notUnderstood(
        tr("\u201c%1\u201d is no number, so nothing was changed. Leave the field empty for no "
           "limit.")
            .arg(typed));
    return false;
  }
  auto limits = shownLimits(index.row());
  *limitOf(limits, index.column()) = typed.isEmpty() ? Limit() : Limit(number);
  if (limits == shownLimits(index.row())) return false;
  m_pending[alarms(index.row()).parameter] = limits;
  Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
  Q_EMIT limitsRequested(alarms(index.row()).parameter, limits);
  return true;
}

const ParameterAlarms& LimitsModel::alarms(int row) const {
  return settings()->parameters.at(static_cast<std::size_t>(row));
}

void LimitsModel::dropPending() {
  if (m_pending.empty()) return;
  m_pending.clear();
  refresh();
}

const AlarmSettings* LimitsModel::settings() const {
  return m_patient ? m_settings.find(*m_patient) : nullptr;
}

const LimitPair& LimitsModel::shownLimits(int row) const {
  const auto pending = m_pending.find(alarms(row).parameter);
  return pending == m_pending.end() ? alarms(row).limits : pending->second;
}

QString LimitsModel::text(int row, int column) const {
  const auto& shown = alarms(row);
  switch (column) {
    case ParameterColumn:
      return labelOf(shown.parameter);
    case DefaultColumn:
      return unitText(shown);
    case AlarmColumn:
      return shown.off ? tr("OFF") : tr("on");
    default: {
      const auto& limit = *limitOf(shownLimits(row), column);
      return limit ? valueText(shown.parameter, *limit) : QStringLiteral("\u2013");
    }
  }
}

QString LimitsModel::toolTip(int row, int column) const {
  const auto& shown = alarms(row);
  if (column == AlarmColumn && shown.off)
    return tr("Off by %1: %2")
        .arg(QString::fromStdString(shown.off->by), QString::fromStdString(shown.off->reason));
  if (column == AlarmColumn) return tr("The parameter alarms.");
  return tr("The unit wants %1.").arg(limitsText(shown.parameter, shown.unitDefault));
}

bool LimitsModel::deviates(int row, int column) const {
  const auto& shown = alarms(row);
  if (column == AlarmColumn) return shown.off.has_value();
  if (!isLimit(column)) return false;
  return *limitOf(shownLimits(row), column) != *limitOf(shown.unitDefault, column);
}

void LimitsModel::onChanged(PatientId patient) {
  if (patient != m_patient) return;
  m_pending.clear();
  const auto rows = settings() ? settings()->parameters.size() : 0;
  if (rows == m_rows) return refresh();
  beginResetModel();
  m_rows = rows;
  endResetModel();
}

void LimitsModel::refresh() {
  if (m_rows > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

}  // namespace vitalwall::models
