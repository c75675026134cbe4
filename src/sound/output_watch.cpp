// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/output_watch.h"

namespace vitalwall::sound {

void OutputWatch::restart(std::uint64_t consumed, SteadyTime now) {
  m_atRestart = consumed;
  m_consumed = consumed;
  m_lastGrowth = now;
}

OutputHealth OutputWatch::judge(OutputHealth reported, std::uint64_t consumed, SteadyTime now) {
  if (reported != OutputHealth::Ok && reported != OutputHealth::Opening) return m_health = reported;
  if (consumed != m_consumed) {
    m_consumed = consumed;
    m_lastGrowth = now;
    if (consumed - m_atRestart >= kProof) m_health = OutputHealth::Ok;
  } else if (isIdle(now)) {
    m_health = OutputHealth::Stalled;
  }
  return m_health;
}

}  // namespace vitalwall::sound
