// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>
#include <QApplication>
#include <QLoggingCategory>
#include <QSocketNotifier>
#include <QTimer>

#include "apps/vitalwall/station_app.h"
#include "bench/bench_alarm_latency_roles.h"
#include "bench/bench_alarm_latency_screen.h"
#include "bench/bench_dialogue.h"
#include "ui/station_style.h"

namespace vitalwall::bench {
namespace {

using namespace std::chrono_literals;

ui::MainWindow& mainWindow() {
  for (auto* widget : QApplication::topLevelWidgets())
    if (auto* found = qobject_cast<ui::MainWindow*>(widget)) return *found;
  qFatal("The station has no window.");
}

/// The station and who plays its user.
class StationRole final : public QObject {
 public:
  explicit StationRole(const station::StationOptions& options)
      : m_station(options, std::make_shared<const SystemClock>(), nullptr),
        m_input(STDIN_FILENO, QSocketNotifier::Read) {
    m_station.start();
    m_screen.emplace(m_station.ward(), options.theme, mainWindow());
    connect(&m_input, &QSocketNotifier::activated, this, &StationRole::readLine);
    connect(&m_readiness, &QTimer::timeout, this, &StationRole::judgeReadiness);
    m_readiness.start(50ms);
  }

 private:
  /// Every bed lives and nothing is wrong, with the sound neither.
  void judgeReadiness() {
    const auto& ward = m_station.ward();
    if (ward.beds().rowCount() < models::Ward::kMaxBeds || ward.alarms().rowCount() > 0) return;
    for (int row = 0; row < ward.beds().rowCount(); ++row) {
      const auto& vitals = ward.beds().bed(row).vitals;
      if (!vitals || vitals->numerics.empty()) return;
    }
    m_readiness.stop();
    say("ready");
  }

  void readLine() {
    std::string line;
    if (!std::getline(std::cin, line)) return QCoreApplication::quit();
    obey(QString::fromStdString(line).split(u' '));
  }

  void obey(const QStringList& words) {
    const auto id = words.at(1).toStdString();
    if (words.at(0) == QStringLiteral("acknowledge")) return acknowledge(*AlertId::parse(id));
    if (words.at(0) == QStringLiteral("watch"))
      m_screen->awaitColour(*PatientId::parse(id), static_cast<AlertPriority>(words.at(2).toInt()));
    else
      m_screen->awaitName(*AlertId::parse(id), words.at(2));
    say("watching");
  }

  static void acknowledge(AlertId alert) {
    say("pressed ", momentNow());
    Q_EMIT mainWindow().commandRequested(Acknowledge{alert, {}});
  }

  station::StationApp m_station;
  std::optional<ScreenWatch> m_screen;
  QSocketNotifier m_input;
  QTimer m_readiness;
};

station::StationOptions optionsFrom(const QStringList& words) {
  station::StationOptions options;
  options.servers = {words.at(0)};
  options.user = words.at(1);
  options.station = words.at(1);
  options.size = QSize(1920, 1080);
  options.sound = words.at(2) == QStringLiteral("sound");
  return options;
}

}  // namespace

int runStation(int argc, char* argv[]) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QLoggingCategory::setFilterRules(QStringLiteral("vitalwall.session.info=false"));
  QApplication application(argc, argv);
  auto options = optionsFrom(QCoreApplication::arguments().mid(2));
  options.theme = ui::applyStyle(application, options.theme);
  const StationRole role(options);
  return QApplication::exec();
}

}  // namespace vitalwall::bench
