// SPDX-License-Identifier: GPL-3.0-or-later
// Of a build without libpulse.
#include "sound/mixer_watch.h"
#include "sound/qt_audio_output.h"

namespace vitalwall::sound {

std::unique_ptr<AudioOutput> makeAudioOutput() {
  return std::make_unique<QtAudioOutput>();
}

std::unique_ptr<MixerWatch> makeMixerWatch() {
  return std::make_unique<MixerWatch>();
}

}  // namespace vitalwall::sound
