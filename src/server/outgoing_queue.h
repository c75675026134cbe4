// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

#include "domain/ids.h"
#include "server/counters.h"
#include "server/frame.h"

namespace vitalwall::server {

/// How messages go out: many entries in one numbered message, or one message a write for plain
/// clients.
enum class Framing : std::uint8_t { Batched, Single };

/// Never dropped, never reordered. A message can hold many entries but only one command result and
/// one snapshot end.
enum class UrgentKind : std::uint8_t { Entry, CommandResult, SnapshotEnd };

struct UrgentMessage {
  SharedBytes bytes;
  UrgentKind kind = UrgentKind::Entry;
};

struct VitalsMessage {
  PatientId patient;
  SharedBytes bytes;
};

/// What one moment adds to a stream.
struct Outgoing {
  std::vector<UrgentMessage> urgent;  ///< alerts, orders, command results, snapshot ends
  std::vector<VitalsMessage> vitals;
  std::vector<SharedBytes> waves;  ///< of one tick
  SharedBytes heartbeat;           ///< may be null

  bool isEmpty() const { return urgent.empty() && vitals.empty() && waves.empty() && !heartbeat; }
};

/// What waits for a stream whose write is in flight. Bounded: urgent messages by a refusal, vitals
/// by conflation (the newest per patient), waves by age. Not thread-safe.
class OutgoingQueue {
 public:
  static constexpr std::size_t kUrgentCapacity = 1024;
  static constexpr std::size_t kWaveTicks = 25;        ///< about 1 s
  static constexpr std::size_t kFrameBytes = 1 << 20;  ///< below gRPC's usual 4 MB
  /// Of vitals and waves that had to wait: the next alarm waits for no more than the message before
  /// it, a quarter of a second at 1 Mbit/s.
  static constexpr std::size_t kLateBytes = std::size_t{32} * 1024;

  /// `epoch` numbers batched messages; `counters` must outlive the queue.
  OutgoingQueue(Framing framing, std::uint64_t epoch, ServerCounters& counters);

  /// False when the urgent messages do not fit: the stream cannot be told the truth any more.
  [[nodiscard]] bool add(Outgoing outgoing);

  /// A finished batch of a tick and a heartbeat, one of which may be null, as a message of its own,
  /// past the queue. Nothing if something waits, since there is an order to keep and something to
  /// conflate then, or if it is too much for one message. Batched framing only.
  std::optional<Frame> pass(const SharedBytes& batch, const SharedBytes& heartbeat);

  /// Drops what waits of the patient's vitals.
  void forget(PatientId patient);

  /// The next message, urgent first. The queue must not be empty.
  Frame take();

  bool isEmpty() const;
  std::size_t urgentCount() const { return m_urgent.size(); }

 private:
  void addVitals(VitalsMessage message);
  void addWaves(std::vector<SharedBytes> waves);
  Frame takeSingle();
  Frame takeBatch();
  void takeUrgent(Frame& frame, std::size_t& bytes);
  void takeVitals(Frame& frame, std::size_t& bytes);
  void takeWaves(Frame& frame, std::size_t bytes);

  const Framing m_framing;
  const std::uint64_t m_epoch;
  ServerCounters& m_counters;
  std::uint64_t m_sequence = 0;
  std::deque<UrgentMessage> m_urgent;
  std::deque<PatientId> m_vitalsOrder;
  std::unordered_map<PatientId, SharedBytes> m_vitals;
  std::deque<std::vector<SharedBytes>> m_waves;
  SharedBytes m_heartbeat;
};

}  // namespace vitalwall::server
