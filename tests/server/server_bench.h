// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "patient_monitor.pb.h"
#include "protocol/request_codec.h"
#include "protocol/response_decoder.h"
#include "server/fake_source.h"
#include "server/monitor_server.h"
#include "server/raw_client.h"
#include "storage/alarm_record.h"
#include "support/undelayed_rules.h"

namespace vitalwall::test {

/// What a station of ours says of itself.
inline const RawClient::Metadata kExtended{{"vitalwall-extension", "1"}, {"vitalwall-user", "Ann"}};

/// A ward of which the first patient has a tachycardia, and which gives a lot of waves.
class BusyWard final : public Source {
 public:
  explicit BusyWard(int patients) {
    for (int i = 0; i < patients; ++i)
      m_patients.push_back(patientNamed("patient " + std::to_string(i)));
  }

  std::string_view name() const override { return "busy"; }
  const std::vector<Patient>& patients() const override { return m_patients; }

  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override {
    for (const auto& patient : m_patients) {
      const bool isFirst = &patient == &m_patients.front();
      if (now >= m_nextVitals) sink.onVitals(heartRateOf(patient, isFirst ? 134 : 80, wallNow));
      sink.onWave({patient.id, 0, m_sample, wallNow, std::vector<std::int16_t>(1000, 1)});
    }
    m_sample += 1000;
    if (now >= m_nextVitals) m_nextVitals = now + std::chrono::seconds(1);
  }

 private:
  std::vector<Patient> m_patients;
  std::uint64_t m_sample = 0;
  SteadyTime m_nextVitals = SteadyTime::min();
};

/// A running server in this process, and its log.
class ServerBench {
 public:
  explicit ServerBench(int patients = 3) {
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(std::make_unique<BusyWard>(patients));
    m_patients = sources[0]->patients();
    m_server = std::make_unique<server::MonitorServer>(
        server::MonitorServerOptions{.rules = undelayedRules(),
                                     .record = storage::openMemoryRecord,
                                     .log = [this](std::string_view line) { keep(line); }},
        std::move(sources), m_clock);
    address = m_server->start().value();
  }

  server::MonitorServer& monitorServer() { return *m_server; }
  const Patient& patient(std::size_t index) const { return m_patients[index]; }

  /// Waits for a log line that contains `part`.
  bool isLogged(const std::string& part) {
    std::unique_lock lock(m_mutex);
    return m_logged.wait_for(lock, std::chrono::seconds(20), [this, &part] {
      return std::any_of(m_lines.begin(), m_lines.end(), [&part](const std::string& line) {
        return line.find(part) != std::string::npos;
      });
    });
  }

  std::string address;

 private:
  void keep(std::string_view line) {
    const std::lock_guard lock(m_mutex);
    m_lines.emplace_back(line);
    m_logged.notify_all();
  }

  const SystemClock m_clock;
  std::mutex m_mutex;
  std::condition_variable m_logged;
  std::vector<std::string> m_lines;
  std::vector<Patient> m_patients;
  std::unique_ptr<server::MonitorServer> m_server;
};

/// The bytes of a request.
inline std::string request(CommandBody body, CommandId id = {}) {
  return protocol::encodeRequest({id, std::move(body)});
}

/// The bytes of a subscription to an id that may be none.
inline std::string subscribeText(const std::string& id) {
  PatientMonitorRequest message;
  message.mutable_subscribe()->set_patient_id(id);
  return message.SerializeAsString();
}

/// Reads until an event of this kind comes; nothing when the stream is over.
template <typename Event>
std::optional<Event> awaitEvent(RawClient& client) {
  while (const auto bytes = client.read()) {
    const auto decoded = protocol::decodeResponse(*bytes, {});
    if (!decoded.ok()) return std::nullopt;
    for (const auto& event : decoded->events)
      if (const auto* found = std::get_if<Event>(&event)) return *found;
  }
  return std::nullopt;
}

}  // namespace vitalwall::test
