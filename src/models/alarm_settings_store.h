// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <unordered_map>

#include "domain/alarm_settings.h"
#include "domain/server_event.h"

namespace vitalwall::models {

/// How the alarms of each watched patient are set, as the server told. The newest revision is the
/// truth and never goes backwards. GUI thread.
class AlarmSettingsStore : public QObject {
  Q_OBJECT

 public:
  explicit AlarmSettingsStore(QObject* parent = nullptr) : QObject(parent) {}

  void apply(const AlarmSettings& settings);

  /// As AlarmModel: until the new connection's snapshot is complete the settings stay, but only
  /// what is sent again survives it, and its revision counts from anew.
  void beginResync();
  void endSnapshot(const SnapshotEnd& end);
  void forget(PatientId patient);

  /// The patient's settings, or nullptr while no server has told any. Valid until they change.
  const AlarmSettings* find(PatientId patient) const;

 Q_SIGNALS:
  void changed(vitalwall::PatientId patient);

 private:
  struct Entry {
    AlarmSettings settings;
    bool confirmedBySnapshot = true;
  };
  std::unordered_map<PatientId, Entry> m_entries;
};

}  // namespace vitalwall::models
