// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/own_alarms.h"

#include <QCoreApplication>
#include <algorithm>

namespace vitalwall::models {
namespace {

/// Translation context of these lines.
struct OwnAlarmText {
  Q_DECLARE_TR_FUNCTIONS(OwnAlarmText)
};

MdcCode conditionOf(OwnAlarm alarm) {
  switch (alarm) {
    case OwnAlarm::NoData:
      return mdc::kEventNoData;
    case OwnAlarm::ServerLost:
      return mdc::kEventSourceLost;
    case OwnAlarm::NoSound:
      break;
  }
  return {};  // of the station, not of a patient: 11073 has no term
}

}  // namespace

OwnAlarms::OwnAlarms(const Clock& clock, Sink sink) : m_clock(clock), m_sink(std::move(sink)) {}

void OwnAlarms::judge(const BedModel& beds, const ConnectionModel& link) {
  for (int row = 0; row < beds.rowCount(); ++row) judgeBed(beds.bed(row), link);
  judgeLink(beds.rowCount(), link);
}

void OwnAlarms::setSoundProblem(const QString& sentence) {
  const Key key{OwnAlarm::NoSound, {}};
  if (sentence.isEmpty())
    end(key);
  else
    raise(key, AlertPriority::High, sentence);
}

bool OwnAlarms::acknowledge(AlertId alert, const QString& by) {
  const auto found = std::find_if(m_open.begin(), m_open.end(),
                                  [alert](const auto& open) { return open.second.id == alert; });
  if (found == m_open.end()) return false;
  found->second.acknowledged =
      Acknowledgement{.by = by.toStdString(), .at = m_clock.wallNow(), .note = {}};
  found->second.cause = AlertCause::Acknowledged;
  publish(found->second);
  return true;
}

void OwnAlarms::forget(PatientId patient) {
  m_open.erase({OwnAlarm::NoData, patient});
}

void OwnAlarms::judgeBed(const BedState& bed, const ConnectionModel& link) {
  const Key key{OwnAlarm::NoData, bed.id()};
  const auto silence = bed.silentFor(m_clock.steadyNow());
  if (link.freshnessRule().judge(silence) != Freshness::Expired)
    end(key);
  else if (link.status().phase == LinkPhase::Live)
    raise(key, AlertPriority::Medium, OwnAlarmText::tr("No data"));
}

void OwnAlarms::judgeLink(int beds, const ConnectionModel& link) {
  const Key key{OwnAlarm::ServerLost, {}};
  const auto& status = link.status();
  if (status.isConnected() || beds == 0)
    end(key);
  else if (status.phase == LinkPhase::Waiting || status.permanent)
    raise(key, AlertPriority::Medium,
          OwnAlarmText::tr("Server %1 lost: %2 bed(s) not monitored here")
              .arg(status.server)
              .arg(beds));
}

void OwnAlarms::raise(const Key& key, AlertPriority priority, const QString& message) {
  auto [entry, isNew] = m_open.try_emplace(key);
  auto& alert = entry->second;
  if (!isNew && alert.message == message.toStdString()) return;
  if (isNew) {
    alert.id = AlertId::random();
    alert.patient = key.second;
    alert.kind = AlertKind::Technical;
    alert.priority = priority;
    alert.condition = conditionOf(key.first);
    alert.raisedAt = m_clock.wallNow();
  }
  alert.message = message.toStdString();
  publish(alert);
}

void OwnAlarms::end(const Key& key) {
  const auto found = m_open.find(key);
  if (found == m_open.end()) return;
  auto ended = found->second;
  m_open.erase(found);
  ended.state = AlertState::Inactive;
  ended.cause = AlertCause::Ended;
  publish(ended);
}

void OwnAlarms::publish(Alert& alert) {
  alert.revision = ++m_revision;
  alert.changedAt = m_clock.wallNow();
  m_sink(alert);
}

}  // namespace vitalwall::models
