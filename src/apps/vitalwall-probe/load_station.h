// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <map>
#include <optional>

#include "domain/delay_histogram.h"
#include "session/monitor_client.h"

namespace vitalwall::probe {

/// What one station of a load, or all of them, lived through.
struct LoadFigures {
  DelayHistogram age;  ///< of vitals at their arrival; true if this machine is the server's
  std::uint64_t vitals = 0;
  std::uint64_t samples = 0;
  std::uint64_t missingSamples = 0;  ///< between two blocks of one connection
  std::uint64_t lostMessages = 0;
  std::uint64_t outages = 0;
  milliseconds slowestStart{};  ///< from the first attempt to live
  milliseconds longestOutage{};

  void merge(const LoadFigures& other);
};

/// One station of a load: the product's own client without windows, which reconnects and resumes as
/// every station does. One thread, with an event loop.
class LoadStation : public QObject {
  Q_OBJECT

 public:
  LoadStation(session::ClientOptions options, std::shared_ptr<const Clock> clock);

  void start();

  /// Takes what has arrived. As often as a frame would.
  void drain();

  bool isLive() const { return m_status.state == session::LinkState::Live; }
  /// Why it is not live.
  const QString& sentence() const { return m_status.sentence; }
  const LoadFigures& figures() const { return m_figures; }

 private:
  using Channel = std::pair<PatientId, std::uint32_t>;

  void follow(const session::ConnectionStatus& status);
  void follow(const WaveBlock& block);

  const std::shared_ptr<const Clock> m_clock;
  session::MonitorClient m_client;
  session::ConnectionStatus m_status;
  LoadFigures m_figures;
  std::optional<SteadyTime> m_lostAt;  ///< while it is not live
  bool m_wasLive = false;
  std::map<Channel, std::uint64_t> m_nextSample;  ///< of this connection
};

}  // namespace vitalwall::probe
