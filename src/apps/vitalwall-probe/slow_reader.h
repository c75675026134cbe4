// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "domain/ids.h"
#include "stream/outbox.h"
#include "stream/transport.h"

namespace vitalwall::probe {

/// A station that reads so slowly that the server has to protect itself: it holds up the library's
/// reading thread, on purpose. Opens a new stream when one has ended. One thread, except for the
/// library's.
class SlowReader {
 public:
  /// `bytesPerSecond` 0: it reads nothing at all.
  SlowReader(const std::string& target, std::vector<PatientId> patients, int bytesPerSecond);
  ~SlowReader();

  SlowReader(const SlowReader&) = delete;
  SlowReader& operator=(const SlowReader&) = delete;

  /// Opens a stream if there is none. Now and then.
  void keepOpen();

  /// How often the server has ended a stream.
  std::uint64_t ends() const { return m_ends; }

 private:
  class Ear;

  const std::vector<PatientId> m_patients;
  const int m_bytesPerSecond;
  const std::shared_ptr<stream::Transport> m_transport;
  std::shared_ptr<Ear> m_ear;
  std::shared_ptr<stream::MonitorStream> m_stream;
  std::uint64_t m_ends = 0;
};

}  // namespace vitalwall::probe
