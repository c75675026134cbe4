// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "alarms/alarm_engine.h"
#include "server/command_memory.h"
#include "server/counters.h"
#include "server/hub.h"
#include "server/published_alarms.h"
#include "server/record_keeper.h"
#include "server/server_log.h"

namespace vitalwall::server {

/// The alarm system of a ward in its one order: the engine judges, the record keeps, the hub
/// publishes, and only then a command is answered. Ward executor only.
class AlarmCentral final : public RecordObserver {
 public:
  using Reply = CommandMemory::Reply;

  /// The references must outlive the object.
  AlarmCentral(alarms::AlarmEngine engine, Hub& hub, ServerLog& log, ServerCounters& counters,
               const Clock& clock);

  /// Where everything is recorded. Call before anything else; `keeper` must live as long as the
  /// central is used.
  void setKeeper(RecordKeeper& keeper) { m_keeper = &keeper; }

  /// Goes on where the last run stopped. Call once, before anything else.
  void restore(const RecordStart& start);

  void onVitals(const Vitals& vitals);
  void onCondition(const DeviceCondition& condition);
  /// An order in its newest state: recorded, then published.
  void onOrder(const Order& order);
  void tick();

  /// Executes an alarm command of `actor` once, and answers as soon as its effect is recorded and
  /// published. `command.body` must be one of the alarm commands.
  void execute(const Command& command, const alarms::Actor& actor, Reply reply);

  const PublishedAlarms& published() const { return m_published; }
  std::uint64_t epoch() const { return m_engine.epoch(); }

  void onStorageProblem(const std::string& sentence) override;
  void onStorageRecovered(const std::string& sentence) override;
  void onRecordedLate(const LateRecord& late) override;
  void onOpenedLate(const RecordStart& start) override;

 private:
  void process(alarms::AlarmChanges changes);
  void process(alarms::AlarmChanges changes, CommandResult result, Reply reply);
  void publish(const alarms::AlarmChanges& changes, bool recorded);
  void replaceLost(const std::vector<LostAcknowledgement>& lost);

  alarms::AlarmEngine m_engine;
  RecordKeeper* m_keeper = nullptr;
  Hub& m_hub;
  ServerLog& m_log;
  ServerCounters& m_counters;
  const Clock& m_clock;
  PublishedAlarms m_published;
  CommandMemory m_commands;
};

}  // namespace vitalwall::server
