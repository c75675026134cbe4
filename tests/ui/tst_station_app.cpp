// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QTableView>
#include <QtTest>
#include <algorithm>

#include "apps/vitalwall/station_app.h"
#include "models/limits_model.h"
#include "ui/alarm_strip.h"
#include "ui/limits_page.h"
#include "ui/wall/wall_widget.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::station;

/// The whole way: simulated patient, server, stream, session, models, window, and back.
class StationAppTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup() { m_station.reset(); }
  void acknowledgeGoesToTheServerAndComesBack();
  void limitGoesToTheServerAndComesBack();

 private:
  static ui::MainWindow* window();

  std::unique_ptr<StationApp> m_station;
};

ui::MainWindow* StationAppTest::window() {
  for (auto* widget : QApplication::topLevelWidgets())
    if (auto* found = qobject_cast<ui::MainWindow*>(widget)) return found;
  return nullptr;
}

void StationAppTest::init() {
  StationOptions options;
  options.ward.sources = {"sim:1:events=off:scenario=lead-off@1"};
  options.user = QStringLiteral("Kim");
  options.station = QStringLiteral("Desk");
  options.size = QSize(1280, 720);
  options.sound = false;
  const auto clock = std::make_shared<const SystemClock>();
  auto ward = EmbeddedWard::start(options.ward, *clock);
  QVERIFY2(ward.ok(), std::string(ward.status().message()).c_str());
  m_station = std::make_unique<StationApp>(options, clock, std::move(*ward));
  m_station->start();
}

void StationAppTest::acknowledgeGoesToTheServerAndComesBack() {
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

void StationAppTest::limitGoesToTheServerAndComesBack() {
  const auto* wall = window()->findChild<ui::WallWidget*>();
  const auto showsLimits = [wall](const QString& limits) {
    const auto& numerics = wall->content(0).numerics;
    return std::any_of(numerics.begin(), numerics.end(), [&limits](const ui::TileNumeric& numeric) {
      return numeric.role == ui::ParameterRole::SpO2 && numeric.limits == limits;
    });
  };
  QTRY_VERIFY_WITH_TIMEOUT(showsLimits(QStringLiteral("> 90")), 20'000);
  window()->openBed(m_station->ward().beds().bed(0).id());
  auto* limits = window()->findChild<ui::LimitsPage*>()->findChild<QTableView*>()->model();
  const auto low = limits->match(limits->index(0, 0), Qt::DisplayRole, QStringLiteral("SpO2"))
                       .constFirst()
                       .siblingAtColumn(models::LimitsModel::LowColumn);
  QVERIFY(limits->setData(low, QStringLiteral("88")));
  QTRY_VERIFY_WITH_TIMEOUT(showsLimits(QStringLiteral("> 88")), 10'000);
  const auto& marks = wall->content(0).marks;
  QVERIFY(std::any_of(marks.begin(), marks.end(), [](const ui::TileMark& mark) {
    return mark.symbol == ui::AlarmSymbol::LimitsChanged;
  }));
}

QTEST_MAIN(StationAppTest)
#include "tst_station_app.moc"
