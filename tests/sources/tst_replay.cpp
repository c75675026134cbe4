// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "sources/recordings/replay_source.h"
#include "sources/recordings/wfdb_record.h"
#include "sources/recordings_support.h"
#include "support/manual_clock.h"

using namespace vitalwall;
using namespace vitalwall::sources;
using namespace std::chrono_literals;

namespace {

RecordedSignal ramp(double rate, std::uint32_t samplesPerFrame, std::size_t samples) {
  RecordedSignal signal;
  signal.channel.samplesPerSecond = rate;
  signal.samplesPerFrame = samplesPerFrame;
  for (std::size_t i = 0; i < samples; ++i) signal.counts.push_back(static_cast<std::int16_t>(i));
  return signal;
}

RecordedSignal trend(MdcCode code, std::vector<std::int16_t> counts) {
  RecordedSignal signal;
  signal.channel.code = code;
  signal.channel.samplesPerSecond = 1.0 / 60;
  signal.counts = std::move(counts);
  return signal;
}

// Two waves of 10 frames at 4 Hz, one of them with two samples a frame.
Recording shortRecording(std::string name = "short") {
  Recording recording;
  recording.name = std::move(name);
  recording.framesPerSecond = 4;
  recording.frames = 10;
  recording.waves = {ramp(4, 1, 10), ramp(8, 2, 20)};
  return recording;
}

Recording minutes(std::vector<RecordedSignal> trends) {
  Recording recording;
  recording.framesPerSecond = 1.0 / 60;
  recording.frames = trends.front().counts.size();
  recording.trends = std::move(trends);
  return recording;
}

ReplaySource sourceOf(Recording recording) {
  std::vector<NamedRecording> recordings;
  recordings.push_back({"folder/x.hea", std::move(recording)});
  return ReplaySource(std::move(recordings));
}

// Plays for `duration` in steps of `step`.
void play(ReplaySource& source, test::ManualClock& clock, test::CollectingSink& sink,
          milliseconds duration, milliseconds step) {
  source.advance(clock.steadyNow(), clock.wallNow(), sink);
  for (milliseconds played{0}; played < duration; played += step) {
    clock.advance(step);
    source.advance(clock.steadyNow(), clock.wallNow(), sink);
  }
}

// The samples of a channel by their absolute index.
std::map<std::uint64_t, std::int16_t> samplesOf(const test::CollectingSink& sink,
                                                std::uint32_t channel) {
  std::map<std::uint64_t, std::int16_t> samples;
  for (const auto& block : sink.blocksOf(channel))
    for (std::size_t i = 0; i < block.samples.size(); ++i)
      samples[block.firstSample + i] = block.samples[i];
  return samples;
}

}  // namespace

class TestReplay : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void describesThePatient() {
    const auto source = sourceOf(shortRecording("100"));
    const auto& patient = source.patients().at(0);
    QCOMPARE(patient.id, PatientId::fromName("folder/x.hea"));
    QCOMPARE(patient.name, std::string("Record 100"));
    QCOMPARE(patient.bed, std::string("100"));
    QCOMPARE(patient.waves.size(), std::size_t(2));
  }

  void givesBedsOfTheirOwnToRecordsOfOneName() {
    std::vector<NamedRecording> recordings;
    recordings.push_back({"a/1.hea", shortRecording("1")});
    recordings.push_back({"b/1.hea", shortRecording("1")});
    const ReplaySource source(std::move(recordings));
    QCOMPARE(source.patients()[0].bed, std::string("a/1.hea"));
    QCOMPARE(source.patients()[1].bed, std::string("b/1.hea"));
    QVERIFY(source.patients()[0].id != source.patients()[1].id);
  }

  void startsWithTheVitalsAndNoWave() {
    auto source = sourceOf(shortRecording());
    test::ManualClock clock;
    test::CollectingSink sink;
    source.advance(clock.steadyNow(), clock.wallNow(), sink);
    QCOMPARE(sink.vitals.size(), std::size_t(1));
    QCOMPARE(sink.vitals[0].sourceTime, clock.wallNow());
    QVERIFY(sink.blocks.empty());
  }

  void playsEverySampleOnceAtItsRate_data() {
    QTest::addColumn<int>("step");
    QTest::newRow("frames of a wall") << 40;
    QTest::newRow("ticks of a server") << 100;
    QTest::newRow("odd steps") << 333;
    QTest::newRow("one long pause") << 2300;
  }
  void playsEverySampleOnceAtItsRate() {
    QFETCH(int, step);
    auto source = sourceOf(shortRecording());
    test::ManualClock clock;
    test::CollectingSink sink;
    const auto start = clock.wallNow();
    play(source, clock, sink, 2300ms, milliseconds(step));
    std::uint64_t next = 0;
    for (const auto& block : sink.blocksOf(1)) {
      QCOMPARE(block.firstSample, next);
      QVERIFY(block.samples.size() <= 8);  // never more than a second in one block
      QCOMPARE(block.sourceTime, start + milliseconds(block.firstSample * 125));
      for (const auto sample : block.samples) QCOMPARE(std::uint64_t(sample), next++);
    }
    QCOMPARE(next, std::uint64_t((clock.wallNow() - start).count() * 8 / 1000));
  }

  // After 10 frames at 4 Hz at least a second is missing; the second pass starts at frame 14.
  void leavesAGapBetweenPasses() {
    auto source = sourceOf(shortRecording());
    test::ManualClock clock;
    test::CollectingSink sink;
    play(source, clock, sink, 6000ms, 100ms);
    const auto slow = samplesOf(sink, 0);
    const auto fast = samplesOf(sink, 1);
    QCOMPARE(slow.at(9), std::int16_t(9));
    for (std::uint64_t i = 10; i < 14; ++i) QVERIFY(!slow.contains(i));
    QCOMPARE(slow.at(14), std::int16_t(0));
    QCOMPARE(fast.at(19), std::int16_t(19));
    for (std::uint64_t i = 20; i < 28; ++i) QVERIFY(!fast.contains(i));
    QCOMPARE(fast.at(28), std::int16_t(0));
  }

  void givesVitalsOnceASecondWithTheirOwnTime() {
    auto source = sourceOf(shortRecording());
    test::ManualClock clock;
    test::CollectingSink sink;
    const auto start = clock.wallNow();
    play(source, clock, sink, 3500ms, 700ms);
    QCOMPARE(sink.vitals.size(), std::size_t(4));
    for (int second = 0; second < 4; ++second)
      QCOMPARE(sink.vitals[std::size_t(second)].sourceTime, start + second * 1s);
  }

  void isTheSameForTheSameCalls() {
    NEEDS_RECORDINGS();
    const auto path = test::wfdbFolder() / "challenge2015" / "v253l.hea";
    auto first = sourceOf(*readWfdbRecord(path));
    auto second = sourceOf(*readWfdbRecord(path));
    test::CollectingSink a, b;
    test::ManualClock clockA, clockB;
    play(first, clockA, a, 20s, 130ms);
    play(second, clockB, b, 20s, 130ms);
    QVERIFY(a.blocks == b.blocks);
    QVERIFY(a.vitals == b.vitals);
  }

  void givesTheSameVitalsHoweverOftenItIsAsked() {
    NEEDS_RECORDINGS();
    const auto path = test::wfdbFolder() / "challenge2015" / "v253l.hea";
    auto often = sourceOf(*readWfdbRecord(path));
    auto seldom = sourceOf(*readWfdbRecord(path));
    test::CollectingSink a, b;
    test::ManualClock clockA, clockB;
    play(often, clockA, a, 30s, 50ms);
    play(seldom, clockB, b, 30s, 5s);
    QVERIFY(a.vitals == b.vitals);
    QVERIFY(a.vitals.back().find(mdc::kHeartRate)->value);
  }

  void playsTrendsInRealTimeWithTheirAge() {
    auto source = sourceOf(minutes({trend(mdc::kHeartRate, {70, 80})}));
    test::ManualClock clock;
    test::CollectingSink sink;
    const auto start = clock.wallNow();
    play(source, clock, sink, 119s, 1s);
    const auto* early = sink.vitals[59].find(mdc::kHeartRate);
    QCOMPARE(*early->value, 70.0);
    QCOMPARE(early->measuredAt, start);
    const auto* late = sink.vitals[60].find(mdc::kHeartRate);
    QCOMPARE(*late->value, 80.0);
    QCOMPARE(late->measuredAt, start + 60s);
  }

  // MIMIC writes 0 for "no value"; the invalid code means the same.
  void showsNoValueAsAbsentNeverAsZero() {
    auto source = sourceOf(minutes({trend(mdc::kHeartRate, {0, kNoSample, 70})}));
    test::ManualClock clock;
    test::CollectingSink sink;
    play(source, clock, sink, 179s, 1s);
    for (const std::size_t second : {0, 59, 60, 119}) {
      const auto* rate = sink.vitals[second].find(mdc::kHeartRate);
      QVERIFY(!rate->value);
      QCOMPARE(rate->validity, Validity::NotMeasured);
    }
    QCOMPARE(*sink.vitals[120].find(mdc::kHeartRate)->value, 70.0);
  }

  void keepsACuffPressureWithItsTimeForHalfAnHour() {
    std::vector<std::int16_t> cuff(40, kNoSample);
    cuff[2] = 120;
    auto source = sourceOf(minutes({trend(mdc::kNibpSystolic, cuff)}));
    test::ManualClock clock;
    test::CollectingSink sink;
    const auto start = clock.wallNow();
    play(source, clock, sink, 39min, 1s);
    QVERIFY(!sink.vitals[119].find(mdc::kNibpSystolic)->value);
    for (const std::size_t second : {120, 500, 120 + 30 * 60}) {
      const auto* systolic = sink.vitals[second].find(mdc::kNibpSystolic);
      QCOMPARE(systolic->value.value_or(-1), 120.0);
      QCOMPARE(systolic->measuredAt, start + 120s);
    }
    QVERIFY(!sink.vitals[120 + 31 * 60].find(mdc::kNibpSystolic)->value);
  }

  void prefersRecordedNumericsToDerivedOnes() {
    NEEDS_RECORDINGS();
    auto recording = *readWfdbRecord(test::wfdbFolder() / "mitdb" / "100s.hea");
    auto fixed = ramp(recording.framesPerSecond, 1, recording.frames);
    std::fill(fixed.counts.begin(), fixed.counts.end(), std::int16_t(33));
    fixed.channel.code = mdc::kHeartRate;
    recording.trends.push_back(fixed);
    auto source = sourceOf(std::move(recording));
    QCOMPARE(source.patients()[0].numerics, (std::vector<MdcCode>{mdc::kHeartRate}));
    test::ManualClock clock;
    test::CollectingSink sink;
    play(source, clock, sink, 10s, 1s);
    QCOMPARE(sink.vitals.back().numerics.size(), std::size_t(1));
    QCOMPARE(*sink.vitals.back().find(mdc::kHeartRate)->value, 33.0);
  }

  // The real trends of 32 hours: an absent value is 0 in the file and nothing on the wall.
  void playsTheMimicNumericsWithoutZeros() {
    NEEDS_RECORDINGS();
    const auto record =
        readWfdbRecord(test::wfdbFolder() / "mimic2_s00001" / "s00001-2896-10-10-00-31n.hea");
    QVERIFY2(record.ok(), test::sentenceOf(record));
    constexpr std::ptrdiff_t kMinutesWithout = 46;  // in which the file has 0 for HR
    auto source = sourceOf(*record);
    test::ManualClock clock;
    test::CollectingSink sink;
    play(source, clock, sink, 1935min, 1min);
    const auto& rates = record->trends[0];
    for (std::size_t second = 0; second < 1935 * 60; ++second) {
      const auto* rate = sink.vitals[second].find(mdc::kHeartRate);
      const auto recorded = rates.channel.toPhysical(rates.counts[second / 60]);
      QCOMPARE(rate->value.value_or(0), recorded);
      QCOMPARE(rate->value.has_value(), recorded > 0);
    }
    QCOMPARE(std::count(rates.counts.begin(), rates.counts.end(), std::int16_t(0)),
             kMinutesWithout);
    for (const auto& vitals : sink.vitals)
      for (const auto& numeric : vitals.numerics) {
        QVERIFY(!numeric.value || *numeric.value > 0);
        QCOMPARE(numeric.value.has_value(), numeric.validity == Validity::Valid);
      }
  }
};

QTEST_APPLESS_MAIN(TestReplay)
#include "tst_replay.moc"
