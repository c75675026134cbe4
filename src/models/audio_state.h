// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

#include "domain/alarm_settings.h"
#include "domain/clock.h"

namespace vitalwall::models {

/// The sound of this station: whether it is wanted, paused for a while, or impossible. The pause is
/// measured by the monotonic clock: a wall clock that is set cannot lengthen it. GUI thread.
class AudioState : public QObject {
  Q_OBJECT

 public:
  static constexpr std::chrono::seconds kPause{120};

  /// `clock` must outlive this.
  explicit AudioState(const Clock& clock, QObject* parent = nullptr)
      : QObject(parent), m_clock(clock) {}

  /// Without sound the station is a display only, and says so.
  void setEnabled(bool enabled);
  bool isEnabled() const { return m_enabled; }

  /// No sound for kPause. A pause that runs begins anew.
  void pause(const QString& by);
  void resume();
  /// Ends a pause whose time is over. Call once a second at least.
  void tick();

  /// Time until the sound returns; nullopt without a pause.
  std::optional<milliseconds> remaining() const;
  bool isPaused() const { return m_pause.has_value(); }
  /// The pause by the wall clock, for those who share it.
  const std::optional<TimedPause>& pausedBy() const { return m_pause; }

  /// What keeps the station from being heard, as a sentence; empty: nothing.
  void setDeviceProblem(const QString& sentence);
  const QString& deviceProblem() const { return m_deviceProblem; }

 Q_SIGNALS:
  void changed();

 private:
  const Clock& m_clock;
  bool m_enabled = true;
  std::optional<TimedPause> m_pause;
  SteadyTime m_until{};
  QString m_deviceProblem;
};

}  // namespace vitalwall::models
