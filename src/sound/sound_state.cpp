// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/sound_state.h"

#include <QCoreApplication>

namespace vitalwall::sound {
namespace {

QString text(const char* words) {
  return QCoreApplication::translate("Sound", words);
}

/// What is wrong, in the fewest words: a narrow alarm card shows no more. Empty if nothing is.
QString cause(OutputHealth health) {
  switch (health) {
    case OutputHealth::Opening:
    case OutputHealth::Ok:
      return {};
    case OutputHealth::NoDevice:
      return text("No audio output");
    case OutputHealth::DeviceLost:
      return text("Audio output gone");
    case OutputHealth::Stalled:
      return text("Audio output silent");
    case OutputHealth::Muted:
      return text("Sound muted");
    case OutputHealth::TooQuiet:
      return text("Sound too quiet");
    case OutputHealth::NoAnswer:
      return text("Sound hangs");
  }
  return {};
}

QString advice(OutputHealth health) {
  if (health == OutputHealth::Muted) return text("Turn on the sound of this computer.");
  if (health == OutputHealth::TooQuiet) return text("Raise the volume of this computer.");
  return text("Have the sound of this computer seen to.");
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
  const QString words = cause(health);
  if (words.isEmpty()) return {};
  const QString meaning = device.isEmpty() || health == OutputHealth::NoDevice
                              ? text("%1: alarms cannot be heard.").arg(words)
                              : text("%1: alarms cannot be heard on %2.").arg(words, device);
  return text("%1 %2 Watch the screen.").arg(meaning, advice(health));
}

}  // namespace vitalwall::sound
