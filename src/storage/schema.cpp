// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema.h"

#include "domain/concat.h"
#include "storage/statement.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::storage {
namespace {

constexpr const char* kVersionKey = "schema_version";

/// Of an alert, in its newest revision (episodes) and in each (revisions).
const QString kAlertColumns =
    u"id TEXT NOT NULL, patient TEXT NOT NULL, revision BIGINT NOT NULL, kind TEXT NOT NULL, "
    "priority SMALLINT NOT NULL, condition BIGINT NOT NULL, parameter BIGINT NOT NULL, "
    "value DOUBLE PRECISION, crossed_limit DOUBLE PRECISION, unit BIGINT NOT NULL, "
    "message TEXT NOT NULL, state TEXT NOT NULL, cause TEXT NOT NULL, changed_by TEXT NOT NULL, "
    "raised_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, alert_group TEXT NOT NULL, "
    "acknowledged_by TEXT, acknowledged_at BIGINT, acknowledged_note TEXT"_s;

const QString kOrderColumns =
    u"id TEXT NOT NULL, patient TEXT NOT NULL, description TEXT NOT NULL, status TEXT NOT NULL, "
    "changed_by TEXT NOT NULL, changed_at BIGINT NOT NULL"_s;

const QString kSettingsColumns =
    u"patient TEXT NOT NULL, revision BIGINT NOT NULL, profile TEXT NOT NULL, "
    "audio_paused_by TEXT, audio_paused_at BIGINT, audio_paused_until BIGINT, "
    "alarms_paused_by TEXT, alarms_paused_at BIGINT, alarms_paused_until BIGINT, "
    "news2_scale2 SMALLINT NOT NULL, news2_supplemental_oxygen SMALLINT, "
    "news2_consciousness TEXT, changed_by TEXT NOT NULL, changed_at BIGINT NOT NULL"_s;

const QString kParameterColumns =
    u"patient TEXT NOT NULL, revision BIGINT NOT NULL, position SMALLINT NOT NULL, "
    "parameter BIGINT NOT NULL, limit_low DOUBLE PRECISION, limit_high DOUBLE PRECISION, "
    "limit_extreme_low DOUBLE PRECISION, limit_extreme_high DOUBLE PRECISION, "
    "default_low DOUBLE PRECISION, default_high DOUBLE PRECISION, "
    "default_extreme_low DOUBLE PRECISION, default_extreme_high DOUBLE PRECISION, "
    "off_reason TEXT, off_by TEXT, off_at BIGINT"_s;

const QString kAuditColumns =
    u"at BIGINT NOT NULL, action TEXT NOT NULL, person TEXT NOT NULL, station TEXT NOT NULL, "
    "patient TEXT, alert TEXT, command TEXT, detail TEXT NOT NULL"_s;

QStringList alertTables() {
  return {u"CREATE TABLE episodes (%1, PRIMARY KEY (id))"_s.arg(kAlertColumns),
          u"CREATE INDEX episodes_open ON episodes (state) WHERE state <> 'inactive'"_s,
          u"CREATE INDEX episodes_of_patient ON episodes (patient, raised_at)"_s,
          u"CREATE INDEX episodes_by_time ON episodes (raised_at)"_s,
          u"CREATE INDEX episodes_by_revision ON episodes (revision)"_s,
          u"CREATE TABLE revisions (%1, PRIMARY KEY (id, revision), "
          "FOREIGN KEY (id) REFERENCES episodes (id))"_s.arg(kAlertColumns)};
}

QStringList settingsTables() {
  return {u"CREATE TABLE settings (%1, PRIMARY KEY (patient, revision))"_s.arg(kSettingsColumns),
          u"CREATE INDEX settings_by_revision ON settings (revision)"_s,
          u"CREATE TABLE settings_parameters (%1, PRIMARY KEY (patient, revision, position), "
          "FOREIGN KEY (patient, revision) REFERENCES settings (patient, revision))"_s.arg(
              kParameterColumns)};
}

QStringList otherTables(const QString& identity) {
  return {u"CREATE TABLE orders (%1, PRIMARY KEY (id))"_s.arg(kOrderColumns),
          u"CREATE TABLE order_history (sequence %1, %2)"_s.arg(identity, kOrderColumns),
          u"CREATE TABLE audit (sequence %1, %2)"_s.arg(identity, kAuditColumns),
          u"CREATE INDEX audit_by_time ON audit (at)"_s,
          u"CREATE TABLE commands (sequence %1, id TEXT NOT NULL UNIQUE, outcome TEXT NOT NULL, "
          "message TEXT NOT NULL, answered_by TEXT NOT NULL, answered_at BIGINT NOT NULL)"_s.arg(
              identity)};
}

QStringList versionOne(const SqlDialect& dialect) {
  QStringList statements = {
      u"CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"_s,
      u"INSERT INTO meta (name, value) VALUES ('%1', '0')"_s.arg(QLatin1String(kVersionKey))};
  statements += alertTables() + settingsTables() + otherTables(dialect.identityColumn());
  for (const auto& table :
       {u"revisions"_s, u"settings"_s, u"settings_parameters"_s, u"order_history"_s, u"audit"_s})
    statements += dialect.makeAppendOnly(table);
  return statements;
}

absl::Status runStep(Connection& connection, const Migration& step) {
  Transaction transaction(connection);
  if (auto status = transaction.begin(); !status.ok()) return status;
  if (auto status = connection.executeAll(step.statements); !status.ok()) return status;
  Statement setVersion(connection, u"UPDATE meta SET value = ? WHERE name = ?"_s);
  const auto changed = setVersion.run({QString::number(step.version), QLatin1String(kVersionKey)});
  if (!changed.ok()) return changed.status();
  return transaction.commit();
}

}  // namespace

std::vector<Migration> migrations(const SqlDialect& dialect) {
  return {{1, versionOne(dialect)}};
}

absl::StatusOr<int> schemaVersion(Connection& connection) {
  const QStringList tables = connection.tables();
  if (tables.isEmpty()) return 0;
  const auto foreign =
      absl::DataLossError(concat("The database ", connection.place(), " is not an alarm record."));
  if (!tables.contains(u"meta"_s)) return foreign;
  Statement version(connection, u"SELECT value FROM meta WHERE name = ?"_s);
  const auto rows = version.rows({QLatin1String(kVersionKey)});
  if (!rows.ok()) return rows.status();
  const int number = rows->value(0).value(0).toInt();
  if (number < 1) return foreign;
  return number;
}

absl::Status migrate(Connection& connection, std::span<const Migration> steps) {
  const auto version = schemaVersion(connection);
  if (!version.ok()) return version.status();
  const int known = steps.back().version;
  if (*version > known)
    return absl::FailedPreconditionError(
        concat("The alarm record ", connection.place(), " is of version ", *version,
               ", written by a newer Vitalwall; this one knows versions up to ", known, "."));
  for (const Migration& step : steps)
    if (step.version > *version)
      if (auto status = runStep(connection, step); !status.ok()) return status;
  return absl::OkStatus();
}

}  // namespace vitalwall::storage
