// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <utility>

#include "protocol/alarm_history_codec.h"
#include "server/grpc_bytes.h"
#include "server/grpc_services.h"

namespace vitalwall::server {
namespace {

/// A unary call that is answered later, from the ward executor. When the executor stops before, the
/// call is ended by the last owner, so that the server's shutdown never waits for it.
class PendingAnswer {
 public:
  PendingAnswer(grpc::ServerUnaryReactor& reactor, grpc::ByteBuffer& response)
      : m_reactor(reactor), m_response(response) {}
  ~PendingAnswer() {
    if (!m_isFinished) finish(absl::UnavailableError("the server is shutting down"));
  }
  PendingAnswer(const PendingAnswer&) = delete;
  PendingAnswer& operator=(const PendingAnswer&) = delete;

  void finish(const absl::StatusOr<std::string>& bytes) {
    m_isFinished = true;
    if (bytes.ok()) m_response = toByteBuffer({*bytes, {}, {}});
    m_reactor.Finish(toGrpcStatus(bytes.status()));
  }

 private:
  grpc::ServerUnaryReactor& m_reactor;
  grpc::ByteBuffer& m_response;
  bool m_isFinished = false;
};

/// The page that `listing` asked for: one episode more was read, to know whether there is a next.
std::string pageOf(const protocol::AlarmListing& listing, std::vector<Alert> alerts) {
  protocol::AlarmPage page{.alerts = std::move(alerts), .next = {}};
  if (page.alerts.size() > listing.query.limit) {
    page.alerts.resize(listing.query.limit);
    page.next = AlarmPlace{page.alerts.back().raisedAt, page.alerts.back().id};
  }
  return protocol::encodeAlarmPage(page);
}

AlarmQuery queryOf(const protocol::AlarmListing& listing) {
  AlarmQuery query = listing.query;
  query.after = listing.after;
  ++query.limit;
  return query;
}

void post(Executor& executor, const std::shared_ptr<PendingAnswer>& answer, Executor::Task task) {
  if (!executor.post(std::move(task)))
    answer->finish(absl::ResourceExhaustedError("the server is overloaded; try again"));
}

}  // namespace

grpc::ServerUnaryReactor* AlarmHistoryService::ListAlarms(grpc::CallbackServerContext* call,
                                                          const grpc::ByteBuffer* request,
                                                          grpc::ByteBuffer* response) {
  auto* reactor = call->DefaultReactor();
  const auto answer = std::make_shared<PendingAnswer>(*reactor, *response);
  const auto listing = protocol::decodeAlarmListing(toBytes(*request));
  if (!listing.ok()) {
    answer->finish(listing.status());
    return reactor;
  }
  post(m_executor, answer, [this, answer, listing = *listing] {
    m_keeper.query(queryOf(listing), [answer, listing](const auto& alerts) {
      if (!alerts.ok()) return answer->finish(alerts.status());
      answer->finish(pageOf(listing, *alerts));
    });
  });
  return reactor;
}

grpc::ServerUnaryReactor* AlarmHistoryService::ListRevisions(grpc::CallbackServerContext* call,
                                                             const grpc::ByteBuffer* request,
                                                             grpc::ByteBuffer* response) {
  auto* reactor = call->DefaultReactor();
  const auto answer = std::make_shared<PendingAnswer>(*reactor, *response);
  const auto alert = protocol::decodeRevisionListing(toBytes(*request));
  if (!alert.ok()) {
    answer->finish(alert.status());
    return reactor;
  }
  post(m_executor, answer, [this, answer, alert = *alert] {
    m_keeper.revisions(alert, [answer](const auto& revisions) {
      if (!revisions.ok()) return answer->finish(revisions.status());
      answer->finish(protocol::encodeRevisions(*revisions));
    });
  });
  return reactor;
}

}  // namespace vitalwall::server
