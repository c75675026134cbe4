// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/contract_checker.h"

namespace vitalwall::probe {
namespace {

constexpr milliseconds kLongestEnd = std::chrono::seconds(5);
constexpr auto kEnd = "the end of the stream after half-close";

}  // namespace

void ContractChecker::onHalfClosed(SteadyTime now) {
  m_deadlines.forgetAll();
  m_deadlines.expect(kEnd, kLongestEnd, now);
}

void ContractChecker::onEnded(const absl::Status& status, SteadyTime now) {
  const bool wasAsked = m_deadlines.meet(kEnd, now);
  if (wasAsked && !status.ok())
    m_log.add("After half-close the stream ended with " + status.ToString() + " instead of OK.");
  m_deadlines.forgetAll();
}

}  // namespace vitalwall::probe
