// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarm_delegate.h"

#include <QPainter>

#include "models/alarm_sort_model.h"
#include "ui/scaled_font.h"
#include "ui/texts.h"

namespace vitalwall::ui {
namespace {

constexpr QSize kCard{272, 46};
constexpr int kRadius = 5;
constexpr int kStripe = 6;
constexpr QMargins kInset{kStripe + 8, 4, 8, 4};

const models::AlarmSortModel& modelOf(const QModelIndex& index) {
  return *static_cast<const models::AlarmSortModel*>(index.model());
}

}  // namespace

AlarmDelegate::AlarmDelegate(Theme theme, const Clock& clock, const models::BedModel* beds,
                             QObject* parent)
    : QStyledItemDelegate(parent), m_theme(std::move(theme)), m_clock(clock), m_beds(beds) {}

bool AlarmDelegate::setFlash(FlashPhase phase) {
  if (phase == m_flash) return false;
  m_flash = phase;
  return true;
}

void AlarmDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  const auto& alarms = modelOf(index);
  const auto card = option.rect.adjusted(2, 1, -2, -1);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  paintGround(*painter, card, alarms.row(index.row()),
              option.state.testFlag(QStyle::State_Selected));
  paintTexts(*painter, card, alarms, index.row(), option.font);
  painter->restore();
}

QSize AlarmDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  const double scale = option.fontMetrics.height() / 19.0;  // the normal text size has 19 px lines
  return {qRound(kCard.width() * scale), qRound(kCard.height() * scale)};
}

void AlarmDelegate::paintGround(QPainter& painter, const QRect& card, const models::AlarmRow& row,
                                bool selected) const {
  const auto& colours = m_theme.alarm(row.alert.priority);
  painter.setPen(QPen(colours.background, 1.5));
  painter.setBrush(isFilled(row) ? colours.background : m_theme.tile);
  painter.drawRoundedRect(card, kRadius, kRadius);
  painter.fillRect(QRect(card.left() + 1, card.top() + 4, kStripe, card.height() - 8),
                   isFilled(row) ? colours.text : colours.background);
  if (!selected) return;
  painter.setPen(QPen(m_theme.text, 2.5));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), kRadius, kRadius);
}

void AlarmDelegate::paintTexts(QPainter& painter, const QRect& card,
                               const models::AlarmSortModel& alarms, int index,
                               const QFont& font) const {
  const auto& row = alarms.row(index);
  const auto inner = card.marginsRemoved(kInset);
  painter.setPen(isFilled(row) ? m_theme.alarm(row.alert.priority).text : m_theme.text);
  auto bold = font;
  bold.setBold(true);
  const auto drawLine = [&](const QFont& lineFont, Qt::Alignment edge, const QString& text) {
    painter.setFont(lineFont);
    const auto shown = QFontMetrics(lineFont).elidedText(text, Qt::ElideRight, inner.width());
    painter.drawText(inner, static_cast<int>(edge | Qt::AlignLeft), shown);
  };
  drawLine(bold, Qt::AlignTop, headline(alarms, index));
  drawLine(scaledFont(font, 0.86), Qt::AlignBottom, detail(row));
}

bool AlarmDelegate::isFilled(const models::AlarmRow& row) const {
  const bool isSteady = row.alert.state == AlertState::Latched;
  return row.alert.needsAttention() && (isSteady || m_flash.isBright(row.alert.priority));
}

QString AlarmDelegate::headline(const models::AlarmSortModel& alarms, int row) const {
  const auto& alert = alarms.row(row).alert;
  auto text = models::alarmText(alert);
  if (!m_beds) return text;
  const auto beds = alarms.members(row).size();
  return QStringLiteral("%1   %2").arg(
      beds > 1 ? tr("%1 beds").arg(beds) : m_beds->labelOf(alert.patient), text);
}

QString AlarmDelegate::detail(const models::AlarmRow& row) const {
  const auto age = std::max(milliseconds(0), m_clock.wallNow() - row.alert.raisedAt);
  QStringList words{tr("for %1").arg(ageText(age)), models::alarmStateText(row.alert),
                    models::acknowledgeText(row)};
  words.removeAll(QString());
  return words.join(QStringLiteral(" \u00b7 "));
}

}  // namespace vitalwall::ui
