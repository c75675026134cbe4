// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/ward.h"
#include "ui/theme.h"

class QLabel;
class QPushButton;

namespace vitalwall::ui {

class AudioControls;
class Heartbeat;
class LinkIndicator;

/// The line at the top: ward, clock with the heartbeat of the screen, the link in words with the
/// age of the newest data, who is at work, the sound, and the button that acknowledges. GUI thread.
class TopBar : public QWidget {
  Q_OBJECT

 public:
  /// `ward` must outlive the bar. `user` may be empty.
  TopBar(const models::Ward& ward, const Theme& theme, const QString& user,
         QWidget* parent = nullptr);

  /// A frame of the wall was drawn: moves the heartbeat and, with a new second, clock and ages.
  void onFrameDrawn(SteadyTime now);

  /// What the button would acknowledge; without it the button offers to choose an alarm.
  void setAcknowledgeTarget(const QString& alarm);
  void setAcknowledgeEnabled(bool enabled);

  /// The text that tells the link's state, for tests and screen readers.
  QString linkText() const;

 Q_SIGNALS:
  void acknowledgeRequested();
  void audioToggleRequested();
  /// More about the link.
  void linkRequested();

 private:
  void build(const QString& user);
  void showSecond();

  const models::Ward& m_ward;
  const Theme m_theme;
  Heartbeat* m_heartbeat = nullptr;
  QLabel* m_wardName = nullptr;
  QLabel* m_clock = nullptr;
  LinkIndicator* m_link = nullptr;
  AudioControls* m_audio = nullptr;
  QPushButton* m_acknowledge = nullptr;
  SteadyTime m_secondShownAt{};
};

}  // namespace vitalwall::ui
