// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <map>
#include <utility>

#include "apps/vitalwall/watch_keeper.h"
#include "models/ward.h"
#include "session/client_thread.h"

namespace vitalwall::integration {

/// A station without a window: the real client in its thread and the real models.
class Station {
 public:
  /// Begins to connect; `user` acknowledges.
  Station(const QString& server, const std::string& user) : Station(QStringList{server}, user) {}
  Station(const QStringList& servers, const std::string& user);

  const models::Ward& ward() const { return m_ward; }
  models::Ward& ward() { return m_ward; }
  session::RequestWriter writer() const { return m_client.writer(); }

  bool isLive() const { return m_ward.link().status().phase == models::LinkPhase::Live; }
  /// Every sentence on the link, in order.
  const QStringList& sentences() const { return m_sentences; }
  /// Patients whose snapshot came to its end, each time.
  int snapshotEnds() const { return m_snapshotEnds; }
  /// Samples of all waves, and how often a block did not join the one before it.
  std::size_t samples() const { return m_samples; }
  int waveJumps() const { return m_waveJumps; }
  /// How often an alarm came in a revision older than one before, which must never happen.
  int revisionsGoneBack() const { return m_revisionsGoneBack; }

  /// The alarm that has been active for longest, or nullptr.
  const models::AlarmRow* alarm() const;

  /// All active alarms as "id acknowledged-by", sorted.
  QStringList alarmList() const;

 private:
  void connectClient();
  void take(const Alert& alert);
  void takeMail();
  void follow(const WaveBlock& block);

  const SystemClock m_clock;
  models::Ward m_ward{m_clock};
  session::ClientThread m_client;
  station::WatchKeeper m_watch;
  QTimer m_frames;
  QStringList m_sentences;
  int m_snapshotEnds = 0;
  std::size_t m_samples = 0;
  int m_waveJumps = 0;
  int m_revisionsGoneBack = 0;
  std::map<AlertId, std::uint64_t> m_revisions;
  std::map<std::pair<PatientId, std::uint32_t>, std::uint64_t> m_nextSample;
};

}  // namespace vitalwall::integration
