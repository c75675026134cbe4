// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outgoing_queue.h"

#include <algorithm>
#include <utility>

#include "protocol/extended_encoder.h"

namespace vitalwall::server {

OutgoingQueue::OutgoingQueue(Framing framing, std::uint64_t epoch, ServerCounters& counters)
    : m_framing(framing), m_epoch(epoch), m_counters(counters) {}

std::optional<Frame> OutgoingQueue::pass(const SharedBytes& batch, const SharedBytes& heartbeat) {
  if (!isEmpty() || (batch && batch->size() > kFrameBytes)) return std::nullopt;
  Frame frame{protocol::encodeHead(m_epoch, ++m_sequence), {}, batch};
  if (heartbeat) frame.entries.push_back(heartbeat);
  return frame;
}

bool OutgoingQueue::add(Outgoing outgoing) {
  if (m_urgent.size() + outgoing.urgent.size() > kUrgentCapacity) return false;
  std::move(outgoing.urgent.begin(), outgoing.urgent.end(), std::back_inserter(m_urgent));
  for (auto& message : outgoing.vitals) addVitals(std::move(message));
  if (!outgoing.waves.empty()) addWaves(std::move(outgoing.waves));
  if (outgoing.heartbeat) m_heartbeat = std::move(outgoing.heartbeat);
  return true;
}

void OutgoingQueue::addVitals(VitalsMessage message) {
  const auto [waiting, isNew] = m_vitals.try_emplace(message.patient, message.bytes);
  if (isNew) {
    m_vitalsOrder.push_back(message.patient);
    return;
  }
  waiting->second = std::move(message.bytes);
  ++m_counters.conflatedVitals;
}

void OutgoingQueue::addWaves(std::vector<SharedBytes> waves) {
  m_waves.push_back(std::move(waves));
  if (m_waves.size() <= kWaveTicks) return;
  m_waves.pop_front();
  ++m_counters.droppedWaveTicks;
}

void OutgoingQueue::forget(PatientId patient) {
  if (m_vitals.erase(patient) > 0) std::erase(m_vitalsOrder, patient);
}

bool OutgoingQueue::isEmpty() const {
  return m_urgent.empty() && m_vitals.empty() && m_waves.empty() && !m_heartbeat;
}

Frame OutgoingQueue::take() {
  return m_framing == Framing::Single ? takeSingle() : takeBatch();
}

Frame OutgoingQueue::takeSingle() {
  Frame frame;
  if (!m_urgent.empty()) {
    frame.entries.push_back(std::move(m_urgent.front().bytes));
    m_urgent.pop_front();
    return frame;
  }
  frame.entries.push_back(std::move(m_vitals.extract(m_vitalsOrder.front()).mapped()));
  m_vitalsOrder.pop_front();
  return frame;
}

/// Vitals go out with the first message after them, so they never come after the snapshot end of
/// their patient.
Frame OutgoingQueue::takeBatch() {
  Frame frame{protocol::encodeHead(m_epoch, ++m_sequence), {}, nullptr};
  std::size_t bytes = frame.head.size();
  takeUrgent(frame, bytes);
  takeVitals(frame, bytes);
  takeWaves(frame, bytes);
  if (m_heartbeat) frame.entries.push_back(std::exchange(m_heartbeat, nullptr));
  return frame;
}

/// Stops before a second command result and after a snapshot end: as singular fields they would
/// merge with the first, and what follows a snapshot end must be read after it.
void OutgoingQueue::takeUrgent(Frame& frame, std::size_t& bytes) {
  bool hasResult = false;
  while (!m_urgent.empty() && bytes < kFrameBytes) {
    UrgentMessage& next = m_urgent.front();
    if (next.kind == UrgentKind::CommandResult && std::exchange(hasResult, true)) return;
    const bool isEnd = next.kind == UrgentKind::SnapshotEnd;
    bytes += next.bytes->size();
    frame.entries.push_back(std::move(next.bytes));
    m_urgent.pop_front();
    if (isEnd) return;
  }
}

void OutgoingQueue::takeVitals(Frame& frame, std::size_t& bytes) {
  while (!m_vitalsOrder.empty() && bytes < kLateBytes) {
    frame.entries.push_back(std::move(m_vitals.extract(m_vitalsOrder.front()).mapped()));
    bytes += frame.entries.back()->size();
    m_vitalsOrder.pop_front();
  }
}

void OutgoingQueue::takeWaves(Frame& frame, std::size_t bytes) {
  while (!m_waves.empty() && bytes < kLateBytes) {
    for (auto& entry : m_waves.front()) {
      bytes += entry->size();
      frame.entries.push_back(std::move(entry));
    }
    m_waves.pop_front();
  }
}

}  // namespace vitalwall::server
