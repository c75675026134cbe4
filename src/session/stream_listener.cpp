// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/stream_listener.h"

#include <string>
#include <utility>

#include "protocol/metadata.h"

namespace vitalwall::session {

namespace {
/// As old as this count vitals whose age is not known yet: shown, but not as current ones.
constexpr milliseconds kUnknownAge{3000};
}  // namespace

/// Sorts one event: into the mailbox, or among those that go to the client's thread. What tells of
/// the link goes past the meter.
struct StreamListener::Sorter {
  StreamListener& listener;
  Delivery& delivery;
  SteadyTime receivedAt;

  void operator()(Vitals&& vitals) const {
    listener.m_meter->noteVitals(vitals, receivedAt);
    listener.post(std::move(vitals), delivery.epoch != 0, receivedAt);
  }
  void operator()(WaveBlock&& block) const {
    listener.m_mailbox->post(std::move(block), receivedAt);
  }
  void operator()(ServerHeartbeat&& beat) const {
    listener.m_meter->noteHeartbeat(beat, receivedAt);
  }
  void operator()(CommandResult&& result) const {
    if (listener.m_meter->noteAnswer(result, receivedAt))
      listener.postAgeless();
    else
      delivery.events.emplace_back(std::move(result));
  }
  void operator()(auto&& other) const {
    delivery.events.emplace_back(std::forward<decltype(other)>(other));
  }
};

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
    std::visit(Sorter{*this, delivery, receivedAt}, std::move(event));
  if (delivery.events.empty()) return;
  m_gate->post([&sink = m_sink, delivery = std::move(delivery)] { sink.onDelivery(delivery); });
}

void StreamListener::post(Vitals vitals, bool isTimed, SteadyTime receivedAt) {
  if (!isTimed) return m_mailbox->post(ReceivedVitals{std::move(vitals), receivedAt, std::nullopt});
  const auto asOf = m_meter->earliest(vitals.sourceTime, receivedAt);
  if (asOf)
    m_ageless.erase(vitals.patient);
  else
    m_ageless.insert_or_assign(vitals.patient, ReceivedVitals{vitals, receivedAt, std::nullopt});
  m_mailbox->post(
      ReceivedVitals{std::move(vitals), receivedAt, asOf.value_or(receivedAt - kUnknownAge)});
}

void StreamListener::postAgeless() {
  for (auto& [patient, received] : std::exchange(m_ageless, {}))
    post(std::move(received.vitals), true, received.receivedAt);
}

void StreamListener::onWritten(bool ok) {
  if (ok && !m_hasWritten.exchange(true)) m_gate->post([&sink = m_sink] { sink.onReached(); });
  m_outbox->onWritten(ok);
}

void StreamListener::onDone(const absl::Status& status) {
  m_gate->post([&sink = m_sink, status] { sink.onEnded(status); });
}

}  // namespace vitalwall::session
