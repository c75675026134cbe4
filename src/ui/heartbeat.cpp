// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/heartbeat.h"

#include <QPainter>
#include <QPainterPath>

namespace vitalwall::ui {
namespace {

constexpr milliseconds kHalfBeat{500};
constexpr int kSide = 22;

/// A heart in the unit square.
QPainterPath heartShape() {
  QPainterPath path({0.5, 0.92});
  path.cubicTo(-0.25, 0.42, 0.12, -0.12, 0.5, 0.22);
  path.cubicTo(0.88, -0.12, 1.25, 0.42, 0.5, 0.92);
  return path;
}

}  // namespace

Heartbeat::Heartbeat(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("Heartbeat of the screen"));
  setToolTip(tr("Beats while the screen is drawn. If it stands still, the picture is frozen."));
  setFixedSize(sizeHint());
}

void Heartbeat::onFrameDrawn(SteadyTime now) {
  if (m_isPaintDue || now - m_changedAt < kHalfBeat) return;
  m_changedAt = now;
  m_isPaintDue = true;
  update();
}

QSize Heartbeat::sizeHint() const {
  return {kSide, kSide};
}

void Heartbeat::paintEvent(QPaintEvent*) {
  if (m_isPaintDue) {
    m_isLit = !m_isLit;
    m_isPaintDue = false;
    if (m_isLit) ++m_beats;
  }
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double scale = m_isLit ? kSide * 0.86 : kSide * 0.62;
  painter.translate((width() - scale) / 2, (height() - scale) / 2);
  painter.scale(scale, scale);
  const auto role = m_isLit ? QPalette::Highlight : QPalette::Mid;
  painter.fillPath(heartShape(), palette().color(role));
}

}  // namespace vitalwall::ui
