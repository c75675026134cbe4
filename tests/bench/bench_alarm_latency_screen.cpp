// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_alarm_latency_screen.h"

#include <QBackingStore>
#include <QEvent>
#include <QListView>
#include <algorithm>

#include "bench/bench_dialogue.h"
#include "ui/alarm_strip.h"
#include "ui/wall/pixel_target.h"
#include "ui/wall/tile_layout.h"
#include "ui/wall/wall_widget.h"

namespace vitalwall::bench {

ScreenWatch::ScreenWatch(const models::Ward& ward, const ui::Theme& theme, ui::MainWindow& window)
    : m_ward(ward),
      m_theme(theme),
      m_wall(window.findChild<ui::WallWidget*>()),
      m_strip(window.findChild<ui::AlarmStrip*>()->findChild<QListView*>()->viewport()) {
  m_wall->installEventFilter(this);
  m_strip->installEventFilter(this);
}

void ScreenWatch::awaitColour(PatientId patient, AlertPriority priority) {
  m_colour = {patient, m_theme.alarm(priority).background.rgb()};
  if (count(alarmLine(patient), m_colour->colour) > 0)
    qFatal("The tile shows the colour before the crossing.");
}

void ScreenWatch::awaitName(AlertId alert, const QString& user) {
  m_name = {alert, user};
}

bool ScreenWatch::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::Paint) return false;
  if (watched == m_wall && m_colour)
    QMetaObject::invokeMethod(this, &ScreenWatch::lookAtTile, Qt::QueuedConnection);
  // The cards are painted from what the models say at this moment.
  if (watched == m_strip && m_name && isNamed())
    QMetaObject::invokeMethod(this, &ScreenWatch::tellName, Qt::QueuedConnection);
  return false;
}

/// Where the alarm's line of the tile lies in the wall.
QRect ScreenWatch::alarmLine(PatientId patient) const {
  const QRect tile = m_wall->tileRect(m_ward.beds().rowOf(patient));
  const auto layout = ui::TileLayout::forSize(tile.size(), m_theme.textScale);
  return layout.alarm.translated(tile.topLeft());
}

/// Pixels of exactly this colour in the window's picture.
int ScreenWatch::count(const QRect& rect, QRgb colour) const {
  const auto origin = m_wall->mapTo(m_wall->window(), QPoint());
  const auto view = ui::pixelsOf(m_wall->backingStore()->paintDevice(), origin, m_wall->size());
  if (!view) qFatal("The picture of the window is not in memory.");
  qsizetype pixels = 0;
  for (int y = rect.top(); y <= rect.bottom(); ++y) {
    const auto* first = view->at(rect.left(), y);
    pixels += std::count(first, first + rect.width(), colour);
  }
  return static_cast<int>(pixels);
}

bool ScreenWatch::isNamed() const {
  const int row = m_ward.alarms().rowOf(m_name->alert);
  if (row < 0) return false;
  const auto& acknowledged = m_ward.alarms().row(row).alert.acknowledged;
  return acknowledged && QString::fromStdString(acknowledged->by) == m_name->user;
}

/// In the dark half of its flashing an alarm is an outline in its colour, in the bright half its
/// line is filled with it.
void ScreenWatch::lookAtTile() {
  if (!m_colour) return;
  const QRect line = alarmLine(m_colour->patient);
  const int pixels = count(line, m_colour->colour);
  if (pixels >= line.width() && !m_colour->isTold) tellColour();
  if (pixels < line.width() * line.height() / 2) return;
  say("filled ", momentNow());
  m_colour.reset();
}

void ScreenWatch::tellColour() {
  const auto moment = momentNow();
  const auto alarms = m_ward.alarms().alarmsOf(m_colour->patient);
  say("coloured ", moment, ' ', alarms.front()->alert.id.toString());
  m_colour->isTold = true;
}

void ScreenWatch::tellName() {
  if (!m_name) return;
  say("named ", momentNow());
  m_name.reset();
}

}  // namespace vitalwall::bench
