// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "detectors/condition_detectors.h"
#include "domain/source.h"
#include "server/alarm_central.h"
#include "server/batch_composer.h"
#include "server/hub.h"
#include "server/server_log.h"

namespace vitalwall::server {

/// All that is known of a patient at one moment, for a station that begins to watch.
struct Snapshot {
  PatientId patient;
  VitalsPublication vitals;   ///< never null
  std::vector<Alert> alerts;  ///< the open ones, or the revisions after the cursor
  std::shared_ptr<const AlarmSettings> settings;  ///< null while nothing is known of them
  std::vector<Order> orders;
  Cursor cursor;         ///< where the station may resume
  bool complete = true;  ///< false: `alerts` are revisions after the cursor
};

/// The patients of all sources and their newest state. Ward executor only.
class Ward final : private SourceSink {
 public:
  /// `directory` is makeDirectory(sources). The references must outlive the ward; `log` gets what
  /// the sources have to say.
  Ward(std::vector<std::unique_ptr<Source>> sources, const std::vector<Patient>& directory,
       AlarmCentral& alarms, Hub& hub, const Clock& clock, ServerLog& log);

  /// The orders that an earlier run recorded, so that a change is known as one.
  void restore(const std::vector<Order>& orders);

  /// Advances every source to now and publishes what it gave.
  void tick();

  bool knows(PatientId patient) const { return m_beds.contains(patient); }

  /// `patient` must be known.
  [[nodiscard]] Subscription subscribe(PatientId patient, Subscriber& subscriber);

  /// The state of a known `patient`. A cursor of this epoch gets the alert revisions after it when
  /// all of them are still kept, any other the open alerts.
  Snapshot snapshot(PatientId patient, const std::optional<Cursor>& cursor) const;

  /// What the newest tick brought.
  BatchComposer& newestTick() { return m_newestTick; }

  std::uint64_t epoch() const { return m_alarms.epoch(); }

 private:
  struct Bed {
    explicit Bed(Patient patient, WallTime now);

    Patient patient;
    VitalsPublication vitals;
    std::vector<WaveBlock> waves;  ///< of this tick
    std::map<OrderId, Order> orders;
    detectors::ConditionDetectors detectors;
  };

  void onVitals(const Vitals& vitals) override;
  void onWave(const WaveBlock& block) override;
  void onOrder(const Order& order) override;
  void onCondition(const DeviceCondition& condition) override;
  void onNotice(std::string_view sentence) override;
  void publishWaves();
  void judgeWaves(Bed& bed);

  const Clock& m_clock;
  ServerLog& m_log;
  const std::vector<std::unique_ptr<Source>> m_sources;
  AlarmCentral& m_alarms;
  Hub& m_hub;
  std::unordered_map<PatientId, Bed> m_beds;
  BatchComposer m_newestTick;
};

}  // namespace vitalwall::server
