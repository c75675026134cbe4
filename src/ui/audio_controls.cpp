// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audio_controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

#include "ui/mark_presenter.h"
#include "ui/symbol_label.h"

namespace vitalwall::ui {

namespace {

constexpr milliseconds kPause = models::AudioState::kPause;
constexpr int kButtonMargin = 14;  // left and right of its text

QString pauseText() {
  return AudioControls::tr("Pause sound  (Space)");
}

QString againText() {
  return AudioControls::tr("Sound again  (Space)");
}

}  // namespace

AudioControls::AudioControls(const models::AudioState& audio, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_audio(audio), m_theme(theme) {
  build();
  connect(&audio, &models::AudioState::changed, this, &AudioControls::refresh);
  refresh();
}

void AudioControls::build() {
  setAutoFillBackground(true);
  m_symbol = new SymbolLabel(this);
  m_text = new QLabel(this);
  m_text->setAccessibleName(tr("Alarm sound"));
  // Both as wide as their longest text, so that nothing beside them moves.
  m_text->setMinimumWidth(
      m_text->fontMetrics().horizontalAdvance(tr("Sound paused %1").arg(countdownText(kPause))));
  m_toggle = new QPushButton(this);
  m_toggle->setFocusPolicy(Qt::NoFocus);  // Space is the window's key for it
  const auto metrics = m_toggle->fontMetrics();
  m_toggle->setMinimumSize(
      std::max(metrics.horizontalAdvance(pauseText()), metrics.horizontalAdvance(againText())) +
          2 * kButtonMargin,
      34);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(8, 0, 0, 0);
  layout->setSpacing(6);
  layout->addWidget(m_symbol);
  layout->addWidget(m_text);
  layout->addSpacing(4);
  layout->addWidget(m_toggle);
  connect(m_toggle, &QPushButton::clicked, this, &AudioControls::toggleRequested);
}

void AudioControls::refresh() {
  const auto left = m_audio.remaining();
  if (!m_audio.deviceProblem().isEmpty())
    show(AlarmSymbol::AudioOff, tr("NO SOUND"), AlertPriority::High);
  else if (!m_audio.isEnabled())
    show(AlarmSymbol::AudioOff, tr("Sound off"), AlertPriority::Medium);
  else if (left)
    show(AlarmSymbol::AudioPaused, tr("Sound paused %1").arg(countdownText(*left)),
         AlertPriority::Medium);
  else
    show(AlarmSymbol::Bell, tr("Sound on"), std::nullopt);
  m_text->setToolTip(m_audio.deviceProblem());
  m_toggle->setText(left ? againText() : pauseText());
  m_toggle->setAccessibleName(m_toggle->text());
  m_toggle->setEnabled(m_audio.isEnabled());
}

QString AudioControls::text() const {
  return m_text->text();
}

void AudioControls::show(AlarmSymbol symbol, const QString& text,
                         std::optional<AlertPriority> colour) {
  auto shown = parentWidget() ? parentWidget()->palette() : QPalette();
  if (colour) {
    shown.setColor(QPalette::Window, m_theme.alarm(*colour).background);
    shown.setColor(QPalette::WindowText, m_theme.alarm(*colour).text);
  }
  setPalette(shown);
  m_symbol->setSymbol(symbol);
  m_text->setText(text);
}

}  // namespace vitalwall::ui
