// SPDX-License-Identifier: GPL-3.0-or-later
// Record, then publish, then answer: the record is in the test's hand.
#include <QTest>

#include "server/ward_bench.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;
using namespace std::chrono_literals;

namespace {

const RecordReport kRecorded{true, {}};
const RecordReport kNotRecorded{false, {}};

/// A ward with one patient, and a station that watches it.
struct Bedside {
  Bedside() {
    station.send(Subscribe{kAda.id, {}});
    station.receive();
  }

  /// The patient has a tachycardia; its alarm is told. Empty when no alarm came.
  std::optional<Alert> raise() {
    ward.measure(kAda, 134);
    ward.tick();
    const auto alerts = only<Alert>(station.receive());
    return alerts.empty() ? std::nullopt : std::optional(alerts.front());
  }

  /// Lets the record answer, and what follows from it happen.
  void report(const RecordReport& report) {
    ward.keeper.release(report);
    ward.executor.runAll();
  }

  WardBench ward{{kAda}};
  StationBench station{ward, Dialect::Extended, "Ann"};
};

}  // namespace

class TestAlarmCentral : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anAlarmIsPublishedWhenItIsRecorded() {
    Bedside bed;
    bed.ward.keeper.holding = true;
    QVERIFY2(!bed.raise(), "the record has not answered yet");
    bed.report(kRecorded);
    const auto told = only<Alert>(bed.station.receive());
    QCOMPARE(told.size(), 1U);
    QVERIFY(told[0].recorded);
  }

  void aSnapshotHoldsOnlyWhatIsPublished() {
    Bedside bed;
    bed.ward.keeper.holding = true;
    bed.raise();
    StationBench late(bed.ward, Dialect::Extended);
    late.send(Subscribe{kAda.id, {}});
    QVERIFY(only<Alert>(late.receive()).empty());
    bed.report(kRecorded);
    QCOMPARE(only<Alert>(late.receive()).size(), 1U);
  }

  void anAlarmThatCannotBeRecordedIsShownAsSuch() {
    Bedside bed;
    bed.ward.keeper.holding = true;
    bed.raise();
    bed.report(kNotRecorded);
    const auto told = only<Alert>(bed.station.receive());
    QCOMPARE(told.size(), 1U);
    QVERIFY(!told[0].recorded);

    bed.ward.keeper.holding = false;
    bed.ward.alarms.onRecordedLate({{told[0].id}, {}, {}});
    bed.ward.executor.runAll();
    const auto later = only<Alert>(bed.station.receive());
    QCOMPARE(later.size(), 1U);
    QCOMPARE(later[0].id, told[0].id);
    QVERIFY(later[0].recorded);
    QVERIFY(later[0].revision > told[0].revision);
  }

  void settingsThatAreRecordedLateAreToldAgain() {
    Bedside bed;
    bed.ward.keeper.holding = true;
    bed.station.send(PauseAudio{kAda.id, 60s}, CommandId::fromName("pause"));
    bed.report(kNotRecorded);
    const auto told = only<AlarmSettings>(bed.station.receive());
    QCOMPARE(told.size(), 1U);
    QVERIFY(!told[0].recorded);

    bed.ward.keeper.holding = false;
    bed.ward.alarms.onRecordedLate({{}, {kAda.id}, {}});
    bed.ward.executor.runAll();
    const auto later = only<AlarmSettings>(bed.station.receive());
    QCOMPARE(later.size(), 1U);
    QVERIFY(later[0].recorded);
    QVERIFY(later[0].revision > told[0].revision);
    QCOMPARE(later[0].changedBy, std::string("Ann"));
    QVERIFY(later[0].changedAt == told[0].changedAt);
  }

  void aCommandIsAnsweredAfterItsEffect() {
    Bedside bed;
    const auto alert = bed.raise();
    QVERIFY(alert);
    bed.ward.keeper.holding = true;
    bed.station.send(Acknowledge{alert->id}, CommandId::fromName("ack"));
    QVERIFY(bed.station.receive().empty());
    bed.report(kRecorded);
    const auto events = bed.station.receive();
    QCOMPARE(only<Alert>(events).size(), 1U);
    QCOMPARE(only<CommandResult>(events).at(0).outcome, CommandOutcome::Ok);
    const AlarmRecord& record = bed.ward.keeper.records.back();
    QCOMPARE(record.audit.size(), 1U);
    QCOMPARE(record.commands.size(), 1U);
    QVERIFY(record.audit[0].command == CommandId::fromName("ack"));
  }

  void aCommandThatIsRepeatedMeanwhileRunsOnce() {
    Bedside bed;
    const auto alert = bed.raise();
    QVERIFY(alert);
    StationBench again(bed.ward, Dialect::Extended, "Ann");
    bed.ward.keeper.holding = true;
    const auto records = bed.ward.keeper.records.size();
    const CommandId id = CommandId::fromName("ack");
    bed.station.send(Acknowledge{alert->id}, id);
    again.send(Acknowledge{alert->id}, id);
    QCOMPARE(bed.ward.keeper.records.size(), records + 1);
    bed.report(kRecorded);
    const auto first = only<CommandResult>(bed.station.receive());
    QCOMPARE(first.size(), 1U);
    QVERIFY(only<CommandResult>(again.receive()) == first);
  }

  void anAcknowledgeThatIsNotOnDiskIsToldSo() {
    Bedside bed;
    const auto alert = bed.raise();
    QVERIFY(alert);
    bed.ward.keeper.holding = true;
    bed.station.send(Acknowledge{alert->id}, CommandId::fromName("ack"));
    bed.report(kNotRecorded);
    const auto answers = only<CommandResult>(bed.station.receive());
    QCOMPARE(answers.at(0).outcome, CommandOutcome::NotRecorded);
    QVERIFY(!answers[0].message.empty());
  }

  void whoCameSecondInTheRecordIsTold() {
    Bedside bed;
    const auto alert = bed.raise();
    QVERIFY(alert);
    bed.ward.keeper.holding = true;
    bed.station.send(Acknowledge{alert->id}, CommandId::fromName("ack"));
    const WallTime earlier = bed.ward.clock.wallNow() - 1s;
    bed.ward.keeper.holding = false;
    bed.report({true, {{alert->id, {"Ben", earlier, {}}}}});
    const auto events = bed.station.receive();
    const auto answers = only<CommandResult>(events);
    QCOMPARE(answers.at(0).outcome, CommandOutcome::AlreadyDone);
    QCOMPARE(answers[0].by, std::string("Ben"));
    QCOMPARE(only<Alert>(events).back().acknowledged->by, std::string("Ben"));
  }

  void goesOnWhereTheRecordEnds() {
    WardBench ward({kAda});
    Alert open;
    open.id = AlertId::fromName("of an earlier run");
    open.patient = kAda.id;
    open.revision = 700;
    open.condition = mdc::kEventHigh;
    open.parameter = mdc::kHeartRate;
    open.acknowledged = Acknowledgement{"Ann", ward.clock.wallNow(), {}};
    const CommandResult known{CommandId::fromName("old"), CommandOutcome::Ok, {}, "Ann", {}};
    ward.alarms.restore(
        {{.open = {open}, .settings = {}, .orders = {}, .commands = {known}, .revision = 700}, {}});
    ward.executor.runAll();
    StationBench station(ward, Dialect::Extended);
    station.send(Subscribe{kAda.id, {}});
    const auto alerts = only<Alert>(station.receive());
    QCOMPARE(alerts.size(), 1U);
    QVERIFY(alerts[0] == open);
    station.send(Acknowledge{open.id}, known.id);
    QVERIFY(only<CommandResult>(station.receive()).at(0) == known);
  }
};

QTEST_APPLESS_MAIN(TestAlarmCentral)
#include "tst_alarm_central.moc"
