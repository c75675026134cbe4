// SPDX-License-Identifier: GPL-3.0-or-later
// Commands in words: the functions of command_board.h that know every kind of command.
#include <QCoreApplication>

#include "models/command_board.h"
#include "models/deviation.h"
#include "models/metric_text.h"

namespace vitalwall::models {
namespace {

/// Translation context of these lines, and one function per command that a person gives.
struct CommandText {
  Q_DECLARE_TR_FUNCTIONS(CommandText)

 public:
  QString operator()(const Acknowledge&) const { return tr("acknowledge"); }
  QString operator()(const PauseAudio& command) const {
    return command.duration.count() > 0 ? tr("pause sound") : tr("sound again");
  }
  QString operator()(const PauseAlarms& command) const {
    return command.duration.count() > 0 ? tr("pause alarms") : tr("alarms again");
  }
  QString operator()(const SetAlarmOff& command) const {
    return (command.off ? tr("%1 alarm off") : tr("%1 alarm on")).arg(labelOf(command.parameter));
  }
  QString operator()(const SetLimits& command) const {
    return tr("%1 limits %2")
        .arg(labelOf(command.parameter), limitsText(command.parameter, command.limits));
  }
  QString operator()(const RestoreLimits& command) const {
    if (!command.parameter) return tr("all limits back to the unit's");
    return tr("%1 limits back to the unit's").arg(labelOf(*command.parameter));
  }
  QString operator()(const AutoLimits&) const { return tr("limits around the values of now"); }
  QString operator()(const SetProfile&) const { return tr("limits profile"); }
  QString operator()(const EnterObservations&) const { return tr("observations"); }
  // What the station sends by itself.
  template <typename Other>
  QString operator()(const Other&) const {
    return {};
  }
};

}  // namespace

QString commandText(const CommandBody& body) {
  return std::visit(CommandText(), body);
}

std::optional<PatientId> patientOf(const CommandBody& body) {
  return std::visit(
      [](const auto& command) -> std::optional<PatientId> {
        if constexpr (requires { PatientId(command.patient); }) return command.patient;
        return std::nullopt;
      },
      body);
}

}  // namespace vitalwall::models
