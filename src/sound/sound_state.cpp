// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/sound_state.h"

#include <QCoreApplication>

namespace vitalwall::sound {
namespace {

/// What is wrong, in a sentence; empty if nothing is.
QString cause(OutputHealth health, const QString& device) {
  const auto text = [](const char* words) { return QCoreApplication::translate("Sound", words); };
  switch (health) {
    case OutputHealth::Opening:
    case OutputHealth::Ok:
      return {};
    case OutputHealth::NoDevice:
      return text("This computer has no audio output.");
    case OutputHealth::DeviceLost:
      return text("The audio output %1 is gone.").arg(device);
    case OutputHealth::Stalled:
      return text("The audio output %1 plays nothing.").arg(device);
    case OutputHealth::Muted:
      return text("The audio output %1 is muted: turn on the sound of this computer.").arg(device);
    case OutputHealth::TooQuiet:
      return text("The audio output %1 is too quiet: raise the volume of this computer.")
          .arg(device);
    case OutputHealth::NoAnswer:
      return text("The sound of this station does not answer.");
  }
  return {};
}

}  // namespace

bool isDeviceSound(OutputHealth device) {
  return device == OutputHealth::Ok || device == OutputHealth::Opening;
}

OutputHealth behindMixer(OutputHealth device, MixerState mixer) {
  if (!isDeviceSound(device)) return device;
  if (mixer == MixerState::Muted) return OutputHealth::Muted;
  return mixer == MixerState::TooQuiet ? OutputHealth::TooQuiet : device;
}

QString problemText(OutputHealth health, const QString& device) {
  const QString words = cause(health, device);
  if (words.isEmpty()) return {};
  return QCoreApplication::translate("Sound", "%1 Alarms cannot be heard: watch the screen.")
      .arg(words);
}

}  // namespace vitalwall::sound
