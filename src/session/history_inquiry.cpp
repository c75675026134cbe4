// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/history_inquiry.h"

#include <iterator>
#include <utility>

#include "protocol/metadata.h"
#include "session/status_words.h"

namespace vitalwall::session {

namespace {
/// Bytes of a server as what `decode` makes of them.
template <typename Value>
absl::StatusOr<Value> decoded(const absl::StatusOr<std::string>& bytes,
                              absl::StatusOr<Value> (*decode)(std::string_view)) {
  if (!bytes.ok()) return bytes.status();
  return decode(*bytes);
}

absl::Status noConnection() {
  return absl::UnavailableError("there is no connection");
}
}  // namespace

HistoryInquiry::HistoryInquiry(std::shared_ptr<ThreadGate> gate, milliseconds deadline,
                               HistoryReports reports)
    : m_gate(std::move(gate)), m_deadline(deadline), m_reports(std::move(reports)) {}

void HistoryInquiry::askEpisodes(const std::shared_ptr<stream::Transport>& transport, QueryId id,
                                 const AlarmQuery& query) {
  m_open[id] = {transport, query, {}};
  askPage(id, std::nullopt);
}

void HistoryInquiry::askRevisions(const std::shared_ptr<stream::Transport>& transport, QueryId id,
                                  AlertId alert) {
  m_open[id] = {transport, {}, {}};
  if (!transport) return fail(id, noConnection());
  transport->callUnary(std::string(protocol::kListRevisionsPath),
                       protocol::encodeRevisionListing(alert), m_deadline,
                       [this, id, gate = m_gate](const absl::StatusOr<std::string>& bytes) {
                         gate->post([this, id, answer = decoded(bytes, protocol::decodeRevisions)] {
                           onRevisions(id, answer);
                         });
                       });
}

void HistoryInquiry::askPage(QueryId id, const std::optional<protocol::AlarmPlace>& after) {
  const auto& question = m_open.at(id);
  const auto transport = question.transport.lock();
  if (!transport) return fail(id, noConnection());
  protocol::AlarmListing listing{question.query, after};
  listing.query.limit -= question.alerts.size();
  transport->callUnary(std::string(protocol::kListAlarmsPath),
                       protocol::encodeAlarmListing(listing), m_deadline,
                       [this, id, gate = m_gate](const absl::StatusOr<std::string>& bytes) {
                         gate->post([this, id, answer = decoded(bytes, protocol::decodeAlarmPage)] {
                           onPage(id, answer);
                         });
                       });
}

void HistoryInquiry::onPage(QueryId id, absl::StatusOr<protocol::AlarmPage> page) {
  const auto found = m_open.find(id);
  if (found == m_open.end()) return;
  if (!page.ok()) return fail(id, page.status());
  auto& [transport, query, alerts] = found->second;
  const bool isEmpty = page->alerts.empty();
  std::ranges::move(page->alerts, std::back_inserter(alerts));
  // A page without episodes ends it too: a server that promises more for ever is not followed.
  if (page->next && !isEmpty && alerts.size() < query.limit) return askPage(id, page->next);
  if (alerts.size() > query.limit) alerts.resize(query.limit);
  const auto answer = std::move(alerts);
  m_open.erase(found);
  m_reports.received(id, answer);
}

void HistoryInquiry::onRevisions(QueryId id, const absl::StatusOr<std::vector<Alert>>& revisions) {
  if (!m_open.contains(id)) return;
  if (!revisions.ok()) return fail(id, revisions.status());
  m_open.erase(id);
  m_reports.received(id, *revisions);
}

void HistoryInquiry::fail(QueryId id, const absl::Status& status) {
  m_open.erase(id);
  m_reports.failed(id, historyFailedWords(status));
}

}  // namespace vitalwall::session
