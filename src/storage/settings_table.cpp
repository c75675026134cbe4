// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings_table.h"

#include "storage/record_columns.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::storage {
namespace {

const QString kParameters = u"settings_parameters"_s;

/// What binds a parameter's row to its settings, and keeps the order.
QStringList parameterColumns() {
  return QStringList{u"patient"_s, u"revision"_s, u"position"_s} + columnsOf<ParameterAlarms>();
}

}  // namespace

SettingsTable::SettingsTable(const Connection& connection)
    : m_newestOfPatient(connection, u"SELECT MAX(revision) FROM settings WHERE patient = ?"_s),
      m_store(connection, insertInto(u"settings"_s, columnsOf<AlarmSettings>())),
      m_storeParameter(connection, insertInto(kParameters, parameterColumns())),
      m_newest(connection, selectFrom(u"settings"_s, columnsOf<AlarmSettings>()) +
                               u" WHERE revision = (SELECT MAX(newer.revision) FROM settings newer "
                               "WHERE newer.patient = settings.patient) ORDER BY patient"_s),
      m_parameters(connection, selectFrom(kParameters, columnsOf<ParameterAlarms>()) +
                                   u" WHERE patient = ? AND revision = ? ORDER BY position"_s),
      m_newestRevision(connection, u"SELECT MAX(revision) FROM settings"_s) {}

absl::Status SettingsTable::store(const AlarmSettings& settings) {
  const auto newer = isNewer(settings);
  if (!newer.ok() || !*newer) return newer.status();
  const auto stored = m_store.run(valuesOf(settings));
  return stored.ok() ? storeParameters(settings) : stored.status();
}

absl::StatusOr<bool> SettingsTable::isNewer(const AlarmSettings& settings) {
  const auto rows = m_newestOfPatient.rows({toSql(settings.patient)});
  if (!rows.ok()) return rows.status();
  const QVariant newest = rows->value(0).value(0);
  return newest.isNull() || newest.toULongLong() < settings.revision;
}

absl::Status SettingsTable::storeParameters(const AlarmSettings& settings) {
  int position = 0;
  for (const ParameterAlarms& parameter : settings.parameters) {
    const QVariantList key = {toSql(settings.patient), toSql(settings.revision), position++};
    const auto stored = m_storeParameter.run(key + valuesOf(parameter));
    if (!stored.ok()) return stored.status();
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<AlarmSettings>> SettingsTable::newest() {
  auto all = m_newest.read<AlarmSettings>();
  if (!all.ok()) return all;
  for (AlarmSettings& settings : *all)
    if (const auto status = readParameters(settings); !status.ok()) return status;
  return all;
}

absl::Status SettingsTable::readParameters(AlarmSettings& settings) {
  auto parameters =
      m_parameters.read<ParameterAlarms>({toSql(settings.patient), toSql(settings.revision)});
  if (!parameters.ok()) return parameters.status();
  settings.parameters = *std::move(parameters);
  return absl::OkStatus();
}

absl::StatusOr<std::uint64_t> SettingsTable::newestRevision() {
  const auto rows = m_newestRevision.rows();
  if (!rows.ok()) return rows.status();
  return rows->value(0).value(0).toULongLong();
}

}  // namespace vitalwall::storage
