// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <optional>

#include "domain/alert.h"
#include "sound/mixer_state.h"

namespace vitalwall::sound {

/// How the way to the loudspeaker is.
enum class OutputHealth : std::uint8_t {
  Opening,     ///< nothing known yet
  Ok,          ///< the device takes samples
  NoDevice,    ///< the system has no audio output
  DeviceLost,  ///< the device was there and is gone
  Stalled,     ///< the device is there and takes no samples
  Muted,       ///< the device takes samples, and the system's mixer mutes them
  TooQuiet,    ///< the same, and the mixer leaves too little of them (kLeastMixerVolume)
  NoAnswer     ///< the sound thread itself hangs
};

/// What the windows show of the alarm sound. Value.
struct SoundState {
  /// Of the alarm that the station voices, also between two bursts; nullopt: silent.
  std::optional<AlertPriority> playing;
  /// The station's own audio pause: until when, by this station's wall clock.
  std::optional<WallTime> pausedUntil;
  OutputHealth health = OutputHealth::Opening;
  /// What is wrong with the device and what it means; empty when nothing is. While it is not
  /// empty the station must alarm visually (IEC 60601-1-8 6.3.3: technical alarm condition).
  QString problem;

  bool operator==(const SoundState&) const = default;
};

/// Whether the device itself works as far as is known: Ok or Opening.
bool isDeviceSound(OutputHealth device);

/// The health of the whole way: a device that works is as well as the mixer leaves it. Unknown
/// changes nothing.
OutputHealth behindMixer(OutputHealth device, MixerState mixer);

/// What is wrong, what it means and what to do, the cause first. For Ok and Opening it is empty.
/// `device` may be empty.
QString problemText(OutputHealth health, const QString& device);

}  // namespace vitalwall::sound

Q_DECLARE_METATYPE(vitalwall::sound::SoundState)
