// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of MainWindow: every action with its key.
#include <QMenu>
#include <QMenuBar>

#include "ui/about_dialog.h"
#include "ui/alarm_actions.h"
#include "ui/event_log_dock.h"
#include "ui/main_window.h"
#include "ui/shortcut_help.h"

namespace vitalwall::ui {

void MainWindow::buildMenus() {
  buildStationMenu();
  m_actions << m_alarmActions->addTo(*menuBar()->addMenu(tr("&Alarms")));
  buildViewMenu();
  buildHelpMenu();
}

void MainWindow::buildStationMenu() {
  auto& menu = *menuBar()->addMenu(tr("&Station"));
  addAction(menu, tr("&Patients\u2026"), QKeySequence(Qt::CTRL | Qt::Key_P),
            [this] { choosePatients(); });
  addAction(menu, tr("&Reconnect now"), QKeySequence(Qt::CTRL | Qt::Key_R),
            [this] { Q_EMIT retryRequested(); });
  addAction(menu, tr("&Link"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] { showLink(); });
  menu.addSeparator();
  addAction(menu, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::buildViewMenu() {
  auto& menu = *menuBar()->addMenu(tr("&View"));
  addAction(menu, tr("&Close the bed's detail"), QKeySequence(Qt::Key_Escape),
            [this] { closeBed(); });
  auto* events = m_events->toggleViewAction();
  events->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
  menu.addAction(events);
  m_actions << events;
  addAction(menu, tr("&Full screen"), QKeySequence(Qt::Key_F11),
            [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void MainWindow::buildHelpMenu() {
  auto& menu = *menuBar()->addMenu(tr("&Help"));
  addAction(menu, tr("&Keys"), QKeySequence(Qt::Key_F1),
            [this] { ShortcutHelp(m_actions, this).exec(); });
  addAction(menu, tr("&About Vitalwall"), {}, [this] { showAbout(this); });
}

void MainWindow::addAction(QMenu& menu, const QString& text, const QKeySequence& keys,
                           const std::function<void()>& run) {
  auto* action = menu.addAction(text);
  action->setShortcut(keys);
  connect(action, &QAction::triggered, this, run);
  m_actions << action;
}

}  // namespace vitalwall::ui
