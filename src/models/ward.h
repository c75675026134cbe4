// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

#include "domain/server_event.h"
#include "models/alarm_history.h"
#include "models/alarm_model.h"
#include "models/alarm_settings_store.h"
#include "models/audio_state.h"
#include "models/bed_model.h"
#include "models/command_board.h"
#include "models/connection_model.h"
#include "models/event_log.h"
#include "models/news2_scores.h"
#include "models/order_model.h"
#include "models/own_alarms.h"
#include "models/vitals_trend.h"
#include "models/wave_store.h"

namespace vitalwall::models {

/// The station's picture of the ward: owns the models and gives each message to those that it
/// concerns. Knows nothing of where messages come from. GUI thread.
class Ward : public QObject {
  Q_OBJECT

 public:
  /// More tiles than this cannot be read.
  static constexpr int kMaxBeds = 64;

  /// `clock` must outlive the ward.
  explicit Ward(const Clock& clock, QObject* parent = nullptr);

  const Clock& clock() const { return m_clock; }
  const BedModel& beds() const { return m_beds; }
  const AlarmModel& alarms() const { return m_alarms; }
  const AlarmSettingsStore& settings() const { return m_settings; }
  const AlarmHistory& history() const { return m_history; }
  const AudioState& audio() const { return m_audio; }
  const CommandBoard& commands() const { return m_commands; }
  const News2Scores& news2() const { return m_news2; }
  const OrderModel& orders() const { return m_orders; }
  const EventLog& events() const { return m_events; }
  const VitalsTrend& trend() const { return m_trend; }
  const WaveStore& waves() const { return m_waves; }
  const ConnectionModel& link() const { return m_link; }
  /// All patients that the server may be asked for; empty if it has no directory.
  const std::vector<Patient>& directory() const { return m_directory; }

  bool isFull() const { return m_beds.rowCount() >= kMaxBeds; }

  /// Adds or removes a bed with all that is known of it. False if nothing changed: it is there
  /// already, or the ward is full, which is logged.
  bool watch(PatientId patient);
  bool unwatch(PatientId patient);

  void setDirectory(const std::vector<Patient>& patients);
  void setLink(const LinkStatus& status);
  void setLinkFigures(const LinkFigures& figures) { m_link.setFigures(figures); }
  /// Everything of the station itself that time alone changes: its own technical alarms (OwnAlarms)
  /// and the end of its pause of sound. Call once a second.
  void judgeTime();

  /// Acknowledges one of the station's own alarms, of which no server knows; false for others.
  bool acknowledgeOwn(AlertId alert, const QString& by) { return m_own.acknowledge(alert, by); }

  /// The station's pause of sound.
  void pauseAudio(const QString& by) { m_audio.pause(by); }
  void resumeAudio() { m_audio.resume(); }
  void setAudioEnabled(bool enabled) { m_audio.setEnabled(enabled); }
  /// What keeps the station from being heard; raises and ends its own alarm of high priority.
  void setSoundProblem(const QString& sentence);

  /// A step of a command of this station.
  void noteCommand(const Command& command, CommandStage stage, const QString& sentence);

  /// Alarms from the server's record, and what is to be said of fetching them.
  void addHistory(const std::vector<Alert>& episodes) { m_history.add(episodes); }
  void setHistoryNotice(const QString& sentence) { m_history.setNotice(sentence); }

  /// `asOf`: when they were true, if the server's clock tells.
  void apply(const Vitals& vitals, SteadyTime receivedAt,
             std::optional<SteadyTime> asOf = std::nullopt);
  void apply(const WaveBlock& block, SteadyTime receivedAt) { m_waves.append(block, receivedAt); }
  void apply(const Alert& alert);
  void apply(const AlarmSettings& settings);
  void apply(const Order& order);
  void apply(const SnapshotEnd& end);
  void apply(const Notice& notice);

 Q_SIGNALS:
  void directoryChanged();
  /// The rings of a patient's waves were made anew or are gone.
  void wavesChanged(vitalwall::PatientId patient);

 private:
  void describe(const Patient& patient);
  void take(const Alert& alert, AlarmModel::Origin origin);
  std::optional<PatientId> patientOf(const Command& command) const;
  void log(EventKind kind, std::optional<PatientId> patient, const QString& text);

  const Clock& m_clock;
  BedModel m_beds;
  AlarmModel m_alarms;
  AlarmSettingsStore m_settings;
  AlarmHistory m_history;
  AudioState m_audio;
  CommandBoard m_commands;
  News2Scores m_news2;
  OwnAlarms m_own;
  OrderModel m_orders;
  EventLog m_events;
  VitalsTrend m_trend;
  WaveStore m_waves;
  ConnectionModel m_link;
  std::vector<Patient> m_directory;
};

}  // namespace vitalwall::models
