// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/tile_parts.h"

namespace vitalwall::ui {
namespace {

/// A bracket as high as one millivolt, so that an ECG's size can be judged.
void paintGainMark(QPainter& painter, const QRect& gutter, const WaveChannel& channel,
                   const QColor& colour) {
  if (channel.unit != Unit::MilliVolt) return;
  const double perMilliVolt = gutter.height() / (channel.displayHigh - channel.displayLow);
  const int height = qRound(perMilliVolt);
  if (height < 6 || height > gutter.height()) return;
  const int left = gutter.left() + 1;
  const int right = gutter.left() + gutter.width() / 2;
  const int bottom = gutter.center().y() + height / 2;
  painter.setPen(colour);
  painter.drawLine(left, bottom, left, bottom - height);
  painter.drawLine(left, bottom, right, bottom);
  painter.drawLine(left, bottom - height, right, bottom - height);
}

/// Where there are no numerics either, the notice takes their place, too.
void paintNotice(QPainter& painter, const TileStyle& style, const TileContent& content) {
  const TileNotice& notice = *content.notice;
  const int pad = 2 * style.layout.padding;
  QRect room = style.layout.waves;
  if (content.numerics.empty()) room |= style.layout.numerics;
  painter.setFont(style.plain);
  painter.setPen(notice.warning ? style.theme.text : style.theme.mutedText);
  painter.drawText(room.adjusted(pad, pad, -pad, -pad), Qt::AlignCenter | Qt::TextWordWrap,
                   notice.text);
}

}  // namespace

void paintLanes(QPainter& painter, const TileStyle& style, const std::vector<LaneLayout>& lanes,
                const std::vector<TraceSource>& traces, const TileContent& content) {
  painter.fillRect(style.layout.waves, style.theme.tile);
  if (content.notice) return paintNotice(painter, style, content);
  painter.setFont(style.small);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    paintGainMark(painter, lanes[i].gain, traces[i].channel, style.theme.mutedText);
    if (lanes[i].label.isEmpty()) continue;
    painter.setPen(traces[i].colour);
    painter.drawText(lanes[i].label, Qt::AlignLeft | Qt::AlignVCenter,
                     QString::fromStdString(traces[i].channel.label));
  }
}

}  // namespace vitalwall::ui
