// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/episode.h"

#include <utility>

#include "alarms/message_text.h"

namespace vitalwall::alarms {
namespace {

constexpr std::string_view kNoValueRemark = " (no value now)";

bool readsTheSame(MdcCode parameter, double a, double b) {
  return valueText(parameter, a) == valueText(parameter, b);
}

}  // namespace

Episode::Episode(AlertId id, PatientId patient, const Finding& finding, WallTime now) {
  m_alert.id = id;
  m_alert.patient = patient;
  m_alert.kind = finding.kind;
  m_alert.priority = finding.priority;
  m_alert.condition = finding.key.condition;
  m_alert.parameter = finding.key.parameter;
  m_alert.unit = finding.unit;
  m_alert.raisedAt = now;
  m_alert.changedAt = now;
  showValue(finding);
}

bool Episode::apply(const Finding& finding, WallTime now) {
  bool changed = setValueMissing(finding.presence == Presence::Unknown);
  if (finding.presence == Presence::Present) changed |= applyPresent(finding);
  if (finding.presence == Presence::Absent) {
    m_alert.state = AlertState::Inactive;
    changed = true;
  }
  if (changed) m_alert.changedAt = now;
  return changed;
}

bool Episode::applyMissing(WallTime now) {
  const bool changed = setValueMissing(true);
  if (changed) m_alert.changedAt = now;
  return changed;
}

bool Episode::acknowledge(Acknowledgement acknowledgement) {
  if (m_alert.acknowledged) return false;
  m_alert.changedAt = acknowledgement.at;
  m_alert.acknowledged = std::move(acknowledgement);
  return true;
}

bool Episode::applyPresent(const Finding& finding) {
  // AlertPriority counts from the most urgent.
  const bool escalates = finding.priority < m_alert.priority;
  if (escalates) {
    m_alert.priority = finding.priority;
    m_alert.acknowledged.reset();
  }
  if (!escalates && !isWorse(finding)) return false;
  showValue(finding);
  return true;
}

/// Farther from the limit, and by so much that a person sees another number.
bool Episode::isWorse(const Finding& finding) const {
  if (!finding.value || !m_alert.value) return false;
  const bool farther = m_alert.condition == mdc::kEventLow ? *finding.value < *m_alert.value
                                                           : *finding.value > *m_alert.value;
  return farther && !readsTheSame(m_alert.parameter, *finding.value, *m_alert.value);
}

void Episode::showValue(const Finding& finding) {
  m_alert.value = finding.value;
  m_alert.limit = finding.limit;
  m_crossing = finding.message;
  m_alert.message = m_crossing;
}

bool Episode::setValueMissing(bool missing) {
  if (m_valueMissing == missing) return false;
  m_valueMissing = missing;
  m_alert.message = m_crossing;
  if (missing) m_alert.message += kNoValueRemark;
  return true;
}

}  // namespace vitalwall::alarms
