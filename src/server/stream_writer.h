// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>

#include "domain/clock.h"
#include "server/outgoing_queue.h"
#include "server/server_stream.h"

namespace vitalwall::server {

/// The only one that reads from, writes to and ends a ServerStream. Any thread adds; one write is
/// in flight; the end comes once. Every operation is decided and started under one lock.
class StreamWriter {
 public:
  /// A write that the peer does not take within this time ends the stream.
  static constexpr std::chrono::seconds kStuckWrite{5};
  /// How long an ended stream waits for a peer that wakes up to read why, behind what gRPC already
  /// holds for it; then it is broken off, which the peer sees as CANCELLED.
  static constexpr std::chrono::seconds kEndGrace{5};
  /// Requests are not read while more urgent messages than this wait: a peer that asks faster than
  /// it listens waits for its answers.
  static constexpr std::size_t kReadThreshold = 256;

  /// `clock` must outlive the writer.
  StreamWriter(std::shared_ptr<ServerStream> stream, OutgoingQueue queue, const Clock& clock,
               ServerCounters& counters);

  /// Queues `outgoing`, and writes it at once if nothing is in flight. Ends the stream with
  /// RESOURCE_EXHAUSTED when urgent messages do not fit. Ignored after the end.
  void send(Outgoing outgoing);

  /// Writes a finished batch and a heartbeat, one of which may be null, at once. False, and nothing
  /// done, if they would have to wait: then send() the parts. True, and ignored, after the end.
  [[nodiscard]] bool pass(const SharedBytes& batch, const SharedBytes& heartbeat);

  void forget(PatientId patient);

  /// Asks for the next request as soon as the answers so far are mostly taken.
  void requestRead();

  /// The write in flight is done; false means that the stream is broken.
  void onWritten(bool ok);

  /// Writes what waits, then ends with OK. Nothing is taken any more.
  void drain();

  /// Ends now; what waits is forgotten. Only the first end counts.
  void finish(const absl::Status& status);

  /// The stream is gone.
  void onDone();

  /// Ends a stream whose write is stuck, and breaks off one that does not end. To be called
  /// regularly.
  void watch();

  bool isDone() const;
  /// How the stream ended; OK while it has not.
  absl::Status endStatus() const;

 private:
  enum class State { Open, Draining, Finished, Done };
  using Lock = std::unique_lock<std::mutex>;

  bool isEnded() const { return m_state == State::Finished || m_state == State::Done; }
  void pump(const Lock& lock);
  void write(const Lock& lock, Frame frame);
  void finish(const Lock& lock, const absl::Status& status);
  bool mustBreakOff(const Lock& lock, SteadyTime now);

  const std::shared_ptr<ServerStream> m_stream;
  const Clock& m_clock;
  ServerCounters& m_counters;
  mutable std::mutex m_mutex;
  OutgoingQueue m_queue;
  State m_state = State::Open;
  bool m_writing = false;
  bool m_readWanted = false;
  bool m_brokenOff = false;
  SteadyTime m_writeStartedAt{};
  SteadyTime m_finishedAt{};
  absl::Status m_endStatus;
};

}  // namespace vitalwall::server
