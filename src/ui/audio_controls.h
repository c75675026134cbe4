// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "models/audio_state.h"
#include "ui/theme.h"
#include "ui/wall/alarm_symbol.h"

class QLabel;
class QPushButton;

namespace vitalwall::ui {

class SymbolLabel;

/// Whether the station can be heard, in a sign and words with the countdown of its pause, and the
/// button that pauses the sound or brings it back. GUI thread.
class AudioControls : public QWidget {
  Q_OBJECT

 public:
  /// `audio` must outlive the controls.
  AudioControls(const models::AudioState& audio, const Theme& theme, QWidget* parent = nullptr);

  /// The countdown of now. Call once a second.
  void refresh();

  /// What the words say, for tests and screen readers.
  QString text() const;

 Q_SIGNALS:
  void toggleRequested();

 private:
  void build();
  void show(AlarmSymbol symbol, const QString& text, std::optional<AlertPriority> colour);

  const models::AudioState& m_audio;
  const Theme m_theme;
  SymbolLabel* m_symbol = nullptr;
  QLabel* m_text = nullptr;
  QPushButton* m_toggle = nullptr;
};

}  // namespace vitalwall::ui
