// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/alert.h"

namespace vitalwall::models {

/// How far this station's acknowledge of an alarm has come.
enum class AcknowledgeStage {
  None,
  Pending,      ///< sent, not answered
  Unconfirmed,  ///< not answered for 3 s; still being tried
  Confirmed,
  Failed
};

/// One active alarm as the lists show it. Value.
struct AlarmRow {
  Alert alert;
  AcknowledgeStage stage = AcknowledgeStage::None;
  QString sentence;  ///< what the server or the session said about the acknowledge

  bool operator==(const AlarmRow&) const = default;
};

/// "*** HR 134 > 120": the alarm as a line of text that needs no colour.
QString alarmText(const Alert& alert);

/// What is to be said of the acknowledge: "acknowledged by Kim", "acknowledging ...", the reason
/// of a failure; empty for an alarm that nobody has touched.
QString acknowledgeText(const AlarmRow& row);

}  // namespace vitalwall::models
