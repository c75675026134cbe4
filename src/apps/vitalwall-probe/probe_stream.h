// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <set>

#include "apps/vitalwall-probe/contract_checker.h"
#include "apps/vitalwall-probe/event_printer.h"
#include "apps/vitalwall-probe/inbox.h"
#include "apps/vitalwall-probe/probe_options.h"
#include "stream/outbox.h"
#include "stream/transport.h"

namespace vitalwall::probe {

/// One MonitorPatients stream of the probe: says hello, subscribes, gives commands, half-closes,
/// and has everything that arrives checked and printed. All calls on the probe's own thread.
class ProbeStream {
 public:
  /// What outlives every stream of a run.
  struct Surroundings {
    const ProbeOptions& options;
    const Clock& clock;
    stream::Transport& transport;
    std::shared_ptr<Inbox> inbox;
    EventPrinter& printer;
  };

  /// Opens stream `number` and watches `patients` on it.
  ProbeStream(std::size_t number, std::vector<PatientId> patients, Surroundings around);

  void handle(const Arrival& arrival);

  /// Once a second: the station's sign of life.
  void onSecond();

  /// Reports what is overdue. Call after all that has arrived was handled.
  void onTime(SteadyTime now) { m_checker.onTime(now); }

  /// Asks for the end; goes on reading until it comes. Once is enough.
  void halfClose();

  /// Gives up waiting for an end that does not come.
  void cancel() { m_stream->cancel(); }

  bool hasEnded() const { return m_end.has_value(); }
  /// The end came though nobody asked for it; the status says why.
  bool endedEarly() const { return m_end && !m_halfClosed; }
  const absl::Status& end() const { return *m_end; }
  std::uint64_t messages() const { return m_messages; }
  const ContractChecker& checker() const { return m_checker; }

 private:
  void on(const Connected& connected, Moment at);
  void on(const Received& received, Moment at);
  void on(const Ended& ended, Moment at);
  void readPlain(const std::string& bytes, Moment at);
  void readExtended(const std::string& bytes, Moment at);
  void greet();
  void subscribeAll();
  void acknowledge(AlertId alert);
  bool wantsAcknowledged(AlertId alert) const;
  void giveCommands();
  CommandId send(CommandBody body);

  const std::vector<PatientId> m_patients;
  const Surroundings m_around;
  ContractChecker m_checker;
  std::shared_ptr<stream::Outbox> m_outbox = std::make_shared<stream::Outbox>();
  std::shared_ptr<stream::MonitorStream> m_stream;
  std::optional<absl::Status> m_end;
  std::uint64_t m_messages = 0;
  std::set<AlertId> m_acknowledged;
  bool m_isExtended = false;
  bool m_halfClosed = false;
};

}  // namespace vitalwall::probe
