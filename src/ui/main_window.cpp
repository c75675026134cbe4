// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include <QIcon>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/alarm_actions.h"
#include "ui/alarm_strip.h"
#include "ui/bed_detail.h"
#include "ui/command_line.h"
#include "ui/connection_banner.h"
#include "ui/event_log_dock.h"
#include "ui/link_panel.h"
#include "ui/top_bar.h"
#include "ui/wall/wall_widget.h"
#include "ui/wall_binder.h"
#include "ui/watch_dialog.h"

namespace vitalwall::ui {
namespace {

constexpr double kDetailShare = 0.29;
constexpr int kDetailLeast = 380;
constexpr int kDetailMost = 640;

}  // namespace

MainWindow::MainWindow(const models::Ward& ward, const Theme& theme, const QString& user)
    : m_ward(ward), m_theme(theme) {
  setWindowIcon(QIcon(QStringLiteral(":/icons/vitalwall.png")));
  build(user);
  m_alarmActions = new AlarmActions(m_ward, m_theme, *m_alarmStrip, *m_detail, *this);
  buildMenus();
  connectParts();
  connectAlarms();
  showWallOrHint();
  showAlarms();
  resize(1280, 800);
}

MainWindow::~MainWindow() = default;

void MainWindow::build(const QString& user) {
  auto* centre = new QWidget(this);
  auto* layout = new QVBoxLayout(centre);
  layout->setContentsMargins({});
  layout->setSpacing(0);
  layout->addWidget(m_topBar = new TopBar(m_ward, m_theme, user, centre));
  layout->addWidget(m_banner = new ConnectionBanner(m_ward.link(), m_theme, centre));
  layout->addWidget(m_alarmStrip = new AlarmStrip(m_ward, m_theme, centre));
  buildWall();
  m_detail = new BedDetail(m_ward, m_theme, centre);
  m_detail->hide();
  m_splitter = new QSplitter(centre);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->addWidget(m_wallOrHint);
  m_splitter->addWidget(m_detail);
  m_splitter->setStretchFactor(0, 1);
  layout->addWidget(m_splitter, 1);
  layout->addWidget(m_commands =
                        new CommandLine(m_ward.commands(), m_ward.clock(), m_theme, centre));
  setCentralWidget(centre);
  m_events = new EventLogDock(m_ward.events(), this);
  addDockWidget(Qt::BottomDockWidgetArea, m_events);
  m_events->hide();
  m_linkPanel = new LinkPanel(m_ward.link(), m_theme, this);
}

void MainWindow::buildWall() {
  m_wallOrHint = new QStackedWidget(this);
  m_wall = new WallWidget(m_theme, m_wallOrHint);
  m_wall->setAccessibleName(tr("Beds of the ward"));
  m_binder = new WallBinder(m_ward, *m_wall, m_theme, this);
  auto* hint = new QLabel(
      tr("No patient is watched.\n\nPress Ctrl+P to choose patients, or start the program with "
         "--patient and a patient's id."),
      m_wallOrHint);
  hint->setAlignment(Qt::AlignCenter);
  hint->setWordWrap(true);
  m_wallOrHint->addWidget(m_wall);
  m_wallOrHint->addWidget(hint);
}

void MainWindow::connectParts() {
  connect(m_banner, &ConnectionBanner::retryRequested, this, &MainWindow::retryRequested);
  connect(m_topBar, &TopBar::linkRequested, this, &MainWindow::showLink);
  connect(m_alarmStrip, &AlarmStrip::bedRequested, this, &MainWindow::openBed);
  connect(m_wall, &WallWidget::tileClicked, this, &MainWindow::openTile);
  connect(m_wall, &WallWidget::tileActivated, this, &MainWindow::openTile);
  connect(m_detail, &BedDetail::closeRequested, this, &MainWindow::closeBed);
  connect(&m_ward.beds(), &QAbstractItemModel::rowsInserted, this, &MainWindow::showWallOrHint);
  connect(&m_ward.beds(), &QAbstractItemModel::rowsRemoved, this, &MainWindow::showWallOrHint);
}

void MainWindow::connectAlarms() {
  connect(m_topBar, &TopBar::acknowledgeRequested, m_alarmActions, &AlarmActions::acknowledge);
  connect(m_topBar, &TopBar::audioToggleRequested, m_alarmActions, &AlarmActions::togglePause);
  connect(m_alarmStrip, &AlarmStrip::selectionChanged, this, &MainWindow::showAlarms);
  connect(m_detail, &BedDetail::acknowledgeRequested, this, [this](AlertId alert) {
    Q_EMIT commandRequested(Acknowledge{alert, {}});
  });
  connect(m_detail, &BedDetail::commandRequested, this, &MainWindow::commandRequested);
  connect(m_alarmActions, &AlarmActions::commandRequested, this, &MainWindow::commandRequested);
  connect(m_alarmActions, &AlarmActions::audioPauseRequested, this,
          &MainWindow::audioPauseRequested);
  connect(m_alarmActions, &AlarmActions::historyRequested, this, &MainWindow::historyRequested);
  connect(m_alarmActions, &AlarmActions::bedRequested, this, &MainWindow::openBed);
}

void MainWindow::drawFrame(FrameTime now) {
  if (m_wall->isVisible()) m_binder->frame(now);
  m_alarmStrip->onFrame(now);
  m_detail->onFrame(now);
  m_topBar->onFrameDrawn(now);
  if (now - m_bannerShownAt < std::chrono::seconds(1)) return;
  m_bannerShownAt = now;
  m_banner->refresh();
  m_commands->refresh();
}

void MainWindow::openBed(PatientId patient) {
  if (m_ward.beds().rowOf(patient) < 0) return;
  m_binder->setSelected(patient);
  m_wall->setCurrentTile(m_ward.beds().rowOf(patient));
  m_detail->open(patient);
  if (m_detail->isVisible()) return;
  m_detail->show();
  const int detailWidth = std::clamp(qRound(width() * kDetailShare), kDetailLeast, kDetailMost);
  m_splitter->setSizes({width() - detailWidth, detailWidth});
}

void MainWindow::closeBed() {
  m_binder->setSelected(std::nullopt);
  m_detail->hide();
  m_detail->close();
}

std::optional<PatientId> MainWindow::openedBed() const {
  return m_detail->patient();
}

/// What the button acknowledges, and in the title how many alarms wait: a task bar shows that, so
/// it names no patient.
void MainWindow::showAlarms() {
  const auto* row = m_alarmStrip->selected();
  const bool isOpen = row && row->alert.needsAttention();
  m_topBar->setAcknowledgeTarget(isOpen ? m_ward.beds().labelOf(row->alert.patient) : QString());
  m_topBar->setAcknowledgeEnabled(m_ward.alarms().rowCount() > 0);
  const int waiting = m_alarmStrip->unanswered();
  setWindowTitle(waiting > 0 ? tr("(%1) Vitalwall").arg(waiting) : tr("Vitalwall"));
}

void MainWindow::showWallOrHint() {
  const bool hasBeds = m_ward.beds().rowCount() > 0;
  m_wallOrHint->setCurrentIndex(hasBeds ? 0 : 1);
}

void MainWindow::choosePatients() {
  WatchDialog dialog(m_ward, this);
  connect(&dialog, &WatchDialog::watchRequested, this, &MainWindow::watchRequested);
  connect(&dialog, &WatchDialog::unwatchRequested, this, &MainWindow::unwatchRequested);
  dialog.exec();
}

void MainWindow::showLink() {
  m_linkPanel->show();
  m_linkPanel->raise();
}

void MainWindow::openTile(int tile) {
  if (tile < m_ward.beds().rowCount()) openBed(m_ward.beds().bed(tile).id());
}

}  // namespace vitalwall::ui
