// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the station's smaller windows into a folder, to be looked at: window_gallery FOLDER.
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTextStream>

#include "ui/event_log_dock.h"
#include "ui/shortcut_help.h"
#include "ui/station_style.h"
#include "ui/ward_fixture.h"
#include "ui/watch_dialog.h"

using namespace std::chrono_literals;
using namespace vitalwall;

namespace {

void save(QWidget& window, const QDir& folder, const QString& name) {
  window.show();
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

void drawAll(const QDir& folder) {
  test::WardFixture fixture;
  Patient patient;
  for (const auto* bed : {"Bed 01", "Bed 02", "Bed 03"}) patient = fixture.addBed(bed);
  fixture.ward.unwatch(patient.id);
  fixture.ward.watch(PatientId::fromName("typed in"));
  fixture.ward.watch(patient.id);

  ui::WatchDialog watch(fixture.ward);
  save(watch, folder, QStringLiteral("patients"));
  drawLog(fixture, patient, folder);

  QAction acknowledge(QStringLiteral("&Acknowledge the chosen alarm"));
  acknowledge.setShortcut(Qt::Key_A);
  ui::ShortcutHelp keys({&acknowledge});
  save(keys, folder, QStringLiteral("keys"));
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
    QTextStream(stderr) << "Usage: window_gallery FOLDER\n";
    return 2;
  }
  ui::applyStyle(application, ui::Theme::dark());
  drawAll(QDir(QString::fromLocal8Bit(argv[1])));
  return 0;
}
