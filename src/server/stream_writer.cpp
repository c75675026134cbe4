// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stream_writer.h"

#include <utility>

namespace vitalwall::server {

StreamWriter::StreamWriter(std::shared_ptr<ServerStream> stream, OutgoingQueue queue,
                           const Clock& clock, ServerCounters& counters)
    : m_stream(std::move(stream)),
      m_clock(clock),
      m_counters(counters),
      m_queue(std::move(queue)) {}

void StreamWriter::send(Outgoing outgoing) {
  const Lock lock(m_mutex);
  if (m_state != State::Open) return;
  if (m_queue.add(std::move(outgoing))) return pump(lock);
  ++m_counters.slowStreams;
  finish(lock, absl::ResourceExhaustedError(
                   "the station does not read its alarms fast enough; reconnect for a snapshot"));
}

bool StreamWriter::pass(const SharedBytes& batch, const SharedBytes& heartbeat) {
  const Lock lock(m_mutex);
  if (m_state != State::Open) return true;
  if (m_writing) return false;
  auto frame = m_queue.pass(batch, heartbeat);
  if (!frame) return false;
  write(lock, std::move(*frame));
  return true;
}

void StreamWriter::forget(PatientId patient) {
  const Lock lock(m_mutex);
  m_queue.forget(patient);
}

void StreamWriter::requestRead() {
  const Lock lock(m_mutex);
  m_readWanted = true;
  pump(lock);
}

void StreamWriter::onWritten(bool ok) {
  const Lock lock(m_mutex);
  m_writing = false;
  if (ok)
    ++m_counters.messages;
  else
    finish(lock, absl::UnavailableError("the connection to the station is broken"));
  pump(lock);
}

void StreamWriter::drain() {
  const Lock lock(m_mutex);
  if (m_state != State::Open) return;
  m_state = State::Draining;
  pump(lock);
}

void StreamWriter::finish(const absl::Status& status) {
  const Lock lock(m_mutex);
  finish(lock, status);
}

void StreamWriter::onDone() {
  const Lock lock(m_mutex);
  m_state = State::Done;
}

void StreamWriter::watch() {
  const SteadyTime now = m_clock.steadyNow();
  bool breakOff = false;
  {
    const Lock lock(m_mutex);
    if (!isEnded() && m_writing && now - m_writeStartedAt >= kStuckWrite) {
      ++m_counters.slowStreams;
      finish(lock, absl::ResourceExhaustedError(
                       "the station has not read for 5 s; reconnect for a snapshot"));
    }
    breakOff = mustBreakOff(lock, now);
  }
  // Outside the lock: cancelling wakes callbacks that may want it.
  if (breakOff) m_stream->cancel();
}

bool StreamWriter::isDone() const {
  const Lock lock(m_mutex);
  return m_state == State::Done;
}

absl::Status StreamWriter::endStatus() const {
  const Lock lock(m_mutex);
  return m_endStatus;
}

void StreamWriter::pump(const Lock& lock) {
  if (isEnded()) return;
  if (!m_writing && !m_queue.isEmpty()) write(lock, m_queue.take());
  if (!m_writing && m_state == State::Draining) return finish(lock, absl::OkStatus());
  if (m_readWanted && m_queue.urgentCount() <= kReadThreshold) {
    m_readWanted = false;
    m_stream->read();
  }
}

void StreamWriter::write(const Lock&, Frame frame) {
  m_writing = true;
  m_writeStartedAt = m_clock.steadyNow();
  m_stream->write(std::move(frame));
}

void StreamWriter::finish(const Lock&, const absl::Status& status) {
  if (isEnded()) return;
  m_state = State::Finished;
  m_finishedAt = m_clock.steadyNow();
  m_endStatus = status;
  m_stream->finish(status);
}

bool StreamWriter::mustBreakOff(const Lock&, SteadyTime now) {
  if (m_state != State::Finished || now - m_finishedAt < kEndGrace) return false;
  return !std::exchange(m_brokenOff, true);
}

}  // namespace vitalwall::server
