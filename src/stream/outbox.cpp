// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/outbox.h"

#include <utility>

namespace vitalwall::stream {

Outbox::Outbox(std::size_t capacity) : m_capacity(capacity) {}

void Outbox::attach(std::shared_ptr<MonitorStream> stream) {
  const std::scoped_lock lock(m_mutex);
  m_stream = std::move(stream);
  m_waiting.clear();
  m_writing = false;
  m_state = State::Active;
}

void Outbox::detach() {
  const std::scoped_lock lock(m_mutex);
  m_stream.reset();
  m_waiting.clear();
  m_writing = false;
  m_state = State::Detached;
}

bool Outbox::push(std::string bytes) {
  std::unique_lock lock(m_mutex);
  if (m_state != State::Active || m_waiting.size() >= m_capacity) return false;
  m_waiting.push_back(std::move(bytes));
  pump(lock);
  return true;
}

void Outbox::drainAndClose() {
  std::unique_lock lock(m_mutex);
  if (m_state != State::Active) return;
  m_state = State::Draining;
  pump(lock);
}

void Outbox::onWritten(bool ok) {
  std::unique_lock lock(m_mutex);
  if (m_state == State::Detached) return;
  m_writing = false;
  if (ok) {
    pump(lock);
  } else {
    m_state = State::Failed;
    m_waiting.clear();
  }
}

std::size_t Outbox::waiting() const {
  const std::scoped_lock lock(m_mutex);
  return m_waiting.size();
}

bool Outbox::hasWrittenAll() const {
  const std::scoped_lock lock(m_mutex);
  return m_state != State::Detached && m_state != State::Failed && !m_writing && m_waiting.empty();
}

void Outbox::pump(std::unique_lock<std::mutex>& lock) {
  if (m_writing) return;
  if (!m_waiting.empty()) {
    writeNext(lock);
  } else if (m_state == State::Draining) {
    m_state = State::Closed;
    const auto stream = m_stream;
    lock.unlock();
    stream->halfClose();
  }
}

void Outbox::writeNext(std::unique_lock<std::mutex>& lock) {
  m_writing = true;
  auto bytes = std::move(m_waiting.front());
  m_waiting.pop_front();
  const auto stream = m_stream;
  // Outside the lock: a stream may answer at once, and m_writing keeps every other writer away.
  lock.unlock();
  stream->write(std::move(bytes));
}

}  // namespace vitalwall::stream
