// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <memory>

#include "domain/alarm_repository.h"
#include "server/executor.h"
#include "server/record_keeper.h"
#include "simulation/dice.h"

namespace vitalwall::simulation {

/// The disk of a server: outlives it, and keeps what was stored. A real SQLite record in memory.
class VirtualDisk {
 public:
  VirtualDisk();

  AlarmArchive load() { return m_repository->load().value(); }
  std::vector<LostAcknowledgement> store(const AlarmRecord& record);

  /// Every revision of `alert`, the oldest first.
  std::vector<Alert> revisions(AlertId alert) { return m_repository->revisions(alert).value(); }
  /// How many lines of the audit a command has.
  int auditedOf(CommandId command) const;

 private:
  std::unique_ptr<AlarmRepository> m_repository;
  std::map<CommandId, int> m_audited;
};

/// One server's way to its disk, which takes its time. What is under way when the server is killed
/// is lost.
class VirtualKeeper final : public server::RecordKeeper {
 public:
  /// The references must outlive the keeper.
  VirtualKeeper(VirtualDisk& disk, server::Executor& ward, const Clock& clock, Dice& dice)
      : m_disk(disk), m_ward(ward), m_clock(clock), m_dice(dice) {}

  void record(AlarmRecord record, Done done) override;
  void watch() override {}
  void query(AlarmQuery, Episodes) override {}  // no station of the simulation asks
  void revisions(AlertId, Episodes) override {}

  /// Stores what is due by now. The owner's loop.
  void work();

 private:
  struct Waiting {
    SteadyTime dueAt{};
    AlarmRecord record;
    Done done;
  };

  VirtualDisk& m_disk;
  server::Executor& m_ward;
  const Clock& m_clock;
  Dice& m_dice;
  std::deque<Waiting> m_waiting;
};

}  // namespace vitalwall::simulation
