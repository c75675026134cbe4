// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

#include "domain/server_event.h"
#include "models/alarm_model.h"
#include "models/bed_model.h"
#include "models/connection_model.h"
#include "models/event_log.h"
#include "models/order_model.h"
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
  /// Raises the station's own technical alarm of each bed whose data has stopped although the
  /// server is there, and ends it when data comes again. A lost server is not told bed by bed: the
  /// link's state says it once. Call once a second.
  void judgeSilence();

  /// Acknowledges one of the station's own alarms, of which no server knows; false for others.
  bool acknowledgeOwn(AlertId alert, const QString& by);

  void setAcknowledge(AlertId alert, AcknowledgeStage stage, const QString& sentence);

  void apply(const Vitals& vitals, SteadyTime receivedAt);
  void apply(const WaveBlock& block, SteadyTime receivedAt) { m_waves.append(block, receivedAt); }
  void apply(const Alert& alert);
  void apply(const Order& order);
  void apply(const SnapshotEnd& end) { m_alarms.endSnapshot(end); }
  void apply(const Notice& notice);

 Q_SIGNALS:
  void directoryChanged();
  /// The rings of a patient's waves were made anew or are gone.
  void wavesChanged(vitalwall::PatientId patient);

 private:
  void describe(const Patient& patient);
  void log(EventKind kind, std::optional<PatientId> patient, const QString& text);

  const Clock& m_clock;
  BedModel m_beds;
  AlarmModel m_alarms;
  OrderModel m_orders;
  EventLog m_events;
  VitalsTrend m_trend;
  WaveStore m_waves;
  ConnectionModel m_link;
  std::vector<Patient> m_directory;
  std::uint64_t m_ownRevision = 0;  ///< of the station's own alarms
};

}  // namespace vitalwall::models
