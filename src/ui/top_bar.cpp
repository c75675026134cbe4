// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/top_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/audio_controls.h"
#include "ui/heartbeat.h"
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

TopBar::TopBar(const models::Ward& ward, const Theme& theme, const QString& user, QWidget* parent)
    : QWidget(parent), m_ward(ward), m_theme(theme) {
  build(user);
  connect(&ward.link(), &models::ConnectionModel::changed, this, &TopBar::showLink);
  showLink();
  showTime();
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
  m_link = addLabel(*layout);
  m_link->setAccessibleName(tr("Connection"));
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
  showTime();
  showLink();
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

void TopBar::showLink() {
  const auto& status = m_ward.link().status();
  const bool isLive = status.phase == models::LinkPhase::Live;
  const auto phase = models::phaseName(status.phase);
  const auto where = status.server.isEmpty() ? phase : tr("%1: %2").arg(status.server, phase);
  const auto age = dataAgeText();
  m_link->setText(QStringLiteral("\u25cf ") +
                  (age.isEmpty() ? where : QStringLiteral("%1 \u00b7 %2").arg(where, age)));
  setColour(*m_link, isLive ? m_theme.colourOf(ParameterRole::Ecg)
                            : m_theme.colourOf(ParameterRole::ArterialPressure));
  m_link->setToolTip(status.sentence);
  const int beds = m_ward.beds().rowCount();
  m_wardName->setText(beds == 1 ? tr("1 bed") : tr("%1 beds").arg(beds));
}

void TopBar::showTime() {
  m_clock->setText(timeText(m_ward.clock().wallNow()));
}

QString TopBar::dataAgeText() const {
  const auto age = newestAge(m_ward.beds(), m_ward.clock().steadyNow());
  if (!age) return {};
  return tr("data %1 old").arg(ageText(*age));
}

}  // namespace vitalwall::ui
