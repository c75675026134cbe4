// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/slow_reader.h"

#include <chrono>
#include <string>
#include <utility>

#include "protocol/metadata.h"
#include "protocol/request_codec.h"

namespace vitalwall::probe {

/// Takes its time for every message.
class SlowReader::Ear final : public stream::StreamObserver {
 public:
  Ear(const std::vector<PatientId>& patients, int bytesPerSecond)
      : m_patients(patients), m_bytesPerSecond(bytesPerSecond) {}

  const std::shared_ptr<stream::Outbox>& outbox() const { return m_outbox; }

  /// It need not go on holding up anything.
  void release() {
    {
      const std::lock_guard lock(m_mutex);
      m_isReleased = true;
    }
    m_changed.notify_all();
  }
  bool hasEnded() const {
    const std::lock_guard lock(m_mutex);
    return m_hasEnded;
  }

  void onMetadata(const stream::Metadata&) override {
    for (const auto& patient : m_patients)
      static_cast<void>(m_outbox->push(
          protocol::encodeRequest({CommandId::random(), Subscribe{patient, std::nullopt}})));
  }
  void onMessage(std::string_view bytes) override {
    std::unique_lock lock(m_mutex);
    const auto isReleased = [this] { return m_isReleased; };
    if (m_bytesPerSecond == 0) return m_changed.wait(lock, isReleased);
    const auto micros = static_cast<std::int64_t>(bytes.size()) * 1'000'000 / m_bytesPerSecond;
    m_changed.wait_for(lock, std::chrono::microseconds(micros), isReleased);
  }
  void onWritten(bool ok) override { m_outbox->onWritten(ok); }
  void onDone(const absl::Status&) override {
    m_outbox->detach();
    const std::lock_guard lock(m_mutex);
    m_hasEnded = true;
  }

 private:
  const std::vector<PatientId> m_patients;
  const int m_bytesPerSecond;
  const std::shared_ptr<stream::Outbox> m_outbox = std::make_shared<stream::Outbox>();
  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  bool m_isReleased = false;
  bool m_hasEnded = false;
};

SlowReader::SlowReader(const std::string& target, std::vector<PatientId> patients,
                       int bytesPerSecond)
    : m_patients(std::move(patients)),
      m_bytesPerSecond(bytesPerSecond),
      m_transport(stream::makeGrpcTransport(target)) {}

SlowReader::~SlowReader() {
  if (!m_ear) return;
  m_stream->cancel();
  m_ear->release();
}

void SlowReader::keepOpen() {
  if (m_ear && !m_ear->hasEnded()) return;
  if (m_ear) ++m_ends;
  m_ear = std::make_shared<Ear>(m_patients, m_bytesPerSecond);
  m_stream = m_transport->openStream(
      std::string(protocol::kMonitorPatientsPath),
      {{std::string(protocol::kExtensionKey), std::string(protocol::kExtensionVersion)},
       {std::string(protocol::kUserKey), "slow"},
       {std::string(protocol::kStationKey), "slow"}});
  m_stream->start(m_ear);
  m_ear->outbox()->attach(m_stream);
}

}  // namespace vitalwall::probe
