// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>

#include "apps/vitalwall-probe/deadlines.h"
#include "apps/vitalwall-probe/plain_message.h"
#include "domain/clock.h"
#include "domain/ids.h"
#include "protocol/plain_encoder.h"

namespace vitalwall::probe {

/// What the base contract promises to a plain client: whole messages of subscribed patients and
/// nothing that such a client cannot read; a change at most once a second; never silent for more
/// than 15 s; an acknowledge seen as alert_acknowledged, by somebody; silence about an alert that
/// was cleared. Not thread-safe.
class PlainRules {
 public:
  /// `style` is how the server was asked to write JSON member names.
  PlainRules(protocol::JsonStyle style, ViolationLog& log, Deadlines& deadlines)
      : m_style(style), m_log(log), m_deadlines(deadlines) {}

  void onSubscribed(PatientId patient, Moment at);
  void onAcknowledgeSent(AlertId alert, Moment at);
  void onMessage(const PlainMessage& message, Moment at);

 private:
  struct Watch {
    SteadyTime since;
    std::uint64_t vitals = 0;
  };

  void checkShape(const PlainMessage& message);
  void checkTimestamp(const PlainMessage& message, Moment at);
  void checkPayload(const PlainMessage& message, Moment at);
  void checkAlert(const PlainMessage& message, Moment at);
  void checkPatient(const PlainMessage& message, Moment at);
  void checkRate(Watch& watch, const PlainMessage& message, Moment at);

  const protocol::JsonStyle m_style;
  ViolationLog& m_log;
  Deadlines& m_deadlines;
  std::map<PatientId, Watch> m_watched;
  std::set<AlertId> m_cleared;
};

}  // namespace vitalwall::probe
