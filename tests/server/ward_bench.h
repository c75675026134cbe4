// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "protocol/response_decoder.h"
#include "server/directory.h"
#include "server/fake_keeper.h"
#include "server/fake_server_stream.h"
#include "server/fake_source.h"
#include "server/manual_executor.h"
#include "server/station_session.h"
#include "support/manual_clock.h"
#include "support/undelayed_rules.h"

namespace vitalwall::test {

inline const Patient kAda = patientNamed("Ada");
inline const Patient kBob = patientNamed("Bob");

/// A ward with one scripted source and everything that sessions need, on the test's thread.
class WardBench {
 public:
  explicit WardBench(std::vector<Patient> patients, std::size_t maxPatients = 1000)
      : maxPatientsPerStream(maxPatients),
        alarms({kEpoch, undelayedRules(), bedsOf(patients)}, hub, log, counters, clock),
        ward(makeWard(std::move(patients))) {
    alarms.setKeeper(keeper);
  }

  server::SessionContext context() {
    return {ward, alarms, executor, log, counters, clock, maxPatientsPerStream};
  }

  /// The source gives these vitals at the next tick of the ward.
  void measure(const Patient& patient, std::optional<double> heartRate) {
    script.vitals.push_back(heartRateOf(patient, heartRate, clock.wallNow()));
  }

  /// The sources give, and what follows from it is done.
  void tick() {
    ward.tick();
    executor.runAll();
  }

  static constexpr std::uint64_t kEpoch = 42;

  const std::size_t maxPatientsPerStream;
  ManualClock clock;
  ManualExecutor executor;
  server::ServerCounters counters;
  std::vector<std::string> lines;  ///< of the log
  server::ServerLog log{[this](std::string_view line) { lines.emplace_back(line); }, clock};
  Script script;
  FakeKeeper keeper{executor};
  server::Hub hub;
  server::AlarmCentral alarms;
  server::Ward ward;

 private:
  static std::vector<alarms::MonitoredBed> bedsOf(const std::vector<Patient>& patients) {
    std::vector<alarms::MonitoredBed> beds;
    for (const auto& patient : patients) beds.push_back({patient, "fake"});
    return beds;
  }

  server::Ward makeWard(std::vector<Patient> patients) {
    std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(std::make_unique<FakeSource>(std::move(patients), script));
    auto directory = *server::makeDirectory(sources);
    return {std::move(sources), std::move(directory), alarms, hub, clock, log};
  }
};

/// A session on a fake stream, and the station at its other end.
class StationBench {
 public:
  StationBench(WardBench& ward, server::Dialect dialect, std::string person = "Ann")
      : m_ward(ward),
        session(std::make_shared<server::StationSession>(
            ward.context(), stream, server::Peer{dialect, std::move(person), "127.0.0.1:5"})) {
    session->start();
  }
  ~StationBench() { session->detach(); }

  StationBench(const StationBench&) = delete;
  StationBench& operator=(const StationBench&) = delete;

  /// The station sends a request, and the ward handles it. False if nobody reads.
  bool send(const std::string& bytes) {
    if (!stream->takeRead()) return false;
    session->onMessage(bytes);
    m_ward.executor.runAll();
    return true;
  }
  bool send(CommandBody body, CommandId id = {}) {
    return send(protocol::encodeRequest({id, std::move(body)}));
  }

  void halfClose() {
    stream->takeRead();
    session->onHalfClosed();
    m_ward.executor.runAll();
  }

  /// The sources give, and the tick ends.
  void tick() {
    m_ward.tick();
    session->endTick();
  }

  /// Takes everything that is written, and returns its events in order.
  std::vector<ServerEvent> receive() {
    std::vector<ServerEvent> events;
    while (const auto bytes = stream->takeWrite()) {
      session->onWritten(true);
      const auto decoded = protocol::decodeResponse(*bytes, {});
      if (!decoded.ok()) continue;
      ++messages;
      events.insert(events.end(), decoded->events.begin(), decoded->events.end());
    }
    return events;
  }

 private:
  WardBench& m_ward;

 public:
  std::shared_ptr<FakeServerStream> stream = std::make_shared<FakeServerStream>();
  std::shared_ptr<server::StationSession> session;
  int messages = 0;  ///< received so far
};

/// The events of one kind.
template <typename Event>
std::vector<Event> only(const std::vector<ServerEvent>& events) {
  std::vector<Event> found;
  for (const auto& event : events)
    if (const auto* one = std::get_if<Event>(&event)) found.push_back(*one);
  return found;
}

/// One word per event, for comparison.
inline QString describe(const std::vector<ServerEvent>& events) {
  struct Words {
    QString operator()(const Vitals& vitals) const {
      const Numeric* rate = vitals.find(mdc::kHeartRate);
      if (!rate) return QStringLiteral("vitals");
      return rate->value ? QStringLiteral("HR%1").arg(*rate->value) : QStringLiteral("HR-");
    }
    QString operator()(const WaveBlock& block) const {
      return QStringLiteral("wave%1").arg(block.firstSample);
    }
    QString operator()(const Alert& alert) const {
      return (alert.isActive() ? alert.acknowledged ? QStringLiteral("acknowledged(%1)")
                                                    : QStringLiteral("alert(%1)")
                               : QStringLiteral("cleared(%1)"))
          .arg(QString::fromStdString(alert.message));
    }
    QString operator()(const AlarmSettings&) const { return QStringLiteral("settings"); }
    QString operator()(const Order& order) const {
      return QStringLiteral("order(%1)").arg(QString::fromStdString(order.description));
    }
    QString operator()(const CommandResult& result) const {
      return QStringLiteral("result%1").arg(static_cast<int>(result.outcome));
    }
    QString operator()(const ServerHeartbeat&) const { return QStringLiteral("beat"); }
    QString operator()(const SnapshotEnd& end) const {
      return end.complete ? QStringLiteral("end") : QStringLiteral("replayed");
    }
    QString operator()(const Notice& notice) const {
      return QStringLiteral("notice(%1)").arg(QString::fromStdString(notice.message));
    }
  };
  QStringList words;
  for (const auto& event : events) words += std::visit(Words{}, event);
  return words.join(QLatin1Char(' '));
}

}  // namespace vitalwall::test
