// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <vector>

#include <absl/status/statusor.h>

#include "domain/clock.h"
#include "domain/server_event.h"
#include "protocol/response_decoder.h"
#include "session/link_meter.h"
#include "session/mailbox.h"
#include "session/thread_gate.h"
#include "stream/outbox.h"

namespace vitalwall::session {

/// What must never be conflated, dropped or reordered: it goes past the mailbox.
using OrderedEvent = std::variant<Alert, AlarmSettings, Order, CommandResult, SnapshotEnd, Notice>;

/// The ordered events of one message.
struct Delivery {
  std::uint64_t epoch = 0;
  std::vector<OrderedEvent> events;
};

/// What the client's thread learns of its stream; every call comes there, in order.
class LinkSink {
 public:
  virtual ~LinkSink() = default;

  /// The server answers: a request is on its way to it, or it has spoken. May come twice.
  virtual void onReached() = 0;

  /// The server's metadata: whether it speaks the extension. Before any delivery.
  virtual void onServerMet(bool extended) = 0;

  virtual void onDelivery(const Delivery& delivery) = 0;

  /// Messages are missing before the next delivery.
  virtual void onLoss() = 0;

  /// The directory's answer to this stream's question; not after the stream has ended.
  virtual void onDirectory(const absl::StatusOr<std::vector<Patient>>& patients) = 0;

  /// The end of the stream; nothing comes after it.
  virtual void onEnded(const absl::Status& status) = 0;
};

/// Observes one stream on the library's threads: decodes, puts vitals and waves in the mailbox and
/// posts the rest to the client's thread. A message of vitals and waves posts nothing at all.
class StreamListener final : public stream::StreamObserver {
 public:
  /// `sink` lives in the gate's target and is only used through the gate.
  StreamListener(std::shared_ptr<ThreadGate> gate, LinkSink& sink, std::shared_ptr<Mailbox> mailbox,
                 std::shared_ptr<stream::Outbox> outbox, std::shared_ptr<LinkMeter> meter,
                 std::shared_ptr<const Clock> clock);

  void onMetadata(const stream::Metadata& metadata) override;
  void onMessage(std::string_view bytes) override;
  void onWritten(bool ok) override;
  void onDone(const absl::Status& status) override;

  /// When the server was last heard; the beginning if never. Any thread.
  SteadyTime lastHeard() const { return m_lastHeard; }

  /// Whether any message has arrived. Any thread.
  bool hasMessage() const { return m_hasMessage; }

 private:
  struct Sorter;

  void post(Vitals vitals, bool isTimed, SteadyTime receivedAt);
  void postAgeless();
  void checkSequence(const protocol::DecodedResponse& response);
  void deliver(protocol::DecodedResponse response, SteadyTime receivedAt);

  const std::shared_ptr<ThreadGate> m_gate;
  LinkSink& m_sink;
  const std::shared_ptr<Mailbox> m_mailbox;
  const std::shared_ptr<stream::Outbox> m_outbox;
  const std::shared_ptr<LinkMeter> m_meter;
  const std::shared_ptr<const Clock> m_clock;

  std::atomic<SteadyTime> m_lastHeard;
  std::atomic<bool> m_hasMessage = false;
  std::atomic<bool> m_hasWritten = false;
  // Only touched by onMessage, which is never called twice at a time.
  std::uint64_t m_epoch = 0;
  std::uint64_t m_sequence = 0;
  /// Vitals whose age could not be known yet, the newest per patient.
  std::map<PatientId, ReceivedVitals> m_ageless;
};

}  // namespace vitalwall::session
