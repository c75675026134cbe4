// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/stream_listener.h"

#include <string>
#include <utility>

#include "protocol/metadata.h"

namespace vitalwall::session {

namespace {
/// Sorts one event: into the mailbox, or among those that go to the client's thread. What tells of
/// the link goes past the meter.
struct Sorter {
  Mailbox& mailbox;
  LinkMeter& meter;
  std::vector<OrderedEvent>& rest;
  SteadyTime receivedAt;

  void operator()(Vitals&& vitals) const {
    meter.noteVitals(vitals, receivedAt);
    mailbox.post(std::move(vitals), receivedAt);
  }
  void operator()(WaveBlock&& block) const { mailbox.post(std::move(block), receivedAt); }
  void operator()(ServerHeartbeat&& beat) const { meter.noteHeartbeat(beat, receivedAt); }
  void operator()(CommandResult&& result) const {
    if (!meter.noteAnswer(result, receivedAt)) rest.emplace_back(std::move(result));
  }
  void operator()(auto&& other) const { rest.emplace_back(std::forward<decltype(other)>(other)); }
};
}  // namespace

StreamListener::StreamListener(std::shared_ptr<ThreadGate> gate, LinkSink& sink,
                               std::shared_ptr<Mailbox> mailbox,
                               std::shared_ptr<stream::Outbox> outbox,
                               std::shared_ptr<LinkMeter> meter, std::shared_ptr<const Clock> clock)
    : m_gate(std::move(gate)),
      m_sink(sink),
      m_mailbox(std::move(mailbox)),
      m_outbox(std::move(outbox)),
      m_meter(std::move(meter)),
      m_clock(std::move(clock)),
      m_lastHeard(m_clock->steadyNow()) {}

void StreamListener::onMetadata(const stream::Metadata& metadata) {
  m_lastHeard = m_clock->steadyNow();
  const bool extended = metadata.contains(std::string(protocol::kExtensionKey));
  m_gate->post([&sink = m_sink, extended] { sink.onServerMet(extended); });
}

void StreamListener::onMessage(std::string_view bytes) {
  const auto now = m_clock->steadyNow();
  auto response = protocol::decodeResponse(bytes, m_clock->wallNow());
  if (!response.ok()) {
    response = protocol::DecodedResponse{};
    response->events.push_back(Notice{{}, "The server sent a message that cannot be read."});
  }
  m_lastHeard = now;
  m_hasMessage = true;
  checkSequence(*response);
  deliver(*std::move(response), now);
}

void StreamListener::checkSequence(const protocol::DecodedResponse& response) {
  if (response.epoch == 0) return;
  const bool isFirst = m_epoch == 0;
  const auto expected = m_sequence + 1;
  const bool follows = response.epoch == m_epoch && response.sequence == expected;
  m_epoch = response.epoch;
  m_sequence = response.sequence;
  if (isFirst || follows) return;
  m_meter->noteLoss(m_sequence > expected ? m_sequence - expected : 1);
  m_gate->post([&sink = m_sink] { sink.onLoss(); });
}

void StreamListener::deliver(protocol::DecodedResponse response, SteadyTime receivedAt) {
  Delivery delivery{response.epoch, {}};
  for (auto& event : response.events)
    std::visit(Sorter{*m_mailbox, *m_meter, delivery.events, receivedAt}, std::move(event));
  if (delivery.events.empty()) return;
  m_gate->post([&sink = m_sink, delivery = std::move(delivery)] { sink.onDelivery(delivery); });
}

void StreamListener::onWritten(bool ok) {
  if (ok && !m_hasWritten.exchange(true)) m_gate->post([&sink = m_sink] { sink.onReached(); });
  m_outbox->onWritten(ok);
}

void StreamListener::onDone(const absl::Status& status) {
  m_gate->post([&sink = m_sink, status] { sink.onEnded(status); });
}

}  // namespace vitalwall::session
