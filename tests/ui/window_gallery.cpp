// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the station's windows into a folder, to be looked at: window_gallery FOLDER [THEME].
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTextStream>

#include "ui/alarm_questions.h"
#include "ui/alarm_review.h"
#include "ui/alarm_ward.h"
#include "ui/bed_detail.h"
#include "ui/event_log_dock.h"
#include "ui/hand_over_list.h"
#include "ui/link_panel.h"
#include "ui/main_window.h"
#include "ui/shortcut_help.h"
#include "ui/station_style.h"
#include "ui/watch_dialog.h"

using namespace std::chrono_literals;
using namespace vitalwall;

namespace {

void save(QWidget& window, const QDir& folder, const QString& name) {
  window.show();
  QApplication::processEvents();
  window.grab().save(folder.filePath(name + QStringLiteral(".png")));
}

void drawLog(test::WardFixture& fixture, const Patient& patient, const QDir& folder) {
  fixture.raise("HR 134 > 120", patient.id);
  fixture.ward.apply(Order{.id = OrderId::fromName("o"),
                           .patient = patient.id,
                           .description = "Heparin 5000 IU s.c.",
                           .status = OrderStatus::OnHold,
                           .changedBy = "Dr. Okafor",
                           .changedAt = fixture.clock.wallNow()});
  for (int i = 0; i < 3; ++i)
    fixture.ward.apply(Notice{patient.id, "A payload could not be read and was left out."});
  fixture.loseLink();
  ui::EventLogDock log(fixture.ward.events());
  log.resize(900, 220);
  save(log, folder, QStringLiteral("event_log"));
}

LinkFigures goodFigures() {
  LinkFigures figures;
  figures.sinceVitals = 240ms;
  figures.roundTrip = {60, 640us, 1900us, 4200us};
  figures.serverToStation = {60, 1100us, 2300us, 4000us};
  figures.sourceToStation = {960, 12ms, 51ms, 1400ms};
  figures.stationToFrame = {9000, 8200us, 17ms, 38ms};
  figures.serverClock = ClockOffset{1250ms, 2ms};
  figures.connections = 3;
  figures.lostMessages = 1;
  figures.conflatedVitals = 12'345;
  figures.resentCommands = 2;
  return figures;
}

/// The panel of a good link, and of one that is lost.
void drawLink(const ui::Theme& theme, const QDir& folder) {
  test::WardFixture fixture;
  auto status = fixture.ward.link().status();
  status.server = QStringLiteral("icu-a.hospital.example:7443");
  status.servers = {status.server, QStringLiteral("icu-b.hospital.example:7443")};
  status.sentence = QStringLiteral("Monitoring 16 patients through %1.").arg(status.server);
  fixture.ward.setLink(status);
  fixture.ward.setLinkFigures(goodFigures());
  ui::LinkPanel panel(fixture.ward.link(), theme);
  save(panel, folder, QStringLiteral("link"));
  status.phase = models::LinkPhase::Waiting;
  status.sentence = QStringLiteral(
      "No connection to any of 2 servers. The last was icu-b.hospital.example:7443: the server "
      "cannot be reached (Connection refused). The values shown are not current: watch the "
      "patients at the bedside. Check that the server runs and that the network is plugged in.");
  fixture.ward.setLink(status);
  fixture.ward.setLinkFigures({});
  save(panel, folder, QStringLiteral("link_lost"));
}

void drawSmallWindows(const QDir& folder) {
  test::WardFixture fixture;
  Patient patient;
  for (const auto* bed : {"Bed 01", "Bed 02", "Bed 03"}) patient = fixture.addBed(bed);
  fixture.ward.unwatch(patient.id);
  fixture.ward.watch(PatientId::fromName("typed in"));
  fixture.ward.watch(patient.id);

  ui::WatchDialog watch(fixture.ward);
  save(watch, folder, QStringLiteral("patients"));
  drawLog(fixture, patient, folder);
}

/// The wall with every mark; then with a bed's detail, the sound paused and a command refused.
void drawStation(test::AlarmWard& fixture, const ui::Theme& theme, const QDir& folder) {
  ui::MainWindow window(fixture.ward, theme, QStringLiteral("Kim"));
  window.resize(1920, 1080);
  window.show();
  window.drawFrame(ui::FrameTime{});
  save(window, folder, QStringLiteral("wall"));
  fixture.ward.pauseAudio(QStringLiteral("Kim"));
  fixture.ward.setSoundProblem({});
  window.openBed(fixture.patient(10));
  fixture.note(SetLimits{fixture.patient(10), mdc::kHeartRate, {50, 900, 40, 950}},
               models::CommandStage::Failed,
               QStringLiteral("A heart rate limit lies between 15 and 300."));
  auto* detail = window.findChild<ui::BedDetail*>();
  const std::pair<ui::BedDetail::Page, const char*> pages[] = {
      {ui::BedDetail::Page::Overview, "bed_overview"},
      {ui::BedDetail::Page::Limits, "bed_limits"},
      {ui::BedDetail::Page::Observations, "bed_observations"}};
  for (const auto& [page, name] : pages) {
    detail->turnTo(page);
    window.drawFrame(ui::FrameTime{} + 1s);
    save(window, folder, QLatin1String(name));
  }
  fixture.ward.setSoundProblem(QStringLiteral("No audio output: alarms cannot be heard."));
  fixture.loseLink();
  fixture.ward.judgeTime();
  window.drawFrame(ui::FrameTime{} + 3s);
  save(window, folder, QStringLiteral("no_sound_no_server"));
  QList<QAction*> actions;
  for (auto* action : window.findChildren<QAction*>())
    if (!action->shortcut().isEmpty()) actions << action;
  ui::ShortcutHelp keys(actions);
  save(keys, folder, QStringLiteral("keys"));
}

void drawDialogs(const test::AlarmWard& fixture, const ui::Theme& theme, const QDir& folder) {
  ui::AlarmReview review(fixture.ward, theme, std::nullopt);
  save(review, folder, QStringLiteral("review"));
  ui::HandOverList handOver(fixture.ward, theme);
  save(handOver, folder, QStringLiteral("hand_over"));
  ui::ReasonDialog reason(ui::alarmOffQuestion(QStringLiteral("SpO2"), QStringLiteral("Bed 03")));
  save(reason, folder, QStringLiteral("reason"));
}

ui::Theme themeNamed(const char* name) {
  const std::string_view chosen(name);
  return chosen == "light"           ? ui::Theme::light()
         : chosen == "high-contrast" ? ui::Theme::highContrast()
                                     : ui::Theme::dark();
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc < 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
    QTextStream(stderr) << "Usage: window_gallery FOLDER [dark|light|high-contrast]\n";
    return 2;
  }
  const auto theme = ui::applyStyle(application, themeNamed(argc > 2 ? argv[2] : "dark"));
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  drawSmallWindows(folder);
  drawLink(theme, folder);
  test::AlarmWard fixture;
  drawDialogs(fixture, theme, folder);
  drawStation(fixture, theme, folder);
  return 0;
}
