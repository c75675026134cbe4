// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "domain/clock.h"
#include "sources/simulator/physiology.h"
#include "sources/simulator/pressure_meter.h"
#include "sources/simulator/random_stream.h"

namespace vitalwall::sources {

/// An automatic blood pressure cuff: measures every five minutes, and every minute while the
/// pressure is far from its last reading (a nurse would press the button). Without a pulse the
/// measurement fails and the old reading is withdrawn.
class NibpCuff {
 public:
  explicit NibpCuff(RandomStream random);

  /// To be called once a second. The first call gives a reading that is some minutes old.
  void step(const Physiology& body, Tick now, WallTime wallNow);

  /// The last reading, or nothing if the last measurement failed.
  const std::optional<PressureReading>& reading() const { return m_reading; }
  /// When the cuff last measured or tried to.
  WallTime measuredAt() const { return m_measuredAt; }

 private:
  bool isDue(const Physiology& body, Tick now) const;
  void measure(const Physiology& body, WallTime at);

  RandomStream m_random;
  std::optional<PressureReading> m_reading;
  std::optional<Tick> m_lastCycle;
  WallTime m_measuredAt{};
};

}  // namespace vitalwall::sources
