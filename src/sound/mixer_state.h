// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vitalwall::sound {

/// What the system's mixer leaves of the station's sound.
enum class MixerState : std::uint8_t {
  Unknown,   ///< the mixer cannot be read: not judged
  Audible,   ///< neither of the next two
  TooQuiet,  ///< below kLeastMixerVolume
  Muted      ///< the output or the station's own stream
};

/// Less than this is too quiet: 0.3 of the cubic scale that mixers show is -31 dB. A desktop
/// loudspeaker gives about 80 dB(A) at one metre and a ward is hardly below 50 dB(A), so that an
/// alarm at the station's full volume is lost in it. The station's own volume is chosen by the unit
/// and has its own floor (SoundSettings::volumeFloor, -10 dB): it is not part of this.
inline constexpr double kLeastMixerVolume = 0.3;

/// An output of the system. Volumes: the loudest channel, 0 to 1 (and more, where it amplifies) of
/// full scale, cubic.
struct MixerSink {
  std::uint32_t index = 0;
  std::string name;
  bool isMuted = false;
  double volume = 1;
  bool isFlat = false;  ///< "flat volumes": those of its streams have its own in them
};

/// The station's sound on its way to an output.
struct MixerStream {
  std::uint32_t sink = 0;  ///< index
  bool isMuted = false;
  double volume = 1;
};

/// All that is to be known of the mixer at one moment. Value.
struct MixerReading {
  std::vector<MixerSink> sinks;
  std::string defaultSink;            ///< name, of a sink that need not be there; empty: none
  std::optional<MixerStream> stream;  ///< nullopt: the station does not play yet
};

/// Judges the output that the station plays on, which need not be the default one; without a
/// stream the default one. Unknown if that is not there.
MixerState judge(const MixerReading& reading);

/// Name of the default output if it is there; else empty.
std::string defaultSinkOf(const MixerReading& reading);

}  // namespace vitalwall::sound
