// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTest>
#include <string>
#include <vector>

#include "server/alarm_recorder.h"
#include "server/held_repository.h"
#include "server/manual_executor.h"
#include "support/manual_clock.h"
#include "support/samples.h"

namespace vitalwall::test {

/// Writes down what a recorder tells, in words and in order.
class RecorderLog final : public server::RecordObserver {
 public:
  void onStorageProblem(const std::string& sentence) override { add("problem: " + sentence); }
  void onStorageRecovered(const std::string& sentence) override { add("recovered: " + sentence); }
  void onRecordedLate(const server::LateRecord& late) override {
    std::string text = "late:";
    for (const auto alert : late.alerts) text += " " + nameOf(alert);
    for (const auto patient : late.settings)
      text += patient == PatientId::fromName("Bed 01") ? " settings" : " other settings";
    for (const auto& lost : late.lost) text += " " + nameOf(lost.alert) + "=" + lost.winner.by;
    add(text);
  }
  void onOpenedLate(const server::RecordStart& start) override {
    add("opened: " + std::to_string(start.archive.revision) + start.notice);
  }

  /// The answer to record(); `name` tells which.
  server::RecordKeeper::Done report(const std::string& name) {
    return [this, name](const server::RecordReport& report) {
      std::string text = name + (report.recorded ? " recorded" : " not recorded");
      for (const auto& lost : report.lost) text += " " + nameOf(lost.alert) + "=" + lost.winner.by;
      add(text);
    };
  }

  void add(const std::string& line) { lines.append(QString::fromStdString(line)); }

  QStringList lines;

 private:
  static std::string nameOf(AlertId alert) {
    for (const std::string name : {"a", "b", "c", "d", "e"})
      if (AlertId::fromName(name) == alert) return name;
    return "?";
  }
};

/// A recorder on a disk, a clock and a ward executor that the test holds in its hand.
class RecorderBench {
 public:
  explicit RecorderBench(std::size_t executorCapacity = 1000) : ward(executorCapacity) {}

  void start() {
    recorder = std::make_unique<server::AlarmRecorder>(disk.opener(), ward, clock, log);
  }

  /// Records one revision of the alert `name`, reported under this name.
  void record(const std::string& name, std::uint64_t revision = 1) {
    AlarmRecord one;
    one.alerts = {makeAlert(name, PatientId::fromName("Bed 01"), AlertPriority::High, revision)};
    one.alerts.front().recorded = false;
    recorder->record(std::move(one), log.report(name));
  }

  /// Time passes, and the ward ticks.
  void pass(std::chrono::milliseconds time) {
    clock.advance(time);
    recorder->watch();
  }

  /// What was told so far.
  QStringList told() {
    ward.runAll();
    return log.lines;
  }

  /// Waits until the storage thread has something to tell, though it may be nothing to be told on.
  bool awaitNews() {
    return QTest::qWaitFor([this] { return ward.runAll() > 0; });
  }

  /// How many revisions each transaction held.
  QList<int> transactions() {
    QList<int> sizes;
    for (const auto& record : disk.stored()) sizes.append(static_cast<int>(record.alerts.size()));
    return sizes;
  }

  HeldDisk disk;
  ManualExecutor ward;
  ManualClock clock;
  RecorderLog log;
  std::unique_ptr<server::AlarmRecorder> recorder;
};

}  // namespace vitalwall::test
