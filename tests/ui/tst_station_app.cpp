// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QtTest>

#include "apps/vitalwall/station_app.h"
#include "ui/alarm_strip.h"
#include "ui/wall/wall_widget.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::station;

/// The whole way: simulated patient, server, stream, session, models, window, and back.
class StationAppTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void acknowledgeGoesToTheServerAndComesBack();

 private:
  static ui::MainWindow* window();
};

ui::MainWindow* StationAppTest::window() {
  for (auto* widget : QApplication::topLevelWidgets())
    if (auto* found = qobject_cast<ui::MainWindow*>(widget)) return found;
  return nullptr;
}

void StationAppTest::acknowledgeGoesToTheServerAndComesBack() {
  StationOptions options;
  options.ward.sources = {"sim:1:events=off:scenario=lead-off@1"};
  options.user = QStringLiteral("Kim");
  options.station = QStringLiteral("Desk");
  options.size = QSize(1280, 720);
  options.sound = false;
  const auto clock = std::make_shared<const SystemClock>();
  auto ward = EmbeddedWard::start(options.ward, *clock);
  QVERIFY2(ward.ok(), std::string(ward.status().message()).c_str());
  StationApp station(options, clock, std::move(*ward));
  station.start();

  auto* strip = window()->findChild<ui::AlarmStrip*>();
  const auto chooseAlarm = [strip] {
    strip->selectNext();
    return strip->selected() != nullptr;
  };
  QTRY_VERIFY_WITH_TIMEOUT(chooseAlarm(), 40'000);
  const auto* wall = window()->findChild<ui::WallWidget*>();
  QTRY_VERIFY(wall->content(0).alarm.has_value());

  QTest::keyClick(window(), Qt::Key_A);
  const auto isAcknowledgedByKim = [strip] {
    const auto* row = strip->selected();
    return row && row->alert.acknowledged && row->alert.acknowledged->by == "Kim";
  };
  QTRY_VERIFY_WITH_TIMEOUT(isAcknowledgedByKim(), 10'000);
  QTRY_VERIFY(wall->content(0).alarm->acknowledged);
}

QTEST_MAIN(StationAppTest)
#include "tst_station_app.moc"
