// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/top_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/audio_controls.h"
#include "ui/heartbeat.h"
#include "ui/link_indicator.h"
#include "ui/scaled_font.h"
#include "ui/texts.h"

namespace vitalwall::ui {
namespace {

QLabel* addLabel(QHBoxLayout& layout, double scale = 1.0, bool bold = false) {
  auto* label = new QLabel;
  auto font = scaledFont(label->font(), scale);
  font.setBold(bold);
  label->setFont(font);
  layout.addWidget(label);
  return label;
}

void setColour(QLabel& label, const QColor& colour) {
  auto palette = label.palette();
  palette.setColor(QPalette::WindowText, colour);
  label.setPalette(palette);
}

}  // namespace

TopBar::TopBar(const models::Ward& ward, const Theme& theme, const QString& user, QWidget* parent)
    : QWidget(parent), m_ward(ward), m_theme(theme) {
  build(user);
  showSecond();
}

void TopBar::build(const QString& user) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 5, 12, 5);
  layout->setSpacing(14);
  m_heartbeat = new Heartbeat(this);
  layout->addWidget(m_heartbeat);
  m_clock = addLabel(*layout, 1.5, true);
  m_clock->setAccessibleName(tr("Time"));
  m_wardName = addLabel(*layout, 1.1, true);
  layout->addWidget(m_link = new LinkIndicator(m_ward, m_theme, this));
  connect(m_link, &LinkIndicator::clicked, this, &TopBar::linkRequested);
  layout->addStretch(1);
  auto* hint = addLabel(*layout, 0.9);
  hint->setText(tr("Not a certified medical device"));
  setColour(*hint, m_theme.mutedText);
  if (!user.isEmpty()) addLabel(*layout)->setText(user);
  layout->addWidget(m_audio = new AudioControls(m_ward.audio(), m_theme, this));
  connect(m_audio, &AudioControls::toggleRequested, this, &TopBar::audioToggleRequested);
  m_acknowledge = new QPushButton(this);
  m_acknowledge->setObjectName(QStringLiteral("acknowledge"));
  m_acknowledge->setMinimumSize(240, 34);
  m_acknowledge->setFocusPolicy(Qt::NoFocus);  // Space and Enter must never acknowledge by accident
  layout->addWidget(m_acknowledge);
  connect(m_acknowledge, &QPushButton::clicked, this, &TopBar::acknowledgeRequested);
  setAcknowledgeTarget({});
}

void TopBar::onFrameDrawn(SteadyTime now) {
  m_heartbeat->onFrameDrawn(now);
  if (now - m_secondShownAt < std::chrono::seconds(1)) return;
  m_secondShownAt = now;
  showSecond();
  m_audio->refresh();
}

void TopBar::setAcknowledgeTarget(const QString& alarm) {
  m_acknowledge->setText(alarm.isEmpty() ? tr("Choose alarm  (A)")
                                         : tr("Acknowledge %1  (A)").arg(alarm));
  m_acknowledge->setAccessibleName(m_acknowledge->text());
}

void TopBar::setAcknowledgeEnabled(bool enabled) {
  m_acknowledge->setEnabled(enabled);
}

QString TopBar::linkText() const {
  return m_link->text();
}

void TopBar::showSecond() {
  m_clock->setText(timeText(m_ward.clock().wallNow()));
  m_link->refresh();
  const int beds = m_ward.beds().rowCount();
  m_wardName->setText(beds == 1 ? tr("1 bed") : tr("%1 beds").arg(beds));
}

}  // namespace vitalwall::ui
