// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/episode.h"

#include <algorithm>
#include <utility>

#include "alarms/condition_catalogue.h"
#include "alarms/message_text.h"

namespace vitalwall::alarms {
namespace {

constexpr std::string_view kNoValueRemark = " (no value now)";

bool readsTheSame(MdcCode parameter, double a, double b) {
  return valueText(parameter, a) == valueText(parameter, b);
}

/// AlertPriority counts from the most urgent.
bool isHigher(AlertPriority a, AlertPriority b) {
  return a < b;
}

/// There is no condition that could go: only a person ends it.
bool endsBySeeing(const Alert& alert) {
  return alert.state == AlertState::Latched || alert.condition == mdc::kEventRecordDamaged;
}

}  // namespace

Episode::Episode(AlertId id, PatientId patient, const Finding& finding, Moment now)
    : m_raisedAt(now.steady) {
  m_alert.id = id;
  m_alert.patient = patient;
  m_alert.kind = finding.kind;
  m_alert.condition = finding.key.condition;
  m_alert.parameter = finding.key.parameter;
  m_alert.raisedAt = now.wall;
  m_alert.changedAt = now.wall;
  show(finding);
}

// How long nobody has answered is only known by wall clocks; one that jumped must not make an alarm
// older than it can be.
Episode::Episode(Alert alert, Moment now)
    : m_alert(std::move(alert)),
      m_raisedAt(now.steady - std::max(now.wall - m_alert.raisedAt, milliseconds::zero())) {}

bool Episode::apply(const Finding& finding, bool latching, WallTime now) {
  if (finding.presence == Presence::Absent) return applyAbsent(latching, now);
  if (finding.presence == Presence::Present) return applyPresent(finding, now);
  if (m_alert.state == AlertState::Latched) return false;
  return setValueMissing(finding.presence == Presence::Unknown, now);
}

bool Episode::judgeAnew(const Finding& finding, const std::string& by, WallTime now) {
  if (finding.presence != Presence::Present) {
    end(AlertCause::LimitsChanged, by, now);
    return true;
  }
  const bool isHigherBand = isWorse(finding) && isFarther(finding.limit, m_alert.limit);
  if (isHigherBand || isHigher(finding.priority, m_alert.priority))
    return applyPresent(finding, now);
  const Alert before = m_alert;
  show(finding);
  if (m_alert == before) return false;
  change(AlertCause::LimitsChanged, by, now);
  return true;
}

bool Episode::acknowledge(Acknowledgement acknowledgement) {
  if (m_alert.acknowledged) return false;
  const bool ends = endsBySeeing(m_alert);
  if (ends) m_alert.state = AlertState::Inactive;
  m_alert.acknowledged = std::move(acknowledgement);
  change(ends ? AlertCause::Reset : AlertCause::Acknowledged, m_alert.acknowledged->by,
         m_alert.acknowledged->at);
  return true;
}

bool Episode::replaceAcknowledgement(const Acknowledgement& first, WallTime now) {
  if (!m_alert.acknowledged || m_alert.acknowledged == first) return false;
  m_alert.acknowledged = first;
  change(AlertCause::Acknowledged, first.by, now);
  return true;
}

void Episode::end(AlertCause cause, const std::string& by, WallTime now) {
  m_alert.state = AlertState::Inactive;
  change(cause, by, now);
}

bool Episode::escalate(std::chrono::seconds after, Moment now) {
  if (after == after.zero() || now.steady - m_raisedAt < after) return false;
  if (m_alert.kind != AlertKind::Physiological || !m_alert.isActive() || m_alert.acknowledged ||
      m_alert.priority != AlertPriority::Medium)
    return false;
  m_alert.priority = AlertPriority::High;
  change(AlertCause::Escalated, {}, now.wall);
  return true;
}

void Episode::markRecorded(WallTime now) {
  change(AlertCause::Recorded, {}, now);
}

/// The one place where an alert gets its reason.
void Episode::change(AlertCause cause, const std::string& by, WallTime now) {
  m_alert.cause = cause;
  m_alert.changedBy = by;
  m_alert.changedAt = now;
}

bool Episode::applyPresent(const Finding& finding, WallTime now) {
  const bool escalates =
      isHigher(finding.priority, m_alert.priority) || isFarther(finding.limit, m_alert.limit);
  if (escalates || isWorse(finding)) {
    if (escalates) m_alert.acknowledged.reset();
    const auto priority = std::min(finding.priority, m_alert.priority);
    show(finding);
    m_alert.priority = priority;
    m_alert.state = AlertState::Active;
    change(AlertCause::Worse, {}, now);
    return true;
  }
  if (m_alert.state == AlertState::Latched) {
    m_alert.state = AlertState::Active;
    change(AlertCause::Raised, {}, now);
    return true;
  }
  return setValueMissing(false, now);
}

bool Episode::applyAbsent(bool latching, WallTime now) {
  if (m_alert.state == AlertState::Latched) return false;
  setValueMissing(false, now);
  m_alert.state = latching && !m_alert.acknowledged ? AlertState::Latched : AlertState::Inactive;
  change(AlertCause::Ended, {}, now);
  return true;
}

bool Episode::setValueMissing(bool missing, WallTime now) {
  if (!m_alert.value || isValueMissing() == missing) return false;
  if (missing)
    m_alert.message += kNoValueRemark;
  else
    m_alert.message.resize(m_alert.message.size() - kNoValueRemark.size());
  change(missing ? AlertCause::ValueMissing : AlertCause::ValueBack, {}, now);
  return true;
}

bool Episode::isValueMissing() const {
  return m_alert.message.ends_with(kNoValueRemark);
}

bool Episode::isFarther(std::optional<double> a, std::optional<double> b) const {
  if (!a || !b) return false;
  return m_alert.condition == mdc::kEventLow ? *a < *b : *a > *b;
}

/// Farther from the limit, and by so much that a person sees another number.
bool Episode::isWorse(const Finding& finding) const {
  return isFarther(finding.value, m_alert.value) &&
         !readsTheSame(m_alert.parameter, *finding.value, *m_alert.value);
}

void Episode::show(const Finding& finding) {
  m_alert.priority = finding.priority;
  m_alert.value = finding.value;
  m_alert.limit = finding.limit;
  m_alert.unit = finding.unit;
  m_alert.message = finding.message;
  m_alert.group = finding.group;
}

}  // namespace vitalwall::alarms
