// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall/station_app.h"

#include <QApplication>
#include <QPixmap>
#include <QStandardPaths>
#include <QTimer>
#include <cstdio>

#include "apps/vitalwall/link_words.h"
#include "apps/vitalwall/ward_text.h"
#include "sound/audio_output.h"

namespace vitalwall::station {
namespace {

using namespace std::chrono_literals;

void printWard(const models::Ward& ward) {
  std::fputs(wardText(ward).toUtf8().constData(), stdout);
  std::fputc('\n', stdout);
  std::fflush(stdout);
}

}  // namespace

StationApp::StationApp(StationOptions options, std::shared_ptr<const Clock> clock,
                       std::unique_ptr<EmbeddedWard> embedded)
    : m_options(std::move(options)),
      m_clock(std::move(clock)),
      m_embedded(std::move(embedded)),
      m_ward(*m_clock),
      m_window(m_ward, m_options.theme, m_options.user),
      m_frames(m_window),
      m_client(clientOptions(), m_clock),
      m_watch(m_ward, m_client.writer(), m_options.patients.empty()),
      m_alarms(m_ward, m_client.writer(), m_options.user),
      m_history(m_ward, m_client),
      m_mailbox(m_client.mailbox()),
      m_meter(m_client.meter()) {
  connectClient();
  connectAlarms();
  connectWindow();
  startSound();
}

void StationApp::start() {
  if (m_embedded)
    for (const auto& notice : m_embedded->notices()) m_ward.apply(Notice{{}, notice});
  for (const auto patient : m_options.patients) m_watch.watch(patient);
  if (m_options.size.isValid()) {
    m_window.resize(m_options.size);
    m_window.show();
  } else {
    m_window.showMaximized();
  }
  schedule();
  m_client.start();
}

session::ClientOptions StationApp::clientOptions() const {
  session::ClientOptions options;
  options.servers.clear();
  for (const auto& server : m_embedded ? QStringList{m_embedded->address()} : m_options.servers)
    options.servers.push_back(server.toStdString());
  options.station = m_options.station.toStdString();
  options.user = m_options.user.toStdString();
  options.software = "vitalwall " + QCoreApplication::applicationVersion().toStdString();
  if (!m_embedded)  // which ends with this program
    options.journal =
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation).toStdString();
  options.watchAll = false;  // who is watched is WatchKeeper's to decide
  return options;
}

void StationApp::connectClient() {
  using session::MonitorClient;
  const auto* client = &m_client.client();
  connect(client, &MonitorClient::statusChanged, &m_ward,
          [this](const session::ConnectionStatus& status) {
            auto link = toModel(status);
            if (m_embedded) link.servers = {link.server = tr("built-in server")};
            m_ward.setLink(link);
          });
  connect(client, &MonitorClient::linkMeasured, &m_ward, &models::Ward::setLinkFigures);
  connect(client, &MonitorClient::patientsListed, &m_watch,
          [this](const std::vector<Patient>& patients) {
            m_watch.onPatientsListed(patients);
            openWantedBed();
          });
  connect(client, &MonitorClient::orderReceived, &m_ward,
          [this](const Order& order) { m_ward.apply(order); });
  connect(client, &MonitorClient::snapshotEnded, &m_ward,
          [this](const SnapshotEnd& end) { m_ward.apply(end); });
  connect(client, &MonitorClient::noticeReceived, &m_ward,
          [this](const Notice& notice) { m_ward.apply(notice); });
}

void StationApp::connectAlarms() {
  using session::MonitorClient;
  const auto* client = &m_client.client();
  connect(client, &MonitorClient::alertReceived, &m_ward,
          [this](const Alert& alert) { m_ward.apply(alert); });
  connect(client, &MonitorClient::settingsReceived, &m_ward,
          [this](const AlarmSettings& settings) { m_ward.apply(settings); });
  connect(client, &MonitorClient::commandProgressed, &m_ward,
          [this](const session::CommandProgress& progress) {
            m_ward.noteCommand(progress.command, toModel(progress.stage), progress.sentence);
          });
  connect(&m_window, &ui::MainWindow::commandRequested, &m_alarms, &AlarmCommands::run);
  connect(&m_window, &ui::MainWindow::audioPauseRequested, &m_alarms,
          &AlarmCommands::setAudioPaused);
  connect(&m_window, &ui::MainWindow::historyRequested, &m_history, &HistoryDesk::ask);
}

void StationApp::connectWindow() {
  connect(&m_frames, &ui::FrameClock::tick, this, &StationApp::onFrame);
  connect(&m_window, &ui::MainWindow::watchRequested, &m_watch, &WatchKeeper::watch);
  connect(&m_window, &ui::MainWindow::unwatchRequested, &m_watch, &WatchKeeper::unwatch);
  connect(&m_window, &ui::MainWindow::retryRequested, this, [this] { m_client.retryNow(); });
}

void StationApp::startSound() {
  m_ward.setAudioEnabled(m_options.sound);
  if (m_options.sound)
    m_sound = std::make_unique<StationSound>(m_ward, sound::makeAudioOutput(),
                                             sound::makeMixerWatch(), m_clock);
}

void StationApp::onFrame(bool visible) {
  const auto mail = m_mailbox->take();
  for (const auto& [vitals, receivedAt, asOf] : mail.vitals) m_ward.apply(vitals, receivedAt, asOf);
  for (const auto& received : mail.waves) m_ward.apply(received.block, received.receivedAt);
  m_watch.setVisible(visible);
  if (visible) m_window.drawFrame(m_clock->steadyNow());
  m_meter->noteMail(mail, visible ? std::optional(m_clock->steadyNow()) : std::nullopt);
}

void StationApp::openWantedBed() {
  if (m_options.openBed.isEmpty() || m_window.openedBed()) return;
  for (int row = 0; row < m_ward.beds().rowCount(); ++row)
    if (m_ward.beds().bed(row).label() == m_options.openBed)
      m_window.openBed(m_ward.beds().bed(row).id());
}

void StationApp::schedule() {
  auto* second = new QTimer(this);
  connect(second, &QTimer::timeout, &m_ward, &models::Ward::judgeTime);
  second->start(1s);
  if (m_options.summary) connect(second, &QTimer::timeout, this, [this] { printWard(m_ward); });
  if (!m_options.screenshot.isEmpty())
    QTimer::singleShot(m_options.screenshotAfter, this, &StationApp::takeScreenshot);
  if (m_options.quitAfter) QTimer::singleShot(*m_options.quitAfter, qApp, &QCoreApplication::quit);
}

void StationApp::takeScreenshot() {
  constexpr int kCannotRun = 1;
  const bool isSaved = m_window.grab().save(m_options.screenshot);
  if (!isSaved)
    qCritical(
        "The picture could not be saved to %s. Check that the folder exists and that the "
        "name ends in .png.",
        qUtf8Printable(m_options.screenshot));
  if (!isSaved || !m_options.quitAfter) QCoreApplication::exit(isSaved ? 0 : kCannotRun);
}

}  // namespace vitalwall::station
