// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/alert.h"
#include "models/command_stage.h"

namespace vitalwall::models {

/// One open alarm as the lists show it. Value.
struct AlarmRow {
  Alert alert;
  CommandStage stage = CommandStage::None;
  QString sentence;  ///< what the server or the session said about the acknowledge

  bool operator==(const AlarmRow&) const = default;
};

/// "*** HR 134 > 120": the alarm as a line of text that needs no colour.
QString alarmText(const Alert& alert);

/// What of its state is not seen by the text: "ended" for a latched alarm that waits for a person,
/// "escalated", "not recorded"; empty for an ordinary one.
QString alarmStateText(const Alert& alert);

/// What is to be said of the acknowledge: "acknowledged by Kim", "acknowledging ...", the reason
/// of a failure; empty for an alarm that nobody has touched.
QString acknowledgeText(const AlarmRow& row);

}  // namespace vitalwall::models
