// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/link_indicator.h"

#include <QMouseEvent>
#include <QPainter>

#include "ui/link_texts.h"
#include "ui/texts.h"

namespace vitalwall::ui {
namespace {

const QString kDot = QStringLiteral("\u25cf ");

/// Age of the newest vitals of any bed, or nullopt.
std::optional<milliseconds> newestAge(const models::BedModel& beds, SteadyTime now) {
  std::optional<milliseconds> newest;
  for (int row = 0; row < beds.rowCount(); ++row) {
    const auto age = beds.bed(row).vitalsAge(now);
    if (age && (!newest || *age < *newest)) newest = age;
  }
  return newest;
}

}  // namespace

LinkIndicator::LinkIndicator(const models::Ward& ward, const Theme& theme, QWidget* parent)
    : QLabel(parent), m_ward(ward), m_theme(theme) {
  setAccessibleName(tr("Connection"));
  setCursor(Qt::PointingHandCursor);
  connect(&ward.link(), &models::ConnectionModel::changed, this, &LinkIndicator::refresh);
  refresh();
}

void LinkIndicator::refresh() {
  QStringList parts{stateText(), dataAgeText(), delaysText()};
  parts.removeAll(QString());
  setText(kDot + parts.join(QStringLiteral(" \u00b7 ")));
  setToolTip(hintText());
  const bool isLive = m_ward.link().status().phase == models::LinkPhase::Live;
  auto colours = palette();
  colours.setColor(QPalette::WindowText,
                   m_theme.colourOf(isLive ? ParameterRole::Ecg : ParameterRole::ArterialPressure));
  setPalette(colours);
}

QSize LinkIndicator::minimumSizeHint() const {
  return {fontMetrics().horizontalAdvance(kDot + stateText()), QLabel::minimumSizeHint().height()};
}

void LinkIndicator::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(palette().color(QPalette::WindowText));
  painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                   fontMetrics().elidedText(text(), Qt::ElideRight, width()));
}

void LinkIndicator::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->pos())) Q_EMIT clicked();
}

QString LinkIndicator::stateText() const {
  const auto& status = m_ward.link().status();
  const auto phase = models::phaseName(status.phase);
  return status.server.isEmpty() ? phase : tr("%1: %2").arg(status.server, phase);
}

QString LinkIndicator::dataAgeText() const {
  const auto age = newestAge(m_ward.beds(), m_ward.clock().steadyNow());
  return age ? tr("data %1 old").arg(ageText(*age)) : QString();
}

QString LinkIndicator::hintText() const {
  const auto& roundTrip = m_ward.link().figures().roundTrip;
  const auto& sentence = m_ward.link().status().sentence;
  if (delaysText().isEmpty()) return sentence;
  return tr("%1 There and back takes %2, in 99 of 100 cases at most %3.")
      .arg(sentence, delayText(roundTrip.p50), delayText(roundTrip.p99));
}

/// Only of a link that stands: the last minute's delays say nothing of one that is gone.
QString LinkIndicator::delaysText() const {
  const auto& roundTrip = m_ward.link().figures().roundTrip;
  if (roundTrip.count == 0 || !m_ward.link().status().isConnected()) return {};
  return tr("%1 / %2").arg(delayText(roundTrip.p50), delayText(roundTrip.p99));
}

}  // namespace vitalwall::ui
