// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <map>
#include <optional>
#include <vector>

#include "models/alarm_model.h"
#include "models/alarm_settings_store.h"
#include "models/audio_state.h"

namespace vitalwall::models {

/// Which alarms are to be heard now: all that need attention, but for those that a pause of the
/// station or of the patient silences. A pause silences what is not more urgent than the most
/// urgent alarm at its beginning; a more urgent one, new or risen, breaks through. GUI thread.
class AudibleAlarms : public QObject {
  Q_OBJECT

 public:
  /// All must outlive this.
  AudibleAlarms(const AlarmModel& alarms, const AlarmSettingsStore& settings,
                const AudioState& audio, const Clock& clock, QObject* parent = nullptr);

  /// The alarms to be heard, the most urgent first.
  std::vector<Alert> list() const;

 Q_SIGNALS:
  /// The alarms or the pauses are not what they were; pauses also end by time alone.
  void changed();

 private:
  /// The priority that sounds no more, and what is less urgent neither.
  struct Pause {
    WallTime at{};
    AlertPriority silenced = AlertPriority::Low;
  };
  void noteStation();
  void notePatient(PatientId patient);
  bool isSilenced(const Alert& alert) const;

  const AlarmModel& m_alarms;
  const AlarmSettingsStore& m_settings;
  const AudioState& m_audio;
  const Clock& m_clock;
  std::optional<AlertPriority> m_station;
  std::map<PatientId, Pause> m_patients;
};

}  // namespace vitalwall::models
