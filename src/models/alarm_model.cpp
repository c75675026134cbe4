// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alarm_model.h"

#include <algorithm>

namespace vitalwall::models {
namespace {

/// Alerts whose last revision is remembered after they have gone, so that a late message cannot
/// bring one back; more than a ward of 64 beds raises in an hour.
constexpr std::size_t kRememberedAlerts = 4096;

QString priorityWords(AlertPriority priority) {
  switch (priority) {
    case AlertPriority::High:
      return AlarmModel::tr("high priority");
    case AlertPriority::Medium:
      return AlarmModel::tr("medium priority");
    case AlertPriority::Low:
      break;
  }
  return AlarmModel::tr("low priority");
}

}  // namespace

AlarmModel::AlarmModel(BedNames bedNames, QObject* parent)
    : QAbstractListModel(parent), m_bedNames(std::move(bedNames)) {}

int AlarmModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AlarmModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& entry = row(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return alarmText(entry.alert);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
      return accessibleText(entry);
    case AlertIdRole:
      return QVariant::fromValue(entry.alert.id);
    case PatientIdRole:
      return QVariant::fromValue(entry.alert.patient);
    case PriorityRole:
      return QVariant::fromValue(entry.alert.priority);
    case AcknowledgedRole:
      return entry.alert.acknowledged.has_value();
    case StateRole:
      return QVariant::fromValue(entry.alert.state);
    default:
      return {};
  }
}

void AlarmModel::apply(const Alert& alert, Origin origin) {
  if (isOutdated(alert)) return;
  remember(alert);
  m_hasGroups |= !alert.group.empty();
  const int row = rowOf(alert.id);
  if (alert.isOpen())
    row < 0 ? insert(alert, origin) : update(row, alert);
  else if (row >= 0)
    removeRowAt(row);
  else
    return;
  Q_EMIT patientChanged(alert.patient);
}

void AlarmModel::setStage(AlertId alert, CommandStage stage, const QString& sentence) {
  const int row = rowOf(alert);
  if (row < 0) return;
  auto& entry = m_rows[static_cast<std::size_t>(row)].row;
  entry.stage = stage;
  entry.sentence = sentence;
  Q_EMIT dataChanged(index(row), index(row));
  Q_EMIT patientChanged(entry.alert.patient);
}

void AlarmModel::beginResync() {
  m_revisions.clear();
  for (auto& entry : m_rows) entry.confirmedBySnapshot = entry.origin == Origin::Station;
}

void AlarmModel::endSnapshot(const SnapshotEnd& end) {
  if (!end.complete) return;
  removeIf([&end](const Entry& entry) {
    return entry.row.alert.patient == end.patient && !entry.confirmedBySnapshot;
  });
}

void AlarmModel::forget(PatientId patient) {
  removeIf([patient](const Entry& entry) { return entry.row.alert.patient == patient; });
}

int AlarmModel::rowOf(AlertId alert) const {
  const auto found = std::find_if(m_rows.begin(), m_rows.end(), [alert](const Entry& entry) {
    return entry.row.alert.id == alert;
  });
  return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::vector<const AlarmRow*> AlarmModel::alarmsOf(PatientId patient) const {
  return select([patient](const Alert& alert) { return alert.patient == patient; });
}

std::vector<const AlarmRow*> AlarmModel::groupOf(const Alert& alert) const {
  return select([&alert](const Alert& other) {
    const bool isSameGroup = !alert.group.empty() && other.group == alert.group;
    return other.id == alert.id || (isSameGroup && other.condition == alert.condition);
  });
}

template <typename Condition>
std::vector<const AlarmRow*> AlarmModel::select(Condition condition) const {
  std::vector<const AlarmRow*> alarms;
  for (const auto& entry : m_rows)
    if (condition(entry.row.alert)) alarms.push_back(&entry.row);
  std::sort(alarms.begin(), alarms.end(),
            [](const AlarmRow* a, const AlarmRow* b) { return isMoreUrgent(a->alert, b->alert); });
  return alarms;
}

int AlarmModel::unacknowledged(AlertPriority priority) const {
  return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [priority](const Entry& e) {
    return e.row.alert.priority == priority && e.row.alert.needsAttention();
  }));
}

bool AlarmModel::isOutdated(const Alert& alert) const {
  const auto known = m_revisions.find(alert.id);
  return known != m_revisions.end() && alert.revision < known->second;
}

void AlarmModel::remember(const Alert& alert) {
  if (m_revisions.size() >= kRememberedAlerts)
    std::erase_if(m_revisions, [this](const auto& known) { return rowOf(known.first) < 0; });
  m_revisions[alert.id] = alert.revision;
}

void AlarmModel::insert(const Alert& alert, Origin origin) {
  const int row = rowCount();
  beginInsertRows({}, row, row);
  m_rows.push_back({.row = {.alert = alert, .stage = {}, .sentence = {}}, .origin = origin});
  endInsertRows();
}

void AlarmModel::update(int row, const Alert& alert) {
  auto& entry = m_rows[static_cast<std::size_t>(row)];
  entry.row.alert = alert;
  entry.confirmedBySnapshot = true;
  Q_EMIT dataChanged(index(row), index(row));
}

void AlarmModel::removeRowAt(int row) {
  beginRemoveRows({}, row, row);
  m_rows.erase(m_rows.begin() + row);
  endRemoveRows();
}

template <typename Condition>
void AlarmModel::removeIf(Condition condition) {
  for (int row = rowCount() - 1; row >= 0; --row) {
    const auto& entry = m_rows[static_cast<std::size_t>(row)];
    if (!condition(entry)) continue;
    const auto patient = entry.row.alert.patient;
    m_revisions.erase(entry.row.alert.id);
    removeRowAt(row);
    Q_EMIT patientChanged(patient);
  }
}

QString AlarmModel::accessibleText(const AlarmRow& row) const {
  const auto acknowledged = acknowledgeText(row);
  QStringList words{m_bedNames(row.alert.patient), priorityWords(row.alert.priority),
                    QString::fromStdString(row.alert.message), alarmStateText(row.alert),
                    acknowledged.isEmpty() ? tr("not acknowledged") : acknowledged};
  words.removeAll(QString());
  return words.join(QStringLiteral(", "));
}

}  // namespace vitalwall::models
