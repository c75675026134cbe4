// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QSignalSpy>
#include <memory>
#include <string>
#include <vector>

#include "protocol/extended_encoder.h"
#include "protocol/metadata.h"
#include "protocol/request_codec.h"
#include "session/monitor_client.h"
#include "support/fake_transport.h"
#include "support/manual_clock.h"

namespace vitalwall::test {

inline const PatientId kAnna = PatientId::fromName("Anna");
inline const PatientId kBela = PatientId::fromName("Bela");
inline const AlertId kAlarm = AlertId::fromName("alarm");
inline constexpr std::uint64_t kEpoch = 7;

/// Runs what was posted to this thread's objects, and what that posts: Qt runs one generation a
/// call.
inline void settle() {
  for (int generation = 0; generation < 4; ++generation) QCoreApplication::sendPostedEvents();
}

inline stream::Metadata extendedServer() {
  return {{std::string(protocol::kExtensionKey), "1"}};
}

inline session::ClientOptions optionsFor(std::vector<PatientId> patients) {
  session::ClientOptions options;
  options.servers = {"monitor:50051"};
  options.station = "ICU desk";
  options.user = "J\u00fcrgen Wei\u00df";
  options.software = "tests";
  options.patients = std::move(patients);
  options.seed = 1;
  options.times.tick = std::chrono::hours(1);  // the test ticks itself
  options.times.drainLimit = milliseconds(20);
  return options;
}

inline Alert alertOf(PatientId patient, std::uint64_t revision, AlertId id = kAlarm) {
  Alert alert;
  alert.id = id;
  alert.patient = patient;
  alert.revision = revision;
  alert.parameter = mdc::kHeartRate;
  alert.message = "HR 134 > 120";
  return alert;
}

/// A MonitorClient in this thread on a fake transport and a clock in the test's hand. A test is the
/// script of the server's side.
class ScriptedStation {
 public:
  explicit ScriptedStation(session::ClientOptions options)
      : m_client(onFakes(std::move(options)), m_clock),
        m_statuses(&m_client, &session::MonitorClient::statusChanged) {}

  session::MonitorClient& client() { return m_client; }
  session::RequestWriter writer() const { return m_client.writer(); }
  FakeTransport& transport() { return *m_transport; }
  /// The servers that the client has asked for a channel to, in order; all are the same fake.
  const std::vector<std::string>& asked() const { return m_asked; }
  std::size_t channels() const { return m_asked.size(); }
  ManualClock& clock() { return *m_clock; }

  /// Starts, and the newest stream.
  FakeStream& start() {
    m_client.start();
    return stream();
  }
  FakeStream& stream() { return *m_transport->stream(m_transport->opened() - 1); }

  /// Until every patient is settled by an extended server without a directory.
  FakeStream& startLive(const std::vector<PatientId>& patients, std::uint64_t revision = 0) {
    auto& opened = start();
    bringLive(patients, revision);
    return opened;
  }
  void bringLive(const std::vector<PatientId>& patients, std::uint64_t revision = 0) {
    m_sequence = 0;
    stream().greet(extendedServer());
    // Those that were asked for earlier streams are open still.
    while (m_transport->answer(absl::UnimplementedError("no directory"))) {
    }
    settle();
    stream().finishAllWrites();
    for (const auto patient : patients)
      send(protocol::encodeSnapshotEnd({patient, {kEpoch, revision}, true}));
  }

  /// One extended message with the next sequence number.
  void send(const std::string& entries) {
    stream().deliver(protocol::encodeHead(kEpoch, ++m_sequence) + entries);
    settle();
  }
  /// A message is lost on the way.
  void skipMessage() { ++m_sequence; }

  void end(const absl::Status& status) {
    stream().end(status);
    settle();
  }

  /// Time passes, and the client looks at the clock.
  void pass(milliseconds time) {
    m_clock->advance(time);
    m_client.tick();
    settle();
  }

  /// Waits out the back-off, whatever it is.
  void passBackoff() { pass(std::chrono::seconds(4)); }

  session::ConnectionStatus status() const {
    return m_statuses.isEmpty() ? session::ConnectionStatus{}
                                : m_statuses.last().first().value<session::ConnectionStatus>();
  }
  session::LinkState state() const { return status().state; }

  /// Names of the states in order, repetitions left out.
  std::vector<session::LinkState> states() const {
    std::vector<session::LinkState> states;
    for (const auto& signal : m_statuses) {
      const auto state = signal.first().value<session::ConnectionStatus>().state;
      if (states.empty() || states.back() != state) states.push_back(state);
    }
    return states;
  }

  /// All that was written to the newest stream, with every write finished.
  std::vector<Command> commands() {
    stream().finishAllWrites();
    std::vector<Command> commands;
    for (const auto& bytes : stream().writes()) {
      const auto decoded = protocol::decodeRequest(bytes);
      if (decoded.ok() && std::holds_alternative<Command>(*decoded))
        commands.push_back(std::get<Command>(*decoded));
    }
    return commands;
  }
  template <typename Body>
  std::vector<Body> written() {
    std::vector<Body> bodies;
    for (const auto& command : commands())
      if (const auto* body = std::get_if<Body>(&command.body)) bodies.push_back(*body);
    return bodies;
  }

 private:
  session::ClientOptions onFakes(session::ClientOptions options) {
    options.transport = [this](const std::string& server) {
      m_asked.push_back(server);
      return m_transport;
    };
    return options;
  }

  std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>();
  std::shared_ptr<FakeTransport> m_transport = std::make_shared<FakeTransport>();
  std::vector<std::string> m_asked;
  session::MonitorClient m_client;
  QSignalSpy m_statuses;
  std::uint64_t m_sequence = 0;
};

/// The values of one signal, oldest first.
template <typename T>
std::vector<T> valuesOf(const QSignalSpy& spy) {
  std::vector<T> values;
  for (const auto& signal : spy) values.push_back(signal.first().value<T>());
  return values;
}

}  // namespace vitalwall::test
