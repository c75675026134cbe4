// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <functional>
#include <optional>

#include "domain/command.h"
#include "models/ward.h"
#include "ui/theme.h"
#include "ui/wall/flash.h"

class QMenu;
class QSplitter;
class QStackedWidget;

namespace vitalwall::ui {

class AlarmActions;
class AlarmStrip;
class BedDetail;
class CommandLine;
class ConnectionBanner;
class EventLogDock;
class LinkPanel;
class TopBar;
class WallBinder;
class WallWidget;

/// The station's window: top bar, alarm strip, the wall and beside it a bed's detail. Puts the
/// parts together and says what the user wants; knows nothing of the server. GUI thread.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// `ward` must outlive the window. `user` may be empty.
  MainWindow(const models::Ward& ward, const Theme& theme, const QString& user);
  ~MainWindow() override;

  /// Draws one frame of everything that moves.
  void drawFrame(FrameTime now);

  void openBed(PatientId patient);
  void closeBed();
  /// The bed whose detail is open.
  std::optional<PatientId> openedBed() const;

 Q_SIGNALS:
  /// A wish about alarms for the server, or for the station's own alarms.
  void commandRequested(const vitalwall::CommandBody& command);
  /// The station's sound.
  void audioPauseRequested(bool pause);
  /// The server's record of alarms, of the ward if no patient is given.
  void historyRequested(const std::optional<vitalwall::PatientId>& patient);
  void watchRequested(vitalwall::PatientId patient);
  void unwatchRequested(vitalwall::PatientId patient);
  void retryRequested();

 private:
  void build(const QString& user);
  void buildWall();
  void buildMenus();
  void buildStationMenu();
  void buildViewMenu();
  void buildHelpMenu();
  void connectParts();
  void connectAlarms();
  void addAction(QMenu& menu, const QString& text, const QKeySequence& keys,
                 const std::function<void()>& run);
  void showAlarms();
  void showWallOrHint();
  void choosePatients();
  void showLink();
  void openTile(int tile);

  const models::Ward& m_ward;
  const Theme m_theme;
  TopBar* m_topBar = nullptr;
  ConnectionBanner* m_banner = nullptr;
  AlarmStrip* m_alarmStrip = nullptr;
  QSplitter* m_splitter = nullptr;
  QStackedWidget* m_wallOrHint = nullptr;
  WallWidget* m_wall = nullptr;
  WallBinder* m_binder = nullptr;
  BedDetail* m_detail = nullptr;
  CommandLine* m_commands = nullptr;
  AlarmActions* m_alarmActions = nullptr;
  EventLogDock* m_events = nullptr;
  LinkPanel* m_linkPanel = nullptr;
  QList<QAction*> m_actions;  ///< all with a key, for the help
  SteadyTime m_bannerShownAt{};
};

}  // namespace vitalwall::ui
