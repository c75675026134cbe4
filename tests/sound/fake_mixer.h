// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sound/mixer_watch.h"

namespace vitalwall::test {

/// A mixer that a test holds in its hand.
class FakeMixer final : public sound::MixerWatch {
 public:
  void start() override { m_isStarted = true; }
  void become(sound::MixerState state) { note(state, defaultOutput()); }
  void setDefault(const QByteArray& id) { note(state(), id); }
  bool isStarted() const { return m_isStarted; }

 private:
  bool m_isStarted = false;
};

}  // namespace vitalwall::test
