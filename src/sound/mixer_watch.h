// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <memory>

#include "sound/mixer_state.h"

namespace vitalwall::sound {

/// Watches what the system's mixer does to the station's sound, which an AudioOutput cannot know:
/// samples are taken from a muted station too. Only looks: a mute that somebody has set stays. This
/// class itself is the watch where no mixer can be read; it stays Unknown. One thread, the one that
/// it lives in.
class MixerWatch : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Begins to watch. Never waits for the sound server.
  virtual void start() {}

  MixerState state() const { return m_state; }
  /// The sound server's name of its default output as it is now; empty: none, or not known.
  const QByteArray& defaultOutput() const { return m_defaultOutput; }

 Q_SIGNALS:
  /// state() or defaultOutput() is another.
  void changed();

 protected:
  void note(MixerState state, const QByteArray& defaultOutput);

 private:
  MixerState m_state = MixerState::Unknown;
  QByteArray m_defaultOutput;
};

/// The watch of the system's mixer, as far as this build can read it.
std::unique_ptr<MixerWatch> makeMixerWatch();

}  // namespace vitalwall::sound
