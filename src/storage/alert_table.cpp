// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/alert_table.h"

#include "storage/record_columns.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::storage {
namespace {

/// Columns of an episode besides its acknowledgement, which only a claim sets.
const QStringList& factColumns() {
  static const QStringList columns =
      columnsOf<Alert>().first(columnsOf<Alert>().size() - columnsOf<Acknowledgement>().size());
  return columns;
}

QString upsertEpisode() {
  QStringList assignments;
  for (const QString& column : factColumns()) assignments.append(u"%1 = excluded.%1"_s.arg(column));
  return insertInto(u"episodes"_s, factColumns()) + u" ON CONFLICT (id) DO UPDATE SET "_s +
         commaList(assignments) + u" WHERE episodes.revision < excluded.revision"_s;
}

QString select(const QString& table, const QString& condition) {
  return selectFrom(table, columnsOf<Alert>()) + u" WHERE "_s + condition;
}

std::optional<LostAcknowledgement> lossOf(const Alert& alert,
                                          const std::optional<Acknowledgement>& inPlace) {
  if (!alert.acknowledged || !inPlace || alert.acknowledged == inPlace) return std::nullopt;
  return LostAcknowledgement{alert.id, *inPlace};
}

/// The acknowledgement of the one alert that was read, if any.
absl::StatusOr<std::optional<Acknowledgement>> acknowledgementOf(
    const absl::StatusOr<std::vector<Alert>>& found) {
  if (!found.ok()) return found.status();
  return found->empty() ? std::nullopt : found->front().acknowledged;
}

}  // namespace

AlertTable::AlertTable(const Connection& connection)
    : m_connection(connection),
      m_withdraw(connection,
                 u"UPDATE episodes SET acknowledged_by = NULL, acknowledged_at = NULL, "
                 "acknowledged_note = NULL WHERE id = ? AND revision < ? AND priority > ?"_s),
      m_storeEpisode(connection, upsertEpisode()),
      m_claim(connection,
              u"UPDATE episodes SET acknowledged_by = ?, acknowledged_at = ?, "
              "acknowledged_note = ? WHERE id = ? AND acknowledged_by IS NULL"_s),
      m_episode(connection, select(u"episodes"_s, u"id = ?"_s)),
      m_storeRevision(connection, insertInto(u"revisions"_s, columnsOf<Alert>()) +
                                      u" ON CONFLICT (id, revision) DO NOTHING"_s),
      m_revision(connection, select(u"revisions"_s, u"id = ? AND revision = ?"_s)),
      m_open(connection, select(u"episodes"_s, u"state <> 'inactive' ORDER BY raised_at, id"_s)),
      m_revisions(connection, select(u"revisions"_s, u"id = ? ORDER BY revision"_s)),
      m_newest(connection, u"SELECT MAX(revision) FROM episodes"_s) {}

absl::StatusOr<std::optional<LostAcknowledgement>> AlertTable::store(const Alert& alert) {
  const auto isNewer = storeEpisode(alert);
  if (!isNewer.ok()) return isNewer.status();
  const auto inPlace = *isNewer ? claim(alert) : storedWith(alert);
  if (!inPlace.ok()) return inPlace.status();
  if (!*isNewer) return lossOf(alert, *inPlace);
  Alert revision = alert;
  revision.acknowledged = *inPlace;
  const auto stored = m_storeRevision.run(valuesOf(revision));
  if (!stored.ok()) return stored.status();
  return lossOf(alert, *inPlace);
}

/// Everything but the acknowledgement. False when a revision as new is there.
absl::StatusOr<bool> AlertTable::storeEpisode(const Alert& alert) {
  const auto withdrawn =
      m_withdraw.run({toSql(alert.id), toSql(alert.revision), toSql(alert.priority)});
  if (!withdrawn.ok()) return withdrawn.status();
  QVariantList facts = valuesOf(alert);
  facts.resize(factColumns().size());
  const auto changed = m_storeEpisode.run(facts);
  if (!changed.ok()) return changed.status();
  return *changed > 0;
}

/// The acknowledgement of the episode after `alert` has brought its own, if it has one.
absl::StatusOr<std::optional<Acknowledgement>> AlertTable::claim(const Alert& alert) {
  if (alert.acknowledged) {
    const auto won = m_claim.run(valuesOf(*alert.acknowledged) << toSql(alert.id));
    if (!won.ok()) return won.status();
    if (*won > 0) return alert.acknowledged;
  }
  return acknowledgementOf(m_episode.read<Alert>({toSql(alert.id)}));
}

/// The acknowledgement with which this revision was stored; where it never was, that of the
/// episode.
absl::StatusOr<std::optional<Acknowledgement>> AlertTable::storedWith(const Alert& alert) {
  if (!alert.acknowledged) return std::nullopt;
  const auto same = m_revision.read<Alert>({toSql(alert.id), toSql(alert.revision)});
  if (!same.ok() || !same->empty()) return acknowledgementOf(same);
  return acknowledgementOf(m_episode.read<Alert>({toSql(alert.id)}));
}

absl::StatusOr<std::vector<Alert>> AlertTable::open() {
  return m_open.read<Alert>();
}

absl::StatusOr<std::vector<Alert>> AlertTable::episodes(const AlarmQuery& query) {
  QStringList conditions = {u"1 = 1"_s};
  QVariantList values;
  const auto add = [&](const QString& condition, const auto& value) {
    if (!value) return;
    conditions.append(condition);
    values.append(toSql(*value));
  };
  add(u"patient = ?"_s, query.patient);
  add(u"raised_at >= ?"_s, query.since);
  add(u"raised_at < ?"_s, query.before);
  if (query.after) {
    conditions.append(u"(raised_at, id) < (?, ?)"_s);
    values << toSql(query.after->raisedAt) << toSql(query.after->alert);
  }
  values.append(toSql(query.limit));
  Statement statement(m_connection, select(u"episodes"_s, conditions.join(u" AND "_s)) +
                                        u" ORDER BY raised_at DESC, id DESC LIMIT ?"_s);
  return statement.read<Alert>(values);
}

absl::StatusOr<std::vector<Alert>> AlertTable::revisions(AlertId alert) {
  return m_revisions.read<Alert>({toSql(alert)});
}

absl::StatusOr<std::uint64_t> AlertTable::newestRevision() {
  const auto rows = m_newest.rows();
  if (!rows.ok()) return rows.status();
  return rows->value(0).value(0).toULongLong();
}

}  // namespace vitalwall::storage
