// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

#include "models/ward.h"
#include "session/client_thread.h"

namespace vitalwall::station {

/// Fetches the server's record of alarms into the ward's history and says how it goes. A new
/// question replaces the one that is under way. GUI thread.
class HistoryDesk : public QObject {
  Q_OBJECT

 public:
  /// The newest episodes of one question.
  static constexpr std::size_t kMostEpisodes = 5000;

  /// Both must outlive this.
  HistoryDesk(models::Ward& ward, session::ClientThread& client);

  /// Of one patient, or of all that the server monitors.
  void ask(const std::optional<PatientId>& patient);

 private:
  void onReceived(session::QueryId id, const std::vector<Alert>& episodes);
  void onFailed(session::QueryId id, const QString& sentence);

  models::Ward& m_ward;
  session::ClientThread& m_client;
  std::optional<session::QueryId> m_open;
};

}  // namespace vitalwall::station
