// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

#include "apps/vitalwall/alarm_commands.h"
#include "apps/vitalwall/embedded_ward.h"
#include "apps/vitalwall/history_desk.h"
#include "apps/vitalwall/station_options.h"
#include "apps/vitalwall/station_sound.h"
#include "apps/vitalwall/watch_keeper.h"
#include "models/ward.h"
#include "session/client_thread.h"
#include "ui/frame_clock.h"
#include "ui/main_window.h"

namespace vitalwall::station {

/// The station put together: the client's signals feed the ward's models, the frame clock empties
/// the mailbox into them and draws, the window's wishes go to the request writer, the alarms to the
/// sound. GUI thread.
class StationApp : public QObject {
  Q_OBJECT

 public:
  /// `embedded` may be null if the options name a server.
  StationApp(StationOptions options, std::shared_ptr<const Clock> clock,
             std::unique_ptr<EmbeddedWard> embedded);

  /// Shows the window and begins to connect.
  void start();

  /// What the station knows.
  const models::Ward& ward() const { return m_ward; }

 private:
  session::ClientOptions clientOptions() const;
  void connectClient();
  void connectAlarms();
  void connectWindow();
  void startSound();
  void onFrame(bool visible);
  void openWantedBed();
  void schedule();
  void takeScreenshot();

  const StationOptions m_options;
  const std::shared_ptr<const Clock> m_clock;
  // Destroyed from the bottom up: the client thread before all that its signals reach, and the
  // embedded server after the last call to it.
  const std::unique_ptr<EmbeddedWard> m_embedded;
  models::Ward m_ward;
  ui::MainWindow m_window;
  ui::FrameClock m_frames;
  session::ClientThread m_client;
  WatchKeeper m_watch;
  AlarmCommands m_alarms;
  HistoryDesk m_history;
  std::unique_ptr<StationSound> m_sound;  ///< null without sound
  const std::shared_ptr<session::Mailbox> m_mailbox;
  const std::shared_ptr<session::LinkMeter> m_meter;
};

}  // namespace vitalwall::station
